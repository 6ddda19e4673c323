"""Which pictures a run takes: one of each group, the worst groups first, all of a page in one visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from a11ycheck.config import Config
from a11ycheck.model import Effort, PictureOrder, Visit
from a11ycheck.store.pictures import pictures_of
from a11ycheck.store.queries import RunView

MOST_PICTURES = 300
_WHOLE_PAGE = ("", "html", "body", "html > body")


def takes_pictures(config: Config) -> bool:
    """Whether a run takes pictures: not when nothing is to be kept, and not when it drives no page."""
    return config.keep_evidence != "none" and config.effort is not Effort.QUICK and config.sample != "0%"


def picture_visits(view: RunView, planned: Iterable[Visit]) -> list[Visit]:
    """Visits that take the pictures which the run's groups still lack, in plan order. A whole page is no example."""
    taken = pictures_of(view.connection, view.id)
    orders: dict[int, list[PictureOrder]] = defaultdict(list)
    for group in view.groups[:MOST_PICTURES]:
        selector = group.example.location.selector
        if group.key not in taken and selector not in _WHOLE_PAGE:
            row = view.target_by_id[group.example.target_id]
            orders[row.order].append(PictureOrder(group=group.key, state=row.target.state, selector=selector))
    return [
        visit.model_copy(update={"pictures": tuple(orders[visit.order]), "driving": False, "repeats": ""})
        for visit in planned
        if visit.order in orders
    ]
