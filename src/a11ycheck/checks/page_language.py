"""The page's text is in the language that the page says it is in.

**Why it matters** A screen reader picks its voice by the page's language: English read by a Danish voice cannot be understood.
Braille translation, hyphenation, captions and machine translation follow it too. Hits blind and deaf-blind people first.

**How it is tested** All text that inherits the language of the `html` element is read: visible text, the title, names of images
and fields; code, addresses, numbers and, where other words remain, quotations are left out. A count of function words
decides the clear cases, a language model the others. ACT rule ucwvc8.

**Fails** When enough text is proven to be in another language, by words that only this other language uses or by its script.

**Asks** When the model leans to another language but the text is short.

**Passes** When the declared language is found. Too little text, or close relatives such as Norwegian and Danish: inapplicable.

**Remedy** Before: `<html lang="en">` around German text. After: `<html lang="de">`. Templates that are translated must set the
language with the text.

**Cannot see** Text inside pictures and videos, and whether a page that mixes languages evenly has chosen the right one.

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.languages import primary, read
from a11ycheck.evidence.dom import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="page-language",
    title="The page's language is the one it declares",
    failure_title="The page's text is not in the language it declares",
    criteria=("3.1.1",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("ucwvc8",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [outcome for document in evidence["dom"]["documents"] for outcome in _document(document)]
    yield from judged or [META.inapplicable()]


def _document(document: Json) -> Iterator[CheckOutcome]:
    declared = primary(document["lang"])
    texts = [entry for entry in document["languages"] if entry["root"]]
    if not document["html"] or not declared or not texts:
        return
    reading = read(f"{texts[0]['text']}\n{texts[0]['spoken']}", declared)
    place = location(document, document["at"])
    if reading.verdict == "match":
        yield META.passed()
    elif reading.verdict == "mismatch":
        message = f"The page declares the language {document['lang']!r}, but its text is in {reading.language!r}."
        yield META.failed(message, place, declared=document["lang"], found=reading.language)
    elif reading.verdict == "doubtful":
        message = f"The page declares the language {document['lang']!r}; its few words look like {reading.language!r}."
        yield META.cant_tell(message, place, declared=document["lang"], found=reading.language)
