"""The driven sample: small plans whole, large ones by cluster and seed, never what could not be audited."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from a11ycheck.config import Config
from a11ycheck.model import PageFacts, Target, TargetStatus, Visit
from a11ycheck.sampling import ALL_WHEN_AT_MOST, driven_sample, in_random_part
from a11ycheck.shard import Shard
from a11ycheck.store.rows import TargetRow
from a11ycheck.targets.plan import Plan

MANY = 200
WHOLE = Shard()


def plan(pages: int) -> Plan:
    return Plan(tuple(Visit(order=order, url=f"https://x/{order}") for order in range(pages)))


def driven(
    planned: Plan,
    shard: Shard = WHOLE,
    skeleton: Callable[[int], str] = lambda order: "same",
    missed: frozenset[int] = frozenset(),
    visited: range | None = None,
    **options: Any,
) -> list[int]:
    rows = [
        TargetRow(
            id=order, order=order, target=Target(url=f"https://x/{order}"),
            status=TargetStatus.NOT_AUDITED if order in missed else TargetStatus.AUDITED, reason="", message="",
            facts=PageFacts(skeleton=skeleton(order)), driven=False, cluster="", seconds=0,
        )
        for order in visited or range(len(planned.visits))
    ]  # fmt: skip
    view: Any = SimpleNamespace(targets=rows)
    visits = driven_sample(planned, view, Config.model_validate(options), shard)
    assert all(visit.driving for visit in visits)
    return [visit.order for visit in visits]


@pytest.mark.parametrize("options", [{"effort": "quick"}, {"sample": "0%"}, {"effort": "quick", "sample": "all"}])
def test_nothing_is_driven_when_nobody_asks(options: dict[str, str]) -> None:
    assert driven(plan(3), **options) == []


def test_a_small_plan_is_driven_whole_and_one_page_more_is_not() -> None:
    assert driven(plan(ALL_WHEN_AT_MOST)) == list(range(ALL_WHEN_AT_MOST))
    assert 0 < len(driven(plan(ALL_WHEN_AT_MOST + 1))) < ALL_WHEN_AT_MOST
    assert driven(plan(MANY), sample="all") == list(range(MANY))


def test_what_could_not_be_audited_is_not_driven_and_another_page_stands_for_its_kind() -> None:
    missed = frozenset({0, 2})
    assert driven(plan(4), missed=missed) == [1, 3]
    chosen = driven(plan(MANY), skeleton=lambda order: "rare" if order < 3 else "same", missed=missed)
    assert 1 in chosen
    assert missed.isdisjoint(chosen)


def test_each_kind_of_page_has_one_that_stands_for_it() -> None:
    def kind(order: int) -> str:
        return f"kind {order // 20}"

    by_chance = set(driven(plan(MANY), sample="10%"))
    chosen = set(driven(plan(MANY), skeleton=kind))
    assert chosen == by_chance | set(range(0, MANY, 20))


def test_a_part_of_about_the_size_asked_for_that_the_seed_moves() -> None:
    tenth, half, other = (
        set(driven(plan(MANY), sample="10%")), set(driven(plan(MANY), sample="50%")),
        set(driven(plan(MANY), sample="10%", seed=1)),
    )  # fmt: skip
    assert MANY * 0.04 < len(tenth) < MANY * 0.17
    assert MANY * 0.4 < len(half) < MANY * 0.6
    assert tenth < half
    assert tenth != other
    assert len(driven(plan(MANY), sample="100%")) == MANY


def test_a_page_is_chosen_by_its_address_and_not_by_its_place_in_the_plan() -> None:
    planned, config = plan(MANY), Config()
    chosen = [visit.url for visit in planned.visits if in_random_part(planned, visit, config)]
    shuffled = [visit.model_copy(update={"order": MANY - visit.order}) for visit in planned.visits]
    assert [visit.url for visit in shuffled if in_random_part(planned, visit, config)] == chosen


def test_the_shards_of_a_large_plan_drive_together_what_chance_chooses_and_no_representatives() -> None:
    parts = [driven(plan(MANY), Shard(number, 2), visited=range((number - 1) * 100, number * 100)) for number in (1, 2)]
    assert parts[0] + parts[1] == driven(plan(MANY), sample="10%")


def test_a_shard_of_a_small_plan_drives_all_it_has() -> None:
    assert driven(plan(6), Shard(1, 2), visited=range(3)) == [0, 1, 2]


def test_pages_shown_again_in_another_variant_do_not_make_a_small_plan_large() -> None:
    pages = plan(ALL_WHEN_AT_MOST).visits
    again = [visit.model_copy(update={"order": visit.order + len(pages), "repeats": "all"}) for visit in pages]
    planned = Plan((*pages, *again), repeated=len(again))
    assert set(driven(planned)) >= {visit.order for visit in pages}
