from __future__ import annotations

import pytest
from tests.gate.conftest import Run, barrier, page

from a11ycheck.gate.baseline import Baseline, of_run
from a11ycheck.gate.comparison import Comparison, compare
from a11ycheck.gate.instances import instances
from a11ycheck.gate.reasons import reasons
from a11ycheck.model import CheckOutcome, Outcome, TargetStatus, Variant
from a11ycheck.store.queries import RunView

LOGO = barrier()
PHOTO = barrier(anchor="file:photo.jpg")


def baseline(view: RunView, *kinds: str) -> Baseline:
    return of_run(view, instances(view), kinds or ("violation",))


def held(before: RunView, after: RunView) -> tuple[Comparison, list[str]]:
    """The comparison and why what is new is new."""
    compared = compare(baseline(before), after, list(instances(after)))
    return compared, [reasons(compared, after)(one) for one in compared.new]


def test_the_same_run_again_is_all_known(run: Run) -> None:
    before = run(page("/a", LOGO, LOGO, PHOTO), page("/b", LOGO))
    compared, new = held(before, run(page("/a", LOGO, LOGO, PHOTO), page("/b", LOGO)))
    assert (len(compared.known), new, compared.seen_fixed, compared.not_rechecked) == (4, [], (), ())


def test_a_second_variant_of_a_page_does_not_double_what_is_there(run: Run) -> None:
    wide, narrow = Variant(), Variant(width=320, height=256)
    before = run(page("/a", LOGO, variant=wide))
    compared, new = held(before, run(page("/a", LOGO, variant=wide), page("/a", LOGO, variant=narrow)))
    assert (len(compared.known), new) == (1, [])


def test_two_hosts_with_the_same_path_count_apart(run: Run) -> None:
    before = run(page("/a", LOGO), page("/a", host="https://other.test"))
    _, new = held(before, run(page("/a", LOGO), page("/a", LOGO, host="https://other.test")))
    assert new == ["count went from 1 to 2"]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (
            [page("/a", LOGO)],
            [page("/a", LOGO), page("/new", LOGO)],
            "new page; the same cause is known on 1 other page",
        ),
        ([page("/a", LOGO)], [page("/a", LOGO, LOGO)], "count went from 1 to 2"),
        ([page("/a")], [page("/a", LOGO)], "not there before"),
        ([page("/a", LOGO)], [page("/a", LOGO, PHOTO)], "one more of a known cause"),
        ([page("/a")], [page("/a", barrier("target-size"))], "new rule: it never completed for the baseline"),
        (
            [page("/a", barrier(name="Old"))],
            [page("/a", barrier(name="New"))],
            'new name, another was "Old"',
        ),
        (
            [page("/a", LOGO)],
            [page("/a", LOGO), page("/a", PHOTO, variant=Variant(width=320, height=256))],
            "new variant 320x256",
        ),
    ],
)
def test_each_new_finding_says_why_it_is_new(run: Run, before: list, after: list, why: str) -> None:
    assert held(run(*before), run(*after))[1] == [why]


def test_what_was_found_by_comparing_pages_is_fixed_only_where_all_were_compared(run: Run) -> None:
    moved = barrier("consistent-navigation", "Main", check="consistent-navigation", role="navigation")
    quiet = CheckOutcome(check="consistent-navigation", rule="consistent-navigation", outcome=Outcome.PASSED)
    still = page("/a").model_copy(update={"outcomes": (quiet,)})
    before = run(page("/a", moved), page("/b"), page("/c"))
    compared, _ = held(before, run(still, page("/b")))
    assert [gone.reason for gone in compared.not_rechecked] == ["1 page that it was compared with is not in this run"]
    compared, _ = held(before, run(still, page("/b"), page("/c")))
    assert [gone.key for gone in compared.seen_fixed] == list(compared.baseline.findings)


def test_what_new_pages_brought_to_light_on_a_known_page_says_so(run: Run) -> None:
    titled = barrier("equal-titles", "Guide", check="equal-titles", role="document")
    other = barrier("equal-titles", "Other", check="equal-titles", role="document")
    before = run(page("/a", other), page("/b"))
    _, new = held(before, run(page("/a", other, titled), page("/b"), page("/new")))
    assert new == ["compared with pages that the baseline does not know, such as /new"]


def test_a_question_that_became_a_violation_is_new(run: Run) -> None:
    before = run(page("/a", barrier("color-contrast", "Text", outcome=Outcome.CANT_TELL)))
    after = run(page("/a", barrier("color-contrast", "Text")))
    assert held(before, after)[1] == ["needed review before, is a violation now"]


def test_a_violation_that_became_a_question_is_neither_new_nor_fixed(run: Run) -> None:
    before = run(page("/a", barrier("color-contrast", "Text")))
    compared, new = held(before, run(page("/a", barrier("color-contrast", "Text", outcome=Outcome.CANT_TELL))))
    assert (len(compared.known), new, compared.seen_fixed) == (1, [], ())


def test_another_axe_is_said_and_nothing_of_it_is_called_fixed(run: Run) -> None:
    before = run(page("/a", LOGO))
    compared, new = held(before, run(page("/a", PHOTO), axe="4.14.1"))
    assert new == ["one more of a known cause (axe-core 4.14.1, not 4.12.1)"]
    assert [gone.reason for gone in compared.not_rechecked] == ["axe-core was another: 4.14.1"]
    assert compared.notes == ("The baseline is of axe-core 4.12.1, this run of 4.14.1.",)


def test_what_another_axe_version_added_is_named(run: Run) -> None:
    _, new = held(run(page("/a")), run(page("/a", barrier("target-size")), axe="4.14.1"))
    assert new == ["new rule of axe-core 4.14.1: it never completed for the baseline"]


@pytest.mark.parametrize(
    ("moved", "kind"),
    [
        (barrier(landmarks=("banner",)), "to another landmark"),
        (barrier(anchor="under:New heading", digest="0123456789abcdef"), "below another heading, markup unchanged"),
    ],
)
def test_what_moved_on_its_page_is_known(run: Run, moved: object, kind: str) -> None:
    old = barrier(digest="0123456789abcdef") if "markup" in kind else LOGO
    compared, new = held(run(page("/a", old)), run(page("/a", moved)))
    assert (len(compared.moved), new, compared.seen_fixed) == (1, [], ()), kind


def test_what_moved_with_its_page_is_known(run: Run) -> None:
    compared, new = held(run(page("/old", LOGO), page("/b")), run(page("/new", LOGO), page("/b")))
    assert (len(compared.moved), new) == (1, [])


def test_a_copy_on_a_new_page_is_new_while_the_old_page_stands(run: Run) -> None:
    compared, new = held(run(page("/old", LOGO)), run(page("/old"), page("/new", LOGO)))
    assert len(new) == 1
    assert [gone.entry.page for gone in compared.seen_fixed] == ["/old"]


def test_one_fixed_and_one_new_do_not_cancel_out(run: Run) -> None:
    compared, new = held(run(page("/a", LOGO)), run(page("/a", PHOTO)))
    assert len(new) == 1
    assert len(compared.seen_fixed) == 1


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ({"results": [page("/b")]}, "the page is not in this run"),
        (
            {"results": [page("/a", status=TargetStatus.NOT_AUDITED, reason="http-error"), page("/b")]},
            "the page could not be audited",
        ),
        ({"results": [page("/a", untested=["image-alt"])]}, "the check did not complete there"),
        ({"results": [page("/a", completed=["region"])]}, "the check did not complete there"),
        ({"results": [page("/a", variant=Variant(width=320, height=256))]}, "not audited in the variant 1280x800"),
        ({"results": [page("/a")], "effort": "quick"}, "the effort was lower: quick"),
    ],
)
def test_what_nobody_looked_at_again_is_not_called_fixed(run: Run, after: dict, reason: str) -> None:
    compared, _ = held(run(page("/a", LOGO), page("/b")), run(*after.pop("results"), **after))
    assert [gone.reason for gone in compared.not_rechecked] == [reason]
    assert compared.seen_fixed == ()


def test_a_higher_effort_rechecks(run: Run) -> None:
    compared, _ = held(run(page("/a", LOGO)), run(page("/a"), effort="thorough"))
    assert [gone.key for gone in compared.seen_fixed] == list(compared.baseline.findings)


def test_some_of_several_equal_ones_are_seen_fixed(run: Run) -> None:
    compared, _ = held(run(page("/a", LOGO, LOGO, LOGO)), run(page("/a", LOGO)))
    assert [gone.count for gone in compared.seen_fixed] == [2]
