"""What comes after a verdict: the next open thing in the order that the tester chose, so that one key leads there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from flask import request

from a11ycheck.web.desk import desk
from a11ycheck.web.sample_parts import in_order

Way = Literal["page", "criterion"]
_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Next:
    """Where the button after a verdict leads, and what it says of it. There the first choice of the open form has the focus."""

    address: str
    label: str


def way() -> Way:
    """The order of the work: all criteria of one page, or one criterion on all pages."""
    return "criterion" if request.args.get("way") == "criterion" else "page"


def goes_on() -> bool:
    """Whether the tester came from the verdict before: the next one has the focus at once."""
    return "go" in request.args


def after_instance(num: str, place: str, nums: list[str], order: Way) -> Next | None:
    """The next open instance; at the end of a criterion its decision, at the end of a page the next page; None when all is done."""
    here = desk()
    places = [page.place for page in in_order(here.recorded.sample) if here.recorded.pages.get(page.place)]
    if order == "criterion":
        for each in around(places, place):
            if is_open_instance(num, each):
                return _instance(num, each, order, each)
        return Next(f"/row/{num}?go", f"the decision on {num}")
    for each in around(nums, num):
        if is_open_instance(each, place):
            return _instance(each, place, order, each)
    for at in around(places, place):
        for each in nums:
            if is_open_instance(each, at):
                return _instance(each, at, order, f"{each} on {at}")
    return None


def after_answer(num: str, component: str) -> Next | None:
    """The next open answer of the report, in its order; None when all are signed."""
    owed = [(task.row.num, task.cell.component) for task in desk().tasks]
    signed = {(task.row.num, task.cell.component) for task in desk().tasks if task.state == "signed"}
    for row, cell in around(owed, (num, component)):
        if (row, cell) not in signed:
            return Next(f"/row/{row}?go", "the next component" if row == num else row)
    return None


def is_open_instance(num: str, place: str) -> bool:
    """Whether no verdict holds on a criterion on a page: none, a stale one, or two that differ."""
    return desk().recorded.holds("page", num, place) is None


def _instance(num: str, place: str, order: Way, label: str) -> Next:
    target = desk().recorded.pages[place][0]
    return Next(f"/test/{num}/{target.id}?{'way=criterion&' if order == 'criterion' else ''}go", label)


def around(items: Sequence[_Item], start: _Item) -> Iterator[_Item]:
    """The items after one of them, then those before it."""
    at = items.index(start) if start in items else -1
    yield from items[at + 1 :]
    yield from items[: max(at, 0)]
