"""Suppressions silence what they are about until their last day, and those that do nothing are known."""

from __future__ import annotations

from datetime import date

import pytest
from tests.gate.conftest import Run, barrier, page

from a11ycheck.gate.instances import Instance, instances
from a11ycheck.gate.silencing import Silencing
from a11ycheck.gating import Suppression

TODAY = date(2026, 3, 1)


def told(**conditions: object) -> Suppression:
    return Suppression.model_validate({"reason": "known", **conditions})


@pytest.fixture
def picture(run: Run) -> Instance:
    """A picture without alternative on /a."""
    (one,) = instances(run(page("/a", barrier())))
    return one


PICTURES, PAGE, LINKS = told(rule="image-alt"), told(url="*/a"), told(rule="link-name")


def test_without_suppressions_nothing_is_silenced(picture: Instance) -> None:
    silencing = Silencing((), TODAY)
    assert silencing.of(picture) is None
    assert (silencing.expired, silencing.unused) == ((), ())


def test_the_first_that_holds_is_named_and_all_that_hold_are_used(picture: Instance) -> None:
    silencing = Silencing((LINKS, PAGE, PICTURES), TODAY)
    assert silencing.unused == (LINKS, PAGE, PICTURES)
    assert silencing.of(picture) is PAGE
    assert silencing.unused == (LINKS,)


@pytest.mark.parametrize(
    ("until", "holds"), [(date(2026, 2, 28), False), (date(2026, 3, 1), True), (date(2026, 3, 2), True), (None, True)]
)
def test_it_holds_on_its_last_day_and_not_after(picture: Instance, until: date | None, holds: bool) -> None:
    rule = told(rule="image-alt", until=until)
    silencing = Silencing((rule,), TODAY)
    assert (silencing.of(picture) is rule) is holds
    assert silencing.expired == (() if holds else (rule,))


def test_an_expired_one_is_not_called_unused_and_does_not_hide_the_next(picture: Instance) -> None:
    over = told(rule="image-alt", until=date(2026, 1, 1))
    silencing = Silencing((over, PICTURES), TODAY)
    assert silencing.of(picture) is PICTURES
    assert (silencing.expired, silencing.unused) == ((over,), ())


@pytest.mark.parametrize(
    "conditions",
    [{"rule": "image-alt", "url": "*/b"}, {"check": "reflow"}, {"criterion": "1.4.3"}, {"selector": "footer img"}],
)
def test_all_conditions_must_hold(picture: Instance, conditions: dict[str, str]) -> None:
    assert Silencing((told(**conditions),), TODAY).of(picture) is None
