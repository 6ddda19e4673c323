"""What is kept of a page becomes tables that say what they leave out, and marks that lie on the picture."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from a11ycheck.web.sections import MOST, Kept, Mark, table


class Pieces:
    """Evidence of one target, counting how often it is read."""

    def __init__(self, **pieces: Any) -> None:
        self.pieces, self.read = pieces, Counter[str]()

    def evidence_piece(self, target_id: int, collector: str) -> Any:
        assert target_id == 7
        self.read[collector] += 1
        return self.pieces.get(collector)


def kept(**pieces: Any) -> Kept:
    return Kept(Pieces(**pieces), 7)  # type: ignore[arg-type]


@pytest.mark.parametrize(("rows", "shown", "more"), [(0, 0, 0), (MOST, MOST, 0), (MOST + 3, MOST, 3)])
def test_a_long_table_is_cut_and_counts_what_it_leaves_out(rows: int, shown: int, more: int) -> None:
    section = table("links", "Links", ("Text",), [("a",)] * rows)
    assert (len(section.rows), section.more, section.count) == (shown, more, rows)


def test_what_is_not_known_is_an_empty_cell() -> None:
    section = table("links", "Links", ("Text", "Address"), [("Home", None), (None, "/x")])
    assert section.rows == (("Home", ""), ("", "/x"))


def test_an_empty_table_says_so_in_its_own_words_or_those_given() -> None:
    assert table("links", "Links", (), []).empty == "The page has no links."
    assert table("links", "Links", (), [], empty="Not looked for.").empty == "Not looked for."


def test_a_piece_is_read_once_even_where_nothing_was_kept() -> None:
    pieces = Pieces(media=[1])
    page = Kept(pieces, 7)  # type: ignore[arg-type]
    assert [page.piece(name) for name in ("media", "media", "dom", "dom")] == [[1], [1], None, None]
    assert pieces.read == {"media": 1, "dom": 1}


def test_items_of_all_documents_come_with_their_document() -> None:
    top, frame, bare = {"url": "/", "links": [1, 2]}, {"url": "/f", "links": [3]}, {"url": "/g"}
    found = kept(dom={"documents": [top, bare, frame]}).items("links")
    assert [(document["url"], item) for document, item in found] == [("/", 1), ("/", 2), ("/f", 3)]
    assert list(kept().items("links")) == []


PICTURE = {"page": {"scale": 0.5, "size": [640, 1000]}}


@pytest.mark.parametrize(
    ("box", "marks"),
    [
        ((10, 20, 30, 41), (Mark(4, (5.0, 10.0, 15.0, 20.5)),)),
        ((0, 1999, 1, 1), (Mark(4, (0.0, 999.5, 0.5, 0.5)),)),
        ((0, 2000, 10, 10), ()),
        ((0, 0, 0, 10), ()),
        ((0, 0, 10, 0), ()),
        (None, ()),
    ],
)
def test_boxes_are_marked_where_the_picture_shows_them(box: Any, marks: tuple[Mark, ...]) -> None:
    assert kept(pictures=PICTURE).marks([(4, box)]) == marks


@pytest.mark.parametrize("pieces", [{}, {"pictures": None}, {"pictures": {"page": None}}])
def test_without_a_picture_nothing_is_marked(pieces: dict[str, Any]) -> None:
    assert kept(**pieces).marks([(1, (0, 0, 9, 9))]) == ()
