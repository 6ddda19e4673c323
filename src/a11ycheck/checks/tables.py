"""Tables as grids: which slots a cell covers and which cells a header speaks for.

After the forming and header algorithms of HTML (https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics),
on the cells of the `dom` evidence. Where browsers are kinder than the text, this is too: a header cell without `scope` beside
data cells is a row header.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck.model import Json


@dataclass(frozen=True)
class Cell:
    """A cell at its slots: rows `top` up to `bottom`, columns `left` up to `right`, the ends excluded."""

    row: int
    index: int
    top: int
    bottom: int
    left: int
    right: int
    facts: Json

    @property
    def is_header(self) -> bool:
        """A `th`, or a `columnheader` or `rowheader`."""
        return bool(self.facts["k"] == "th")

    @property
    def exposed(self) -> bool:
        """Assistive technology gets it."""
        return "x" not in self.facts


class Grid:
    """The cells of one table of the evidence."""

    def __init__(self, table: Json) -> None:
        self.cells = [cell for cell in _form(table["cells"]) if cell.exposed]
        self._table = table

    def headers(self) -> Iterator[Cell]:
        """Header cells with something in them."""
        yield from (cell for cell in self.cells if cell.is_header and cell.facts.get("t"))

    def speaks_for(self, header: Cell) -> bool:
        """Some other cell has this header, by the `headers` attribute or by position."""
        return any(self._has(cell, header) for cell in self.cells if cell is not header)

    def _has(self, cell: Cell, header: Cell) -> bool:
        if "h" in cell.facts:
            return header.facts.get("i") in cell.facts["h"]
        below = cell.top >= header.bottom and cell.left < header.right and header.left < cell.right
        beside = (
            cell.top < header.bottom
            and header.top < cell.bottom
            and (cell.left >= header.right or cell.right <= header.left)
        )
        scope = header.facts.get("s", "")
        role = header.facts.get("role", "")
        if scope in ("rowgroup", "colgroup"):
            return cell.top >= header.top and not cell.is_header
        if scope == "col" or role == "columnheader":
            return below
        if scope == "row" or role == "rowheader":
            return beside
        return below or (beside and not cell.is_header)


def _form(rows: list[list[Json]]) -> Iterator[Cell]:
    """Place every cell in the first free slot of its row, spans included."""
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for index, facts in enumerate(row):
            while (y, x) in taken:
                x += 1
            width = min(int(facts.get("c", 1)), 1000)
            down = facts.get("r", 1)
            height = len(rows) - y if down == "all" else min(int(down), len(rows) - y)
            taken.update((y + down_by, x + right_by) for down_by in range(height) for right_by in range(width))
            yield Cell(y, index, y, y + height, x, x + width, facts)
            x += width
