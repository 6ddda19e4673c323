"""Markup is used for what it means, not for how it looks.

**Why it matters** A screen reader says “block quote” and reads preformatted text line by line, broken where the lines
break. Where there is no quotation, that misleads; a drawing made of characters is read character by character.

**How it is tested** `blockquote` elements that hold nothing but a list, a table, code or a picture and show no sign of a
quotation; `pre` elements with drawings made of characters, or with sentences in lines of prose (WCAG failures F43, F72).

**Asks** Once a document for each kind.

**Passes** When there are none in doubt. Neither `blockquote` nor `pre`: inapplicable.

**Remedy** Before: `<blockquote><ul>…</ul></blockquote>` to indent a list. After: `margin-left` in the style sheet.
Drawings: a picture, or a `figure` with `role="img"` and a text alternative.

**Cannot see** Whether prose in a `blockquote` is quoted.

**Real pages** On 427 pages of seven documentation sets it asked 10 times on 10 pages, in 8 groups. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="markup-for-looks",
    title="Quotations and preformatted text are what their markup says",
    failure_title="Markup may be there for its looks",
    criteria=("1.3.1",),
    needs=("dom",),
    power="asks",
    impact=Impact.MINOR,
)

_HELD = {
    **dict.fromkeys(("ul", "ol", "dl"), "a list"),
    "table": "a table",
    "pre": "preformatted text",
    **dict.fromkeys(("figure", "img"), "a picture"),
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    documents = evidence["dom"]["documents"]
    asked = [outcome for document in documents for outcome in _document(document)]
    present = any(document["looks"]["count"] for document in documents)
    yield from asked or [META.passed() if present else META.inapplicable()]


def _document(document: Json) -> Iterator[CheckOutcome]:
    looks = document["looks"]
    drawings = [one for one in looks["preformatted"] if one["kind"] == "drawing"]
    prose = [one for one in looks["preformatted"] if one["kind"] == "prose"]
    if looks["quotes"]:
        first = looks["quotes"][0]
        message = (
            f"This block quote holds {_HELD[first['holds']]} and nothing else{_more(looks['quotes'])}. Is it quoted?"
        )
        yield META.cant_tell(message, location(document, first["at"]))
    if drawings:
        message = f"This preformatted text looks like a drawing{_more(drawings)}. Is it described in words?"
        yield META.cant_tell(message, location(document, drawings[0]["at"]))
    if prose:
        message = f"This preformatted text reads like sentences (“{prose[0]['text']}”){_more(prose)}. Is it plain text?"
        yield META.cant_tell(message, location(document, prose[0]["at"]))


def _more(found: list[Json]) -> str:
    return f", and so do {len(found) - 1} more" if len(found) > 1 else ""
