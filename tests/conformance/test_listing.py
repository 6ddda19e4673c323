from __future__ import annotations

from tests.conformance.acr_sample import SITE, WriteRun, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.evidence import CriterionEvidence
from a11ycheck.conformance.listing import (
    affected,
    annex,
    evidence_line,
    has_remarks,
    question_list,
    reasons_to_print,
    undecided_by_table,
)
from a11ycheck.model import Outcome
from a11ycheck.store.queries import RunView


def test_undecided_rows_are_listed_by_table(sample_view: RunView, config: Config) -> None:
    listed = {table.table.id: len(rows) for table, rows in undecided_by_table(build(sample_view, config))}
    assert listed == {"wcag-a": 24, "wcag-aa": 13, "508-3": 9, "508-6": 4}


def test_each_open_question_stands_once_with_the_number_of_answers_that_wait(sample_view: RunView) -> None:
    found = {question.id: count for question, count in question_list(build(sample_view, Config()))}
    assert found["hardware"] == 54
    assert found["media"] == 2
    assert "voice" not in found


def test_barriers_stand_once_by_place_with_all_their_criteria(write_run: WriteRun, config: Config) -> None:
    both = outcome("link-name", Outcome.FAILED, "2.4.4", "4.1.2", selector="a", landmarks=("navigation",))
    bare = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img")
    found = annex(build(write_run(page(0, f"{SITE}/", (both, bare))), config))
    assert [(name, [list(barrier.criteria.values()) for barrier in barriers]) for name, barriers in found] == [
        ("navigation", [[("2.4.4", "4.1.2")]]),
        ("outside landmarks", [[("1.1.1",)]]),
    ]


def test_every_affected_function_leads_to_its_group_in_the_list(write_run: WriteRun, config: Config) -> None:
    found = tuple(
        outcome("link-name", Outcome.FAILED, "2.4.4", selector=f"a.{mark}", landmarks=(mark,), role="link", name=mark)
        for mark in ("main", "navigation")
    )
    acr = build(write_run(page(0, f"{SITE}/", found)), config)
    listed = {group.anchor for _, barriers in annex(acr) for barrier in barriers for group in barrier.groups}
    named = affected(acr.run.of("2.4.4"), acr.run)
    assert [name for name, _ in named] == ["the link “main”", "the link “navigation”"]
    assert {anchor for _, anchor in named} == listed


def test_what_the_notes_of_a_table_say_is_not_repeated_in_each_row(sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config)
    table = acr.tables[0]
    documents = [proposal.answer("electronic-docs") for proposal in table.proposals if len(proposal.answers) > 2]
    assert any("Documents offered for download were not tested" in note for note in table.notes)
    assert documents
    assert all(reasons_to_print(answer) == () for answer in documents if answer.undecided)
    assert not has_remarks(table.proposals[0], documents[0], final=False)


def test_barriers_of_criteria_outside_the_edition_are_left_out(write_run: WriteRun, config: Config) -> None:
    newer = outcome("target-size", Outcome.FAILED, "2.5.8", selector="a")
    view = write_run(page(0, f"{SITE}/", (newer,)))
    assert annex(build(view, config)) == ()
    assert len(annex(build(view, config, "wcag"))) == 1


def test_the_evidence_line_counts_completed_of_planned(sample_view: RunView, config: Config) -> None:
    run = build(sample_view, config).run
    assert evidence_line(run.of("1.4.3"), run) == (
        "1 automated rule completed on 7 of 8 pages; 7 unconfirmed failures in 1 group on 7 pages; 1 open question."
    )
    assert evidence_line(run.of("2.4.7"), run) == (
        "1 automated rule completed on 0 of 8 pages; no failure found; 0 open questions; not completed on 1 page."
    )
    assert "no automated rule" in evidence_line(CriterionEvidence("3.3.4"), run)


def test_reasons_that_the_row_says_already_are_not_printed_twice(sample_view: RunView, config: Config) -> None:
    proposal = next(p for p in build(sample_view, config).proposals if p.row.num == "1.1.1")
    assert reasons_to_print(proposal.answer("web")) == ()
