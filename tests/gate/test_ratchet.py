from __future__ import annotations

from tests.gate.conftest import Run, barrier, page

from a11ycheck.gate.baseline import Baseline, of_run
from a11ycheck.gate.comparison import compare
from a11ycheck.gate.instances import instances
from a11ycheck.gate.ratchet import accepted, tightened
from a11ycheck.store.queries import RunView


def baseline(view: RunView) -> Baseline:
    return of_run(view, instances(view), ("violation",))


def after(before: Baseline, view: RunView) -> Baseline:
    return tightened(compare(before, view, list(instances(view))))


def known(one: Baseline) -> list[tuple[str, str, int]]:
    return [(entry.page, entry.rule, entry.count) for entry in one.findings.values()]


def test_what_is_seen_fixed_goes_and_nothing_is_added(run: Run) -> None:
    before = baseline(run(page("/a", barrier(), barrier("color-contrast", "Text")), page("/b", barrier())))
    tight = after(before, run(page("/a", barrier(), barrier(anchor="file:new.png")), page("/c", barrier())))
    assert known(tight) == [("/a", "image-alt", 1), ("/b", "image-alt", 1)]
    assert tight.pages == before.pages


def test_a_count_goes_down_and_never_up(run: Run) -> None:
    before = baseline(run(page("/a", barrier(), barrier(), barrier())))
    assert known(after(before, run(page("/a", barrier())))) == [("/a", "image-alt", 1)]
    assert known(after(before, run(page("/a", *[barrier()] * 5)))) == [("/a", "image-alt", 3)]


def test_what_was_not_rechecked_stays(run: Run) -> None:
    before = baseline(run(page("/a", barrier())))
    assert after(before, run(page("/a", untested=["image-alt"]))) == before
    assert after(before, run(page("/a"), axe="4.14.1")) == before


def test_accepting_keeps_what_is_known_of_pages_the_run_did_not_visit(run: Run) -> None:
    before = baseline(run(page("/a", barrier()), page("/b", barrier(), driving=True)))
    merged = accepted(before, baseline(run(page("/a", barrier("color-contrast", "Text")))))
    assert known(merged) == [("/a", "color-contrast", 1), ("/b", "image-alt", 1)]
    assert (merged.pages, merged.driven) == (("/a", "/b"), ("/b",))


def test_accepting_another_axe_does_not_mix(run: Run) -> None:
    before = baseline(run(page("/a", barrier()), page("/b", barrier())))
    merged = accepted(before, baseline(run(page("/a", barrier()), axe="4.14.1")))
    assert known(merged) == [("/a", "image-alt", 1)]
    assert merged.axe == "4.14.1"
