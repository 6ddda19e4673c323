"""Statements of conformance agree across the pages of a site.

**Why it matters** A buyer who reads "508 compliant" on one page and "working towards WCAG 2.1 AA" on another believes neither,
and people with disabilities cannot tell what to expect.

**How it is tested** English sentences that say how far something conforms to WCAG, Section 508 or EN 301 549 are compared
between the pages of a site, standard by standard.

**Asks** At a statement that another page contradicts: one says that it conforms, the other that it does in part or aims to;
or both conform, to different versions or levels.

**Passes** When no other page says otherwise. Without a statement: inapplicable.

**Remedy** Before: “Our product is 508 compliant” on one page, “we are working towards WCAG 2.1 AA” on the next. After: one page
with the conformance report, and links to it.

**Cannot see** Whether two sentences are about the same product, other languages, and text in pictures. Age, findings against a
claim and dead reports are compared in the draft of the conformance report.

**Real pages** In the text of 2,188 pages of documentation sets from Debian packages nothing claims conformance, so it asked
nothing; sites that do are still to be measured.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta
from a11ycheck.checks.claims import Claim, claims, contradict
from a11ycheck.checks.site import Judged, Pages, PageSummary, location, outcomes
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="claims-agree",
    title="Statements of conformance agree across pages",
    failure_title="Another page says otherwise about conformance",
    criteria=(),
    needs=("summary", "claims"),
    power="asks",
    impact=Impact.MINOR,
    scope="site",
    best_practice=True,
)
LONGEST = 160


def judge(pages: Pages) -> Iterator[Judged]:
    """See `checks.site.SiteCheck.judge`."""
    said: list[tuple[PageSummary, Json, Claim]] = [
        (page, block, claim) for page in pages for block in page.claims for claim in claims(block["text"])
    ]
    kinds: dict[tuple[str, ...], list[tuple[PageSummary, Claim]]] = defaultdict(list)
    for page, _, claim in said:
        alike = kinds[claim.standard, claim.name, claim.stance]
        if len(alike) < 2 and all(other is not page for other, _ in alike):
            alike.append((page, claim))
    found: dict[int, list[CheckOutcome]] = defaultdict(list)
    for page, block, claim in said:
        rivals = (
            (other, one)
            for alike in kinds.values()
            for other, one in alike
            if other is not page and contradict(claim, one)
        )
        if rival := next(rivals, None):
            message = f"“{_short(claim)}” Yet {rival[0].address} says: “{_short(rival[1])}” Which of them is true?"
            found[page.number].append(META.cant_tell(message, location(block["place"])))
    yield from outcomes(META, pages, found, {page.number for page, _, _ in said})


def _short(claim: Claim) -> str:
    return claim.text if len(claim.text) <= LONGEST else claim.text[: LONGEST - 1].rstrip() + "…"
