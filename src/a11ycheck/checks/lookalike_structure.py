"""What looks like a heading or a list is one.

**Why it matters** Structure that is only drawn is lost on people who do not see the page: no heading to jump to, no “list with five
items”, no way to skip it.

**How it is tested** Short bold paragraphs before longer text are noted as look-alike headings, lines that begin with dashes,
dots or numbers and end with line breaks as look-alike lists (WCAG failure F2).

**Asks** For each: bold text may also be a lead-in or a warning.

**Passes** When there are none. No text: inapplicable.

**Remedy** Before: `<p><b>Back up</b></p>`, `- one<br>- two`. After: `<h2>Back up</h2>`, `<ul><li>one</li><li>two</li></ul>`.

**Cannot see** Headings and lists made with classes and `div`s alone.

**Real pages** On 524 pages of ten documentation sets it asked 25 times on 14 pages, in 5 groups. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="lookalike-structure",
    title="What looks like a heading or list is marked up as one",
    failure_title="Text looks like a heading or list, but is not marked up as one",
    criteria=("1.3.1",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    documents = evidence["dom"]["documents"]
    asked = [outcome for document in documents for outcome in _document(document)]
    text = any(entry["letters"] for document in documents for entry in document["languages"])
    yield from asked or [META.passed() if text else META.inapplicable()]


def _document(document: Json) -> Iterator[CheckOutcome]:
    for item in document["lookalikes"]["headings"]:
        yield META.cant_tell(f"Is “{item['text']}” a heading? It is only bold.", location(document, item["at"]))
    for item in document["lookalikes"]["lists"]:
        message = f"Is this a list? Its {item['lines']} lines begin like “{item['text']}” and end with line breaks."
        yield META.cant_tell(message, location(document, item["at"]))
