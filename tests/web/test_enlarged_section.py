"""The section on text alone at 200 %: each loss in words, with its picture, and how much of the text grew."""

from __future__ import annotations

from typing import Any, cast

from a11ycheck.store.queries import RunView
from a11ycheck.web.enlarged_section import enlarged_text
from a11ycheck.web.sections import Kept


def lost(selector: str, kind: str, *, before: str = "whole", across: int = 0, down: int = 0) -> dict[str, Any]:
    return {
        "selector": selector, "text": selector, "kind": kind, "before": before, "lost": [across, down], "missing": 1, "lines": 3,
    }  # fmt: skip


def found(**changed: Any) -> Kept:
    document = {
        "lost": [
            lost("#a", "cut", down=9), lost("#b", "cut", across=4), lost("#c", "lines"), lost("#d", "gone"),
            lost("#e", "cut", before="cut", down=9),
        ],
        "lost_count": 7,
        "overlaps": [{"selector": "#f", "text": "#f", "other_text": "Next"}], "overlap_count": 1,
        "vanished": [{"selector": "#g", "text": "#g"}], "vanished_count": 1,
    }  # fmt: skip
    piece = {
        "calm": True, "letters": 200, "grown": 150, "fixed": [{"text": "Menu", "size": 14, "letters": 50}],
        "documents": [document], "looks": [{"selector": "#b", "data": "", "size": [1, 1]}],
    }  # fmt: skip
    kept = Kept(cast("RunView", None), 1)
    kept._pieces["enlarged_text"] = {**piece, **changed}
    return kept


def test_every_loss_has_words_and_a_picture_where_there_is_one() -> None:
    section = enlarged_text(found())
    assert section is not None
    assert section.rows == (
        ("#a", "loses 9 px of its height"), ("#b", "loses 4 px of its width"), ("#c", "1 of 3 lines are missing"),
        ("#d", "cut off altogether"), ("#f", "it and “Next” cover each other"), ("#g", "not displayed"),
    )  # fmt: skip
    assert (section.thumbs, section.gallery) == ((None, 0, None, None, None, None), "looks")
    assert section.more == 2


def test_the_note_says_how_much_grew_and_that_it_fails_nothing() -> None:
    section = enlarged_text(found())
    assert section is not None
    assert section.note.startswith(
        "75% of the page's letters grew with it. The rest has sizes of its own, most of it as “Menu” (14 px)."
    )
    assert "nothing of this fails it" in section.note
    restless = enlarged_text(found(calm=False, letters=0, grown=0, fixed=[]))
    assert restless is not None
    assert restless.note.startswith("Tried by")
    assert "kept changing" in restless.note


def test_a_long_text_is_cut_at_a_word() -> None:
    section = enlarged_text(found(fixed=[{"text": "Small print " * 7, "size": 9, "letters": 4}]))
    assert section is not None
    assert f"“{'Small print ' * 4}Small print…” (9 px)" in section.note


def test_nothing_kept_is_no_section() -> None:
    kept = Kept(cast("RunView", None), 1)
    kept._pieces["enlarged_text"] = None
    assert enlarged_text(kept) is None
