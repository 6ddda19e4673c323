"""Lists behind the tables: what others made and what the gate leaves alone are named and never dropped."""

from __future__ import annotations

from datetime import date

from tests.conformance.acr_sample import ANN, SITE, WriteRun, outcome, owned, page

from a11ycheck.application import Ownership
from a11ycheck.config import Config
from a11ycheck.conformance.acr import Acr, build
from a11ycheck.conformance.formats import docx, html, md, openacr
from a11ycheck.conformance.verdicts import RowVerdict, StoredVerdicts
from a11ycheck.gating import Suppression
from a11ycheck.model import Outcome
from a11ycheck.store.queries import RunView

PLAYER = Ownership(owner="third-party", name="Video player", frames=("*player*",))
QUIET = Suppression(rule="image-alt", reason="New pictures come with 7.3", owner="Docs team", until=date(2999, 1, 31))
OLD = Suppression(rule="image-alt", reason="Over", until=date(2001, 1, 1))


def lines(acr: Acr, name: str) -> tuple[str, ...]:
    return next((account.lines for account in acr.accounts if account.id == name), ())


def theirs(write_run: WriteRun) -> RunView:
    failure = outcome("frame-title", Outcome.FAILED, "4.1.2", selector="iframe")
    asked = outcome("video-caption", Outcome.CANT_TELL, "1.2.2", selector="video")
    return write_run(page(0, f"{SITE}/", tuple(owned(one, "third-party", "Video player") for one in (failure, asked))))


def test_content_of_others_is_counted_apart_by_row(write_run: WriteRun, config: Config) -> None:
    acr = build(theirs(write_run), config.model_copy(update={"ownership": (PLAYER,)}))
    assert lines(acr, "others") == (
        "Third-party content, Video player: 1 failure in 1 row (4.1.2) and 1 open question in 1 row (1.2.2).",
    )


def test_a_failure_in_content_of_others_counts_like_any_other(write_run: WriteRun, config: Config) -> None:
    signed = StoredVerdicts(rows={("4.1.2", "web"): RowVerdict("Supports", ANN, "Fine.")})
    answer = next(
        p for p in build(theirs(write_run), config, verdicts=signed).proposals if p.row.num == "4.1.2"
    ).answer("web")
    assert answer.level is None
    assert "conflict" in answer.codes


def test_a_part_without_findings_is_listed_too(sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config.model_copy(update={"ownership": (PLAYER,)}))
    assert lines(acr, "others") == (
        "Third-party content, Video player: no failure and no open question found in this run.",
    )


def test_active_suppressions_are_listed_and_every_finding_still_counts(sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config.model_copy(update={"suppress": (QUIET, OLD)}))
    assert lines(acr, "suppressions") == (
        "rule image-alt: 3 findings, until 31 January 2999, owner Docs team. Reason: New pictures come with 7.3",
    )
    assert acr.proposals == build(sample_view, config).proposals


def test_without_any_there_is_no_section(sample_view: RunView, config: Config) -> None:
    assert build(sample_view, config).accounts == ()


def test_every_format_has_the_lists(sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config.model_copy(update={"suppress": (QUIET,)}))
    for name, body in (("html", html.render(acr)), ("md", md.render(acr)), ("openacr", openacr.render(acr))):
        assert b"New pictures come" in body, name
    assert docx.render(acr)


def test_what_a_suppression_says_is_escaped(sample_view: RunView, config: Config) -> None:
    acr = build(
        sample_view, config.model_copy(update={"suppress": (Suppression(rule="image-alt", reason="<b>x</b>"),)})
    )
    assert b"<b>x" not in html.render(acr)
