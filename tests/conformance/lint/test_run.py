from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from tests.conformance.acr_sample import ANN, SITE, WriteRun, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.lint.rules import rules
from a11ycheck.conformance.lint.run import lint
from a11ycheck.conformance.output import write_report
from a11ycheck.conformance.verdicts import RowVerdict, StoredVerdicts
from a11ycheck.errors import UsageError
from a11ycheck.model import Outcome
from a11ycheck.store.queries import RunView

STANDARDS = Path(os.environ.get("A11YCHECK_STANDARDS_DIR", Path(__file__).parents[4] / "shared" / "standards"))
EXAMPLES = STANDARDS / "openacr" / "examples"


def counts(name: str) -> Counter[str]:
    return Counter(problem.rule for problem in lint(EXAMPLES / name))


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the OpenACR examples are not here; set A11YCHECK_STANDARDS_DIR")
def test_finds_in_the_wagtail_report_what_a_reader_found_by_hand() -> None:
    found = counts("wagtail-7.0.yaml")
    assert found["supports-unexplained"] == 74
    assert found["not-evaluated"] == 2
    assert found["report-date"] == 1
    assert found["chapter-left-out"] == 4
    assert [problem.place for problem in lint(EXAMPLES / "wagtail-7.0.yaml") if problem.rule == "catalog-rows"] == [
        "2.4.13"
    ]


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the OpenACR examples are not here; set A11YCHECK_STANDARDS_DIR")
def test_finds_what_is_wrong_in_the_other_real_reports() -> None:
    drupal = counts("drupal-10-16.yaml")
    assert drupal["catalog-rows"] == 2
    assert drupal["empty-level"] == 2
    assert drupal["revision"] == drupal["one-date"] == 1
    messages = [problem.message for problem in lint(EXAMPLES / "govready-0.9.yaml")]
    assert sum(message.startswith("Does Not Support without remarks") for message in messages) == 3


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the OpenACR examples are not here; set A11YCHECK_STANDARDS_DIR")
def test_says_when_a_report_is_not_of_the_edition_that_a_buyer_asks_for() -> None:
    wagtail = EXAMPLES / "wagtail-7.0.yaml"
    assert not any(problem.rule == "wrong-edition" for problem in lint(wagtail, "508"))
    places = [problem.place for problem in lint(wagtail, "eu") if problem.rule == "wrong-edition"]
    assert "Clause 5: Generic Requirements" in places


@pytest.mark.parametrize("format_name", ["html", "openacr"])
def test_a_draft_of_ours_is_refused_as_a_draft(
    format_name: str, sample_view: RunView, config: Config, tmp_path: Path
) -> None:
    found = Counter(problem.rule for problem in lint(write_report(build(sample_view, config), format_name, tmp_path)))
    assert found["draft"] == 1


@pytest.mark.parametrize("format_name", ["html", "openacr"])
@pytest.mark.parametrize("edition", ["wcag", "508", "eu", "int"])
def test_a_final_report_of_ours_has_no_error(
    edition: str, format_name: str, write_run: WriteRun, config: Config, tmp_path: Path
) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome("html-has-lang", Outcome.PASSED, "3.1.1"),)))
    open_cells = build(view, config, edition).undecided
    rows = {
        (cell.proposal.row.num, cell.answer.component): RowVerdict("Supports", ANN, f"Tested for {cell.label}.")
        for cell in open_cells
    }
    acr = build(view, config, edition, verdicts=StoredVerdicts(rows=rows), final=True)
    found = lint(write_report(acr, format_name, tmp_path))
    assert [problem for problem in found if problem.severity == "error"] == []


def test_every_rule_has_an_id_of_its_own_and_a_manual_page() -> None:
    ids = [rule.RULE.id for rule in rules()]
    assert len(set(ids)) == len(ids) >= 14
    assert all(rule.__doc__ for rule in rules())


@pytest.mark.parametrize("name", ["acr.pptx", "missing.yaml"])
def test_what_cannot_be_read_is_a_usage_error(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=name.replace(".", r"\.")):
        lint(tmp_path / name)
