"""Answers of older reports: which are taken over, and that none of them decides anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.conformance import carried_over
from a11ycheck.conformance.acr import Acr, build
from a11ycheck.conformance.recorded import read
from a11ycheck.errors import UsageError
from a11ycheck.store.carried_over import OlderAnswer, OlderReport, replace_all
from a11ycheck.store.queries import RunView

OLD = OlderReport("acr.yaml", "Acme Accessibility Conformance Report", "Acme", "13 May 2025", "Parley 7")
YAML = """title: Acme Accessibility Conformance Report
product: {name: Parley, version: "7"}
report_date: 2025-05-13
chapters:
  success_criteria_level_a:
    criteria:
      - num: 1.1.1
        components:
          - {name: web, adherence: {level: supports, notes: Tested.}}
          - {name: software, adherence: {level: "", notes: ""}}
          - {name: electronic-docs, adherence: {level: passes, notes: ""}}
      - num: 4.1.1
        components: [{name: web, adherence: {level: supports, notes: ""}}]
  functional_performance_criteria:
    criteria:
      - num: "302.1"
        components: [{name: none, adherence: {level: not-evaluated, notes: ""}}]
"""
EXAMPLES = Path(os.environ.get("A11YCHECK_SHARED", "../shared")) / "standards" / "openacr" / "examples"


def report(view: RunView, config: Config, *answers: OlderAnswer) -> Acr:
    replace_all(view.connection, OLD, answers)
    return build(view, config, "508", verdicts=read(view, config).verdicts())


def test_only_answers_that_can_start_something_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "acr.yaml"
    path.write_text(YAML)
    taken = carried_over.read(path)
    assert taken.answers == (OlderAnswer("1.1.1", "web", "Supports", "Tested."),)
    assert [why for _, why in taken.left_out] == [
        "no level",
        "“passes” is not a term of the template",
        "no edition of the template asks for this answer",
        "Not Evaluated answers nothing",
    ]
    assert (taken.report.maker, taken.report.date, taken.report.product) == ("Acme", "2025-05-13", "Parley 7")


def test_a_report_without_answers_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "acr.yaml"
    path.write_text("title: Empty\nchapters: {}\n")
    with pytest.raises(UsageError, match="no answer that could be taken over"):
        carried_over.read(path)


def test_it_suggests_and_never_decides(sample_view: RunView, config: Config) -> None:
    acr = report(sample_view, config, OlderAnswer("2.4.3", "web", "Supports", "All fine."))
    answer = next(row for row in acr.proposals if row.row.num == "2.4.3").answer("web")
    assert answer.level is None
    assert answer.suggested == "Supports"
    assert answer.reasons[0].code == "carried-over"
    assert answer.remarks == ("From the older report: All fine.",)
    assert any("2.4.3" in line for line in acr.blockers)


def test_facts_of_this_run_come_first(sample_view: RunView, config: Config) -> None:
    acr = report(sample_view, config, OlderAnswer("1.1.1", "web", "Supports", "All fine."))
    answer = next(row for row in acr.proposals if row.row.num == "1.1.1").answer("web")
    assert (answer.level, answer.suggested, answer.mark) == (None, None, "failure, unconfirmed")
    assert answer.remarks[-1] == "From the older report: All fine."
    assert "Images without a text alternative" in " ".join(answer.remarks[:-1])


@pytest.mark.parametrize(("num", "component"), [("302.1", "none"), ("602.3", "none"), ("1.1.1", "electronic-docs")])
def test_other_cells_stay_undecided_too(num: str, component: str, sample_view: RunView, config: Config) -> None:
    acr = report(sample_view, config, OlderAnswer(num, component, "Supports", ""))
    answer = next(row for row in acr.proposals if row.row.num == num).answer(component)
    assert answer.level is None
    assert "carried-over" in answer.codes


def test_nobody_is_said_to_have_tested(sample_view: RunView, config: Config) -> None:
    acr = report(sample_view, config, OlderAnswer("2.4.3", "web", "Supports", ""))
    assert "No manual test has been recorded so far." in acr.evaluation_methods
    assert not any("Acme" in line for line in acr.evaluation_methods)


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the published OpenACR examples are not here")
@pytest.mark.parametrize("name", ["wagtail-7.0.yaml", "govready-0.9.yaml"])
def test_published_reports(name: str) -> None:
    taken = carried_over.read(EXAMPLES / name)
    assert len(taken.answers) > 30
    assert not any(answer.level == "Not Evaluated" for answer in taken.answers)
