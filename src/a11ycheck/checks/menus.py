"""Menus that pages of a set share, and the order of what they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from a11ycheck.checks.site import Block, Pages, PageSummary
from a11ycheck.evidence.words import fold

Item = tuple[str, str]
PART = 0.8
"""On how many of its pages an item has to be, to be a fixture of a menu."""
FEW = 4
"""With fewer pages, only menus of exactly the same items are compared: a neighbour in a sequence could pass for a fixture."""


@dataclass(frozen=True)
class Menu:
    """One menu over the pages that show it, in the pages' order. `rows`: page, block, its items without doubles."""

    name: str
    path: str
    rows: tuple[tuple[PageSummary, Block, tuple[Item, ...]], ...]

    @property
    def fixtures(self) -> frozenset[Item]:
        """The items (folded name, address) that the menu has wherever it is shown."""
        counted = Counter(item for _, _, items in self.rows for item in items)
        needed = len(self.rows) * PART
        return frozenset(item for item, count in counted.items() if count >= needed)


@dataclass(frozen=True)
class Order:
    """The usual order of a menu's fixtures, and the pages that show another. `usual`: pages with the usual one."""

    menu: Menu
    items: tuple[Item, ...]
    usual: tuple[PageSummary, ...]
    deviating: tuple[tuple[PageSummary, Block, Item, Item], ...]


def menus(pages: Pages) -> Iterator[Menu]:
    """The menus that at least two pages show: same landmarks, same label, same place among such."""
    rows: dict[tuple[str, str, int], list[tuple[PageSummary, Block, tuple[Item, ...]]]] = defaultdict(list)
    for page in pages:
        alike = Counter((block.path, fold(block.name)) for block in page.blocks)
        seen: Counter[tuple[str, str]] = Counter()
        for block in page.blocks:
            key = (block.path, fold(block.name))
            items = [(fold(name), address) for name, address in block.items if fold(name)]
            once = Counter(items)
            rows[*key, seen[key] if alike[key] > 1 else 0].append(
                (page, block, tuple(item for item in items if once[item] == 1))
            )
            seen[key] += 1
    for (path, name, _), found in sorted(rows.items(), key=lambda one: one[0]):
        if len(found) > 1:
            yield Menu(name, path, tuple(found))


def order(menu: Menu) -> Order | None:
    """How a menu's fixtures are ordered; None when fewer than three things are fixed."""
    fixtures = menu.fixtures
    if len(menu.rows) < FEW and len({frozenset(items) for _, _, items in menu.rows}) > 1:
        return None
    if len(fixtures) < 3:
        return None
    shown = [tuple(item for item in items if item in fixtures) for _, _, items in menu.rows]
    whole = Counter(row for row in shown if len(row) == len(fixtures))
    if not whole:
        return None
    usual = max(whole, key=whole.__getitem__)
    rank = {item: index for index, item in enumerate(usual)}
    follows, deviates = [], []
    for (page, block, _), row in zip(menu.rows, shown, strict=True):
        if (swapped := _swapped(row, rank)) is None:
            follows.append(page)
        else:
            deviates.append((page, block, *swapped))
    return Order(menu, usual, tuple(follows), tuple(deviates))


def _swapped(row: Sequence[Item], rank: dict[Item, int]) -> tuple[Item, Item] | None:
    """The first two neighbours that stand the wrong way round."""
    for first, second in pairwise(row):
        if rank[first] > rank[second]:
            return first, second
    return None
