"""Text can be read in a column of 320 CSS pixels.

**Why it matters** At 400 % zoom a window of 1280 pixels shows 320 CSS pixels, as a phone does. People who need that size
lose the line when each one has to be scrolled to and fro, and lose the text when it is cut.

**How it is tested** The page is laid out in a viewport of 320 × 256 CSS pixels. The lines of every block of text are
measured, and what clips them. Tables, code, pictures, figures, maps, video, formulas and toolbars may need two dimensions;
areas that scroll count as readable.

**Fails** A block of text in the flow of the page whose lines are wider than 320 CSS pixels; letters that are cut by a box,
or by a viewport, that does not scroll; texts in the flow that newly cover each other.

**Asks** One long word that cannot wrap; text in an area that scrolls sideways; text, frames, pictures and fields beside the
viewport; cells of tables and code with lines wider than 320; text that is no longer displayed and that no new control shows;
the text that there was no time to measure, or that was too much.

**Passes** All text fits the column, or belongs to what is excepted.

**Remedy** Before: `body { min-width: 900px }`. After: `@media (width < 900px) { body { min-width: 0 } }`.

**Cannot see** Whether a table or picture really needs two dimensions; text in pictures; pages written vertically (left out).

**Real pages** On 90 random pages of the documentation of Python, PostgreSQL, Git and Rust: 3 failures, looked at and right
(the end of the text covers the copyright notice). None on the fixed examples. Questions on 56 pages, most about wide code.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.lost_text import asked_once, conclusion, judge_lost_text
from a11ycheck.evidence.text_layout import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="reflow",
    title="Text can be read in a column of 320 CSS pixels",
    failure_title="Text cannot be read in a column of 320 CSS pixels",
    criteria=("1.4.10",),
    needs=("reflow",),
    power="fails",
    impact=Impact.SERIOUS,
)

WHEN = "in a column of 320 CSS pixels"
PROSE = 4
"""Words from which a line counts as one to be read."""


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    data = evidence["reflow"]
    outcomes = list(judge_lost_text(META, data, WHEN))
    for document in data["documents"]:
        outcomes += asked_once(_wide(item, proven=data["calm"]) for item in document["wide"])
        outcomes += _beside(document)
    yield from outcomes
    if said := conclusion(META, data, outcomes, WHEN):
        yield said


def _wide(item: Json, *, proven: bool) -> CheckOutcome:
    numbers = {key: item[key] for key in ("extent", "right", "cause", "words", "scroller")}
    lines = f"Lines of this text are {item['extent']:g} CSS pixels wide {WHEN}"
    place = location(item)
    kind = item["excepted"]
    if kind and (kind, item["cause"]) != ("code", "word"):
        return META.cant_tell(_EXCEPTED[kind], place, kind=kind, **numbers)
    if item["scroller"]:
        return META.cant_tell(
            f"{lines}, in an area that scrolls sideways. Does it need to?", place, kind="scroller", **numbers
        )
    if item["cause"] == "word":
        return META.cant_tell(
            f"A long word makes this text {item['extent']:g} CSS pixels wide {WHEN}. Can it be broken?",
            place, kind="word", **numbers,
        )  # fmt: skip
    if proven and not item["positioned"] and item["words"] >= PROSE:
        return META.failed(f"{lines}: each one has to be scrolled to and fro.", place, kind="wide", **numbers)
    return META.cant_tell(f"{lines}. Can it be read without scrolling both ways?", place, kind="wide", **numbers)


def _beside(document: Json) -> Iterator[CheckOutcome]:
    """One question for all text, and one for all else, that lies beside the viewport."""
    text = [item for item in document["beside"] if not item["excepted"]]
    if text:
        yield META.cant_tell(
            f"{_many(len(text), 'block of text reaches', 'blocks of text reach')} beside the viewport {WHEN}, first "
            f"“{text[0]['text']}”. Can they be read without scrolling both ways?",
            location(text[0]), kind="beside", count=len(text), right=text[0]["right"], page=document["page"],
        )  # fmt: skip
    things = [item for item in document["broad"] if not item["excepted"]]
    if things:
        yield META.cant_tell(
            f"{_many(len(things), 'frame, picture or field reaches', 'frames, pictures or fields reach')} beside the "
            f"viewport {WHEN}. Do they need to be that wide?",
            location(things[0]), kind="broad", count=len(things), width=things[0]["width"], page=document["page"],
        )  # fmt: skip


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


_EXCEPTED = {
    "table": f"A cell of this table has lines wider than 320 CSS pixels {WHEN}. Could its text wrap?",
    "code": f"Code has lines wider than 320 CSS pixels {WHEN}. Does it need to keep its lines?",
    "media": f"Text in a figure has lines wider than 320 CSS pixels {WHEN}. Does it need two dimensions?",
    "toolbar": f"A toolbar is wider than 320 CSS pixels {WHEN}. Does it need to stay in one row?",
}
