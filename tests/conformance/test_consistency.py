"""What has to agree before a report is issued, one test a rule; each stops a final report and stands in the draft."""

from __future__ import annotations

import pytest
from tests.conformance.acr_sample import ANN, SITE, WriteRun, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import Acr, build
from a11ycheck.conformance.consistency import is_documentation
from a11ycheck.conformance.formats import html, md
from a11ycheck.conformance.verdicts import RowVerdict, Signature, StoredVerdicts
from a11ycheck.model import Outcome
from a11ycheck.standards.editions import EditionId
from a11ycheck.store.queries import RunView

LEVELS = {
    "met": RowVerdict("Supports", ANN, "Tested on every page."),
    "short": RowVerdict("Partially Supports", ANN, "The export dialog has no labels."),
}


def clean(write_run: WriteRun, url: str = f"{SITE}/", *failing: str) -> RunView:
    outcomes = [outcome("html-has-lang", Outcome.PASSED, "3.1.1")]
    outcomes += [outcome("image-alt", Outcome.FAILED, num, selector="img") for num in failing]
    return write_run(page(0, url, tuple(outcomes)))


def report(view: RunView, config: Config, rows: dict[tuple[str, str], str], edition_id: EditionId = "508") -> Acr:
    signed = StoredVerdicts(rows={key: LEVELS[name] for key, name in rows.items()})
    return build(view, config, edition_id, verdicts=signed)


def with_product(config: Config, **values: str) -> Config:
    return config.model_copy(update={"product": config.product.model_copy(update=values)})


def test_nothing_is_said_of_a_report_that_agrees(write_run: WriteRun, config: Config) -> None:
    rows = {("602.3", "none"): "met", ("1.1.1", "electronic-docs"): "met", ("302.1", "none"): "met"}
    assert report(clean(write_run), config, rows).unsettled == ()


@pytest.mark.parametrize(
    ("num", "component", "edition_id"),
    [("602.3", "electronic-docs", "508"), ("504.2", "authoring-tool", "508"), ("12.1.2", "electronic-docs", "eu"),
     ("11.8.2", "authoring-tool", "eu")],
)  # fmt: skip
def test_a_row_that_repeats_wcag_is_no_better_than_wcag(
    num: str, component: str, edition_id: EditionId, write_run: WriteRun, config: Config
) -> None:
    profile = {**config.product.profile, "authoring": True}
    config = config.model_copy(update={"product": config.product.model_copy(update={"profile": profile})})
    acr = report(
        clean(write_run, "https://app.example.org/"),
        config,
        {(num, "none"): "met", ("1.3.1", component): "short"},
        edition_id,
    )
    assert f"{num} says Supports, though the WCAG rows that it repeats fall short: 1.3.1." in acr.unsettled
    assert acr.unsettled[0] in acr.blockers


def test_602_3_is_no_better_than_the_run_on_the_documentation(write_run: WriteRun, config: Config) -> None:
    acr = report(clean(write_run, f"{SITE}/install.html", "1.1.1"), config, {("602.3", "none"): "met"})
    assert acr.unsettled == ("602.3 says Supports, though this run has failures on pages of the documentation: 1.1.1.",)
    assert acr.unsettled[0] in html.render(acr).decode()
    assert "- Does not agree: 602" in md.render(acr).decode()


def test_failures_of_an_application_say_nothing_of_its_documentation(write_run: WriteRun, config: Config) -> None:
    view = clean(write_run, "https://chat.example.org/channels", "1.1.1")
    assert report(view, config, {("602.3", "none"): "met"}).unsettled == ()


@pytest.mark.parametrize(
    ("url", "expected"),
    [("html/install.html", True), ("https://docs.example.org/", True), ("https://example.org/en/help/", True),
     ("https://example.org/user-guide/x", True), ("https://chat.example.org/channels", False),
     ("https://example.org/doctors", False)],
)  # fmt: skip
def test_what_counts_as_documentation(url: str, expected: bool, write_run: WriteRun) -> None:
    (target,) = clean(write_run, url).targets
    assert is_documentation(target) is expected


def test_en_is_no_better_than_508_for_the_same_users(write_run: WriteRun, config: Config) -> None:
    rows = {("302.6", "none"): "short", ("4.2.6", "none"): "met"}
    (line,) = report(clean(write_run), config, rows, "int").unsettled
    assert line == "4.2.6 says Supports, though 302.6 says Partially Supports for the same users."


def test_no_test_is_younger_than_the_report(write_run: WriteRun, config: Config) -> None:
    late = Signature(name="Bob", date="2026-11-21", method="keyboard", product_version="7.2")
    signed = StoredVerdicts(rows={("2.4.3", "web"): RowVerdict("Supports", late, "In order.")})
    view = clean(write_run)
    found = build(view, with_product(config, report_date="2026-11-20"), verdicts=signed).unsettled
    assert "The report date 2026-11-20 lies before a test by Bob of 2026-11-21." in found
    assert any("lies before the run of" in line for line in found)
    month = with_product(config, report_date="November 2026")
    assert not any("Bob" in line for line in build(view, month, verdicts=signed).unsettled)


def test_the_owners_texts_speak_of_the_version_reported(write_run: WriteRun, config: Config) -> None:
    told = with_product(config, notes="Parley docs 7.2.1 only adds pages. Parley docs 6.9 is out of support.")
    assert build(clean(write_run), told).unsettled == (
        "product.notes speaks of Parley docs 6.9, the report is about 7.2.",
    )
