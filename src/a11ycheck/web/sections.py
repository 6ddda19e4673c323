"""What the run kept of a page, as small tables and numbered pictures that a tester reads beside the page itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from a11ycheck.model import Json
from a11ycheck.store.queries import RunView

MOST = 400


@dataclass(frozen=True)
class Mark:
    """A numbered place on the picture of the page: a box in pixels of the picture."""

    number: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Section:
    """One table: its columns and rows of plain text; `more` rows were left out.

    `thumbs`: numbers of small pictures, by row, None where there is none; `gallery`: which of the kept ones. `swatches`: text and
    ground colour, by row. `depths`: how far rows are indented. `marks`: rows on the picture of the page. `note`: what the table
    does not say.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int = 0
    empty: str = ""
    note: str = ""
    thumbs: tuple[int | None, ...] = ()
    gallery: str = "images"
    swatches: tuple[tuple[str, str], ...] = ()
    depths: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def count(self) -> int:
        """Rows, those left out included."""
        return len(self.rows) + self.more


@dataclass
class Kept:
    """The evidence of one target, read piece by piece as sections ask for it."""

    view: RunView
    target_id: int
    _pieces: dict[str, Json] = field(default_factory=dict)

    def piece(self, collector: str) -> Json:
        """What one collector brought; None where nothing was kept."""
        if collector not in self._pieces:
            self._pieces[collector] = self.view.evidence_piece(self.target_id, collector)
        return self._pieces[collector]

    def items(self, name: str) -> Iterator[tuple[Json, Json]]:
        """Every item of a part of `dom` with its document."""
        for document in (self.piece("dom") or {}).get("documents", ()):
            for item in document.get(name, ()):
                yield document, item

    def marks(self, boxes: Iterable[tuple[int, Json]]) -> tuple[Mark, ...]:
        """Numbered boxes in CSS px as marks on the picture of the page; none without a picture or below its end."""
        picture = (self.piece("pictures") or {}).get("page")
        if not picture:
            return ()
        scale, height = picture["scale"], picture["size"][1]
        found = []
        for number, box in boxes:
            if box and box[2] > 0 and box[3] > 0 and box[1] * scale < height:
                x, y, wide, high = (round(value * scale, 1) for value in box)
                found.append(Mark(number, (x, y, wide, high)))
        return tuple(found)


def table(
    name: str,
    title: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[str | None, ...]],
    note: str = "",
    empty: str = "",
) -> Section:
    """A section of rows, cut where it gets long; what the evidence does not know is an empty cell."""
    empty = empty or f"The page has no {title.lower()}."
    shown = tuple(tuple(cell or "" for cell in row) for row in rows[:MOST])
    return Section(name, title, columns, shown, max(0, len(rows) - MOST), empty, note)
