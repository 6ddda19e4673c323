"""The words of the tool as values: names and keys that identify a page, a variant, a visit's targets."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from a11ycheck.model import (
    CheckOutcome,
    Effort,
    Impact,
    Interact,
    Outcome,
    Target,
    TargetResult,
    TargetStatus,
    Variant,
    Visit,
    short_hash,
)
from a11ycheck.steps import AuditState, Click


@pytest.mark.parametrize("scale", [Impact, Effort, Interact])
def test_ranks_rise_from_harmless_to_heavy(scale: type[Impact | Effort | Interact]) -> None:
    assert [one.rank for one in scale] == list(range(len(scale)))


def test_the_ends_of_the_scales() -> None:
    assert Impact.CRITICAL.rank > Impact.SERIOUS.rank > Impact.MODERATE.rank > Impact.MINOR.rank
    assert Effort.THOROUGH.rank > Effort.STANDARD.rank > Effort.QUICK.rank
    assert Interact.SUBMIT.rank > Interact.OPERATE.rank > Interact.OBSERVE.rank


@pytest.mark.parametrize(
    ("variant", "name"),
    [
        (Variant(), "1280x800"),
        (Variant(width=320, height=256, color_scheme="dark"), "320x256+dark"),
        (Variant(forced_colors=True, reduced_motion=True), "1280x800+forced-colors+reduced-motion"),
        (Variant(color_scheme="dark", forced_colors=True), "1280x800+dark+forced-colors"),
    ],
)
def test_a_variant_has_a_short_name(variant: Variant, name: str) -> None:
    assert variant.name == name


@pytest.mark.parametrize(
    ("url", "state", "key"),
    [
        ("https://example.org", "", "/"),
        ("https://example.org/a/?y=2&x=1", "", "/a/?x=1&y=2"),
        ("https://example.org/a?x=", "", "/a?x="),
        ("https://example.org/a#part", "", "/a"),
        ("https://example.org/a#/inbox", "", "/a#/inbox"),
        ("https://example.org/a#!inbox", "menu open", "/a#!inbox [menu open]"),
        ("build/guide/a.html", "", "build/guide/a.html"),
    ],
)
def test_a_page_is_known_by_path_query_route_and_state(url: str, state: str, key: str) -> None:
    assert Target(url=url, state=state).page_key == key


def test_host_and_variant_do_not_belong_to_a_page() -> None:
    one = Target(url="http://127.0.0.1:8000/a", variant=Variant(color_scheme="dark"))
    assert one.page_key == Target(url="https://example.org/a").page_key


STEPS = (Click(text="Menu"), AuditState(state="open"), AuditState(state="full"))


@pytest.mark.parametrize(
    ("visit", "states"),
    [
        (Visit(order=0, url="https://example.org/"), [""]),
        (Visit(order=0, url="https://example.org/", flow="menu", steps=STEPS), ["open", "full"]),
        (Visit(order=0, url="https://example.org/", flow="menu", script="menu.py", states=("open",)), ["open"]),
        (Visit(order=0, url="https://example.org/", flow="menu", steps=STEPS[:1]), []),
    ],
)
def test_the_targets_of_a_visit_are_known_before_it_runs(visit: Visit, states: list[str]) -> None:
    assert [target.state for target in visit.targets] == states
    assert {target.variant for target in visit.targets} <= {visit.variant}


def test_only_violations_and_questions_are_findings() -> None:
    outcomes = tuple(CheckOutcome(check="check", rule="rule", outcome=outcome) for outcome in Outcome)
    result = TargetResult(order=0, target=Target(url="/"), status=TargetStatus.AUDITED, outcomes=outcomes)
    assert [one.outcome for one in result.findings] == [Outcome.FAILED, Outcome.CANT_TELL]


def test_values_cross_a_process_border_and_cannot_be_changed() -> None:
    visit = Visit(order=3, url="https://example.org/", steps=STEPS)
    assert pickle.loads(pickle.dumps(visit)) == visit
    with pytest.raises(ValidationError, match="frozen"):
        visit.order = 4  # type: ignore[misc]


def test_parts_of_a_hash_do_not_run_together() -> None:
    assert short_hash("ab", "c") != short_hash("a", "bc") != short_hash("abc")
    assert len(short_hash()) == 16


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(st.characters()), max_size=3))
def test_any_text_of_a_page_has_a_hash(parts: list[str]) -> None:
    assert short_hash(*parts, "\ud800") == short_hash(*parts, "\ud800")
    assert set(short_hash(*parts)) <= set("0123456789abcdef")
