"""Things that do the same on several pages are named the same.

**Why it matters** People who use screen readers or speech input, and people with cognitive disabilities, recognise a function
by its name. “Search” on one page and “Find” on another look like two functions.

**How it is tested** Compared across the pages of a site are the accessible names of search fields with the same field name and
form, of controls that show the same image and no text and lead to the same address, and of menu items that lead to the same
address from the same menu on at least four fifths of its pages. Case, punctuation and digits are ignored. Technique G197,
failure F31.

**Asks** When names differ and neither holds the other. Names may differ rightly, such as those of a switch that says what it
will do.

**Passes** When each repeated thing has one name. Nothing repeated: inapplicable.

**Remedy** Before: a magnifying glass named “Search” here and “Find” there. After: one name everywhere.

**Cannot see** Functions that are the same for other reasons than image, field and address; things inside the main content;
icons drawn by fonts or style sheets.

**Real pages** On 300 pages of three documentation sets it asked nothing. See `docs/accuracy/site.md`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta
from a11ycheck.checks.menus import FEW, PART, menus
from a11ycheck.checks.site import Judged, Pages, PageSummary, listed, location, most_common, outcomes
from a11ycheck.evidence.words import fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="consistent-identification",
    title="Things that do the same on several pages are named the same",
    failure_title="Something is named otherwise than on other pages",
    criteria=("3.2.4",),
    needs=("summary",),
    power="asks",
    impact=Impact.MODERATE,
    scope="site",
)

_SECTIONS = {"search": "search field", "icons": "control with an icon"}
_MENU_ITEM = "link in a menu"
Seen = tuple[PageSummary, str, Json]


def judge(pages: Pages) -> Iterator[Judged]:
    """See `checks.site.SiteCheck.judge`."""
    found: dict[int, list[CheckOutcome]] = defaultdict(list)
    compared: set[int] = set()
    for what, seen in (*_things(pages), *_menu_items(pages)):
        compared |= {page.number for page, _, _ in seen}
        usual = most_common(_core(name) for _, name, _ in seen)
        called = min(name for _, name, _ in seen if _core(name) == usual)
        others = [page for page, name, _ in seen if _core(name) == usual]
        for page, name, place in seen:
            if not _consistent(_core(name), usual):
                message = f"This {what} is named “{name}”; on {listed(others)} it is named “{called}”."
                found[page.number].append(META.cant_tell(message, location(place)))
    yield from outcomes(META, pages, found, compared)


def _things(pages: Pages) -> Iterator[tuple[str, list[Seen]]]:
    """Search fields and icons that several pages show once each."""
    for section, what in _SECTIONS.items():
        by_key: dict[str, list[Seen]] = defaultdict(list)
        for page in pages:
            once = Counter(each["key"] for each in page.read.get(section, ()))
            for each in page.read.get(section, ()):
                if once[each["key"]] == 1 and fold(each["name"]):
                    by_key[each["key"]].append((page, each["name"], each["place"]))
        yield from ((what, seen) for _, seen in sorted(by_key.items()) if len(seen) > 1)


def _menu_items(pages: Pages) -> Iterator[tuple[str, list[Seen]]]:
    """Links that stand once in one menu wherever it is shown."""
    for menu in menus(pages):
        by_address: dict[str, list[Seen]] = defaultdict(list)
        for page, block, _ in menu.rows:
            once = Counter(address for _, address in block.items)
            for name, address in block.items:
                if address and once[address] == 1 and fold(name):
                    by_address[address].append((page, name, block.place))
        needed = max(FEW, len(menu.rows) * PART)
        yield from ((_MENU_ITEM, seen) for _, seen in sorted(by_address.items()) if len(seen) >= needed)


def _core(name: str) -> str:
    return re.sub(r"\d+", "#", fold(name))


def _consistent(name: str, usual: str) -> bool:
    """Consistent is not identical: “Search” and “Search the guide” tell of one function."""
    words, others = set(name.split()), set(usual.split())
    return words <= others or others <= words
