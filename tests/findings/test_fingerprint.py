"""Fingerprint and group key, version 1: what they survive and what tells them apart. The values are frozen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.findings.fingerprint import fingerprint, group_key, steady
from a11ycheck.model import CheckOutcome, Identity, Location, Outcome, Target, Variant

IDENTITY = Identity(
    role="img", name="", landmarks=("main",), anchor="file:logo.png", signature="main>p>img", digest="d"
)
TARGET = Target(url="http://127.0.0.1:8000/guide/?b=2&a=1")


def outcome(identity: Identity = IDENTITY, **changes: object) -> CheckOutcome:
    base = CheckOutcome(
        check="axe", rule="image-alt", outcome=Outcome.FAILED, location=Location(selector="img", identity=identity)
    )
    return base.model_copy(update=changes)


def with_identity(**changes: object) -> CheckOutcome:
    return outcome(IDENTITY.model_copy(update=changes))


def test_version_one_is_frozen() -> None:
    assert fingerprint(outcome(), TARGET.page_key) == "0f96b30345bfdbb7"
    assert group_key(outcome()) == "c7a25112dd30b6bb"


@pytest.mark.parametrize(
    "target",
    [
        Target(url="https://staging.example.org/guide/?a=1&b=2"),
        Target(url="http://127.0.0.1:8000/guide/?b=2&a=1#section"),
        Target(url="http://127.0.0.1:8000/guide/?b=2&a=1", variant=Variant(width=320, color_scheme="dark")),
    ],
)
def test_host_query_order_fragment_and_variant_do_not_matter(target: Target) -> None:
    assert fingerprint(outcome(), target.page_key) == fingerprint(outcome(), TARGET.page_key)


@pytest.mark.parametrize(
    "target",
    [
        Target(url="http://127.0.0.1:8000/other/?a=1&b=2"),
        Target(url="http://127.0.0.1:8000/guide/?a=1&b=3"),
        Target(url="http://127.0.0.1:8000/guide/?a=1&b=2", state="menu open"),
        Target(url="http://127.0.0.1:8000/guide/?a=1&b=2#/settings"),
    ],
)
def test_page_query_state_and_hash_route_do(target: Target) -> None:
    assert fingerprint(outcome(), target.page_key) != fingerprint(outcome(), TARGET.page_key)


@pytest.mark.parametrize("changes", [{"signature": "x>y>z"}, {"digest": "other"}])
def test_place_in_the_markup_and_content_do_not_matter(changes: dict[str, object]) -> None:
    assert fingerprint(with_identity(**changes), TARGET.page_key) == fingerprint(outcome(), TARGET.page_key)
    assert fingerprint(
        outcome(location=Location(selector="div > img", html="<img>", identity=IDENTITY)), TARGET.page_key
    ) == fingerprint(outcome(), TARGET.page_key)


@pytest.mark.parametrize(
    "changes", [{"role": "link"}, {"name": "Logo"}, {"landmarks": ("banner",)}, {"anchor": "file:photo.png"}]
)
def test_role_name_landmarks_and_anchor_do(changes: dict[str, object]) -> None:
    assert fingerprint(with_identity(**changes), TARGET.page_key) != fingerprint(outcome(), TARGET.page_key)


def test_the_anchor_counts_only_where_there_is_no_name() -> None:
    one, two = with_identity(name="Logo"), with_identity(name="Logo", anchor="file:photo.png")
    assert fingerprint(one, TARGET.page_key) == fingerprint(two, TARGET.page_key)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Inbox (12)", "inbox (#)"),
        ("Inbox (3)", "inbox (#)"),
        ("Posted 12 May 2024, 10:31", "posted #"),
        ("Posted 3 November 2026, 9:05", "posted #"),
        ("Posted Mon, Nov 2 2026", "posted #"),
        ("May we help?", "may we help?"),
        ("Version 1.2.3", "version #"),
        ("  Save\n changes ", "save changes"),
    ],
)
def test_numbers_and_dates_in_names_are_steady(name: str, expected: str) -> None:
    assert steady(name) == expected


@given(st.text(max_size=80))
def test_a_steady_name_stays_as_it_is(name: str) -> None:
    assert steady(steady(name)) == steady(name)


def test_a_group_spans_pages_and_names_but_not_structures() -> None:
    assert group_key(with_identity(name="Other")) == group_key(outcome())
    assert group_key(with_identity(signature="nav>a>img")) != group_key(outcome())
    assert group_key(outcome(rule="link-name")) != group_key(outcome())


def test_a_page_level_finding_has_a_fingerprint_too() -> None:
    assert len(fingerprint(outcome(location=None), TARGET.page_key)) == 16
