from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.model import CheckOutcome, Location, Outcome, TargetResult, TargetStatus, Visit
from a11ycheck.reporters.html_site import Site
from a11ycheck.reporters.paging import PART_WEIGHT, Pager, paged, parts
from a11ycheck.reporters.wording import Section
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


@pytest.fixture
def site(view: RunView, config: Config) -> Site:
    return Site(view, Config())


def test_criteria_never_read_unknown_as_good(site: Site) -> None:
    results = {each.num: (each.result, len(each.groups), each.pages) for each in site.criteria}
    assert results["1.1.1"] == ("Violation", 1, 2)
    assert results["1.4.3"] == ("Violation", 2, 1)
    assert results["1.4.10"] == ("Needs review", 1, 1)
    assert results["3.1.1"] == ("No violations found", 0, 0)
    assert results["1.2.2"] == ("Nothing to test found", 0, 0)
    assert results["2.1.1"] == ("Untested", 0, 0)
    assert sum(result == "Untested" for result, *_ in results.values()) == 48


def test_criterion_whose_only_rule_was_untested_is_untested(tmp_path: Path) -> None:
    untested = CheckOutcome(check="reflow", rule="reflow", outcome=Outcome.UNTESTED, criteria=("1.4.10",))
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        run = RunWriter.start(connection, {})
        visit = Visit(order=0, url="https://x.test/")
        page = TargetResult(order=0, target=visit.targets[0], status=TargetStatus.AUDITED, outcomes=(untested,))
        run.save(visit, [page], keep_evidence=False)
        site = Site(RunView(connection), Config())
        (result,) = (each for each in site.criteria if each.num == "1.4.10")
    assert (result.result, result.completed, result.untested) == ("Untested", 0, 1)
    assert [each.rule.rule for each in site.untested] == ["reflow"]


def test_best_practice_counts_for_no_criterion(tmp_path: Path) -> None:
    tidy = CheckOutcome(
        check="axe",
        rule="tidy",
        outcome=Outcome.FAILED,
        criteria=("2.4.1",),
        best_practice=True,
        location=Location(selector="p"),
        group="g",
    )
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        run = RunWriter.start(connection, {})
        visit = Visit(order=0, url="https://x.test/")
        page = TargetResult(order=0, target=visit.targets[0], status=TargetStatus.AUDITED, outcomes=(tidy,))
        run.save(visit, [page], keep_evidence=False)
        site = Site(RunView(connection), Config())
        assert {each.result for each in site.criteria} == {"Untested"}
        assert site.pages_with(Section.BEST_PRACTICE) == 1


def test_pages_that_were_not_audited_come_first_then_the_busiest(site: Site) -> None:
    assert [row.order for row in site.targets] == [4, 5, 3, 0, 1, 2]
    assert [row.order for row in site.busiest] == [0, 1, 2, 3]


def test_page_lists_a_group_in_the_section_of_what_it_has_there(site: Site) -> None:
    blocks = site.blocks(site.view.targets[0])
    assert [(block.section, block.group.rule.rule, len(block.places)) for block in blocks] == [
        (Section.VIOLATION, "image-alt", 2),
        (Section.VIOLATION, "color-contrast", 1),
        (Section.NEEDS_REVIEW, "color-contrast", 1),
        (Section.NEEDS_REVIEW, "reflow", 1),
    ]


def test_page_names_stay_the_same_from_run_to_run(site: Site, sample_file: Path) -> None:
    with closing(open_audit_file(sample_file)) as connection:
        again = Site(RunView(connection), Config())
        assert list(again.page_names.values()) == list(site.page_names.values())
    assert len(set(site.page_names.values())) == len(site.view.targets)


def test_parts_are_cut_by_number_and_by_weight() -> None:
    assert list(parts([], 3)) == [[]]
    assert list(parts([1, 2, 3, 4], 2)) == [[1, 2], [3, 4]]
    assert list(parts([1, 2, 3], 9, lambda _: PART_WEIGHT // 2)) == [[1, 2], [3]]
    assert list(parts([1, 2], 9, lambda _: PART_WEIGHT * 2)) == [[1], [2]]


def test_pagers_link_each_part_to_its_neighbours() -> None:
    pagers = [pager for pager, _ in paged("groups", iter([["a"], ["b"], ["c"]]))]
    assert [(pager.file, pager.previous, pager.next) for pager in pagers] == [
        ("groups.html", "", "groups-2.html"),
        ("groups-2.html", "groups.html", "groups-3.html"),
        ("groups-3.html", "groups-2.html", ""),
    ]
    assert [pager for pager, _ in paged("x", [["only"]])] == [Pager("x", 1, last=True)]
