"""Menus repeated on several pages keep the order of their items.

**Why it matters** People with low vision who see a small part of the page, people who are blind and people with cognitive
disabilities learn where a menu's items are. When the order changes from page to page, they have to search it each time.

**How it is tested** Menus with the same landmarks and label are compared across the pages of a site: navigation, banner and
contentinfo landmarks, and menus in no landmark that are named so by id or class. Counted are only fixtures: items with the same
name and the same address on at least four fifths of the pages that show the menu (with fewer than four pages: menus of exactly
the same items). Links to the previous, next or parent page, to other languages and to parts of the page are left out, and items
that a menu holds twice. Needs three fixtures.

**Fails** When fixtures of a landmark stand in another order than on most pages, on pages that look the same to everybody. Technique
G61, failure F66.

**Asks** When that happens in a menu without a landmark, in a state of a flow or after a login, where people may have sorted the
menu themselves, or when no order is the usual one.

**Passes** When each page shows the usual order.

**Remedy** Before: `Home, Products, Help` on one page and `Home, Help, Products` on another. After: take the menu of all pages
from one template, and mark the current page with `aria-current="page"` instead of moving it.

**Cannot see** Menus in frames, menus of which no page shows all fixtures, and items without a name. Whether a person asked for
the change.

**Real pages** On 300 pages of three documentation sets it asked nothing and failed nothing. See `docs/accuracy/site.md`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta
from a11ycheck.checks.menus import Order, menus, order
from a11ycheck.checks.site import Judged, Pages, listed, location, outcomes
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="consistent-navigation",
    title="Menus repeated on several pages keep the order of their items",
    failure_title="A menu shows its items in another order than on other pages",
    criteria=("3.2.3",),
    needs=("summary",),
    power="fails",
    impact=Impact.MODERATE,
    scope="site",
)


def judge(pages: Pages) -> Iterator[Judged]:
    """See `checks.site.SiteCheck.judge`."""
    found: dict[int, list[CheckOutcome]] = defaultdict(list)
    compared: set[int] = set()
    for menu in menus(pages):
        if (ordered := order(menu)) is None:
            continue
        compared |= {page.number for page, _, _ in menu.rows}
        for page, block, first, second in ordered.deviating:
            message = (
                f"In this menu “{first[0]}” stands before “{second[0]}”;"
                f" on {listed(ordered.usual)} it is the other way round."
            )
            judged = META.failed if _proven(ordered) else META.cant_tell
            found[page.number].append(judged(message, location(block.place)))
    yield from outcomes(META, pages, found, compared)


def _proven(ordered: Order) -> bool:
    """Whether nothing but the page can explain the other order."""
    steady = not any(page.in_flow or page.personal for page, _, _ in ordered.menu.rows)
    return steady and ordered.menu.path != "unmarked" and len(ordered.usual) >= len(ordered.deviating)
