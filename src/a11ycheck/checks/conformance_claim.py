"""Statements of conformance are dated and backed.

**Why it matters** People with disabilities and federal buyers rely on such sentences. One that is old, undated or wider than what
was tested misleads them, and contradicts the conformance report in front of the same reader.

**How it is tested** English sentences that say that something conforms, complies or meets WCAG, Section 508 or EN 301 549 are
read. Advice, plans and mere mentions are left alone.

**Asks** At every sentence that says so without reserve: is it true for this version, and since when. At every text on
conformance whose link to a report on the same site leads nowhere (404 or 410).

**Passes** When the page names such a standard and claims nothing. No mention: inapplicable.

**Remedy** Before: “The product is 508 compliant.” After: “The conformance report of version 7.2 (May 2026) lists what is
supported and what is not”, with a link to the report.

**Cannot see** Other languages, text in pictures, and whether reports on other sites still open. Pages that contradict each
other are compared in the draft of the conformance report.

**Real pages** In the text of 2,188 pages of documentation sets from Debian packages it asked nothing; four of them name a standard.
Sites that do make claims are still to be measured. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urlsplit

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.claims import Claim, claims
from a11ycheck.evidence.claims import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="conformance-claim",
    title="Statements of conformance are dated and backed",
    failure_title="A statement of conformance has to be true and dated",
    criteria=(),
    needs=("claims",),
    power="asks",
    impact=Impact.MINOR,
    best_practice=True,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    found = evidence["claims"]["claims"]
    gone = frozenset(evidence["claims"].get("gone", ()))
    asked = [
        META.cant_tell(question, location(block))
        for block in found
        for question in (*_questions(block["text"]), *_dead_links(block, gone))
    ]
    yield from asked or [META.passed() if found else META.inapplicable()]


def _questions(text: str) -> Iterator[str]:
    """One question per sentence that claims something, with all standards that it names."""
    sentences: dict[str, list[Claim]] = {}
    for claim in claims(text):
        if claim.stance == "conforms":
            sentences.setdefault(claim.text, []).append(claim)
    for found in sentences.values():
        dated = found[0].dated
        when = f"It is dated {dated:%B %Y}: does it still hold" if dated else "It has no date: does it hold"
        names = " and ".join(dict.fromkeys(claim.name for claim in found))
        yield f"The page claims {names}. {when} for this version, and does a report back it?"


def _dead_links(block: Json, gone: frozenset[str]) -> Iterator[str]:
    for url in dict.fromkeys(urldefrag(link)[0] for link in block["links"]):
        if url in gone:
            yield f"The text links to {unquote(urlsplit(url).path)}, which the server does not have: where is the report?"
