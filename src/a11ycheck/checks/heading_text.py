"""Headings say what stands below them.

**Why it matters** Headings are how blind people skim a page and how people with cognitive or reading disabilities find their
place. One that says nothing, or something else than the text below it, sends them the wrong way.

**How it is tested** The name of each heading that assistive technology gets is compared with words left over from templates. The
only heading of a page is compared with the page's title and text besides. ACT rule b49b2e.

**Asks** When a heading is such a leftover, or the only heading of a page shares no word with its text and title.

**Passes** When no heading is in doubt. No headings: inapplicable.

**Remedy** Before: `<h2>Section title</h2>`. After: `<h2>Move an installation to a new server</h2>`.

**Cannot see** Whether a heading sums up its section well. Comparing every heading with its section was tried on real
documentation: half of the headings (“Synopsis”, “Notes”) share no word with good reason, so that is left to people.

**Real pages** On 524 pages of ten documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.evidence.words import STOCK_HEADINGS, fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="heading-text",
    title="No heading is in doubt",
    failure_title="A heading may not say what stands below it",
    criteria=("2.4.6",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
    act=("b49b2e",),
)

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 4
_ENOUGH = 40


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [outcome for document in evidence["dom"]["documents"] for outcome in _document(document)]
    yield from judged or [META.inapplicable()]


def _document(document: Json) -> Iterator[CheckOutcome]:
    headings = [heading for heading in document["headings"] if heading["exposed"] and heading["name"]]
    for heading in headings:
        name = heading["name"]
        place = location(document, heading["at"])
        if fold(name) in STOCK_HEADINGS:
            yield META.cant_tell(f"The heading “{name}” looks like a leftover of a template.", place)
        elif len(headings) == 1 and _strange(name, heading["after"], document["title"]):
            yield META.cant_tell(f"No word of the heading “{name}” occurs in the text below it.", place)
        else:
            yield META.passed()


def _strange(name: str, text: str, title: str) -> bool:
    """A heading of one or two plain words, none of which begins like a word of the text or the title."""
    words = _WORD.findall(name.lower())
    if not 1 <= len(words) <= 2 or len(name.split()) != len(words) or len(text) < _ENOUGH:
        return False
    known = {word[:_STEM] for word in _WORD.findall(f"{text} {title}".lower())}
    return not any(word[:_STEM] in known for word in words)
