"""Instructions do not rest on shape, colour, size or place alone.

**Why it matters** “Press the green button on the right” means nothing to people who cannot see the page, cannot tell the colours
apart, or have it zoomed so that nothing stands on the right.

**How it is tested** English text is searched for instructions that name a control by how it looks or where it stands. ACT rule
9bd38c.

**Asks** When there is such an instruction: it is fine where the control is named as well.

**Passes** When there is none. No English text: inapplicable.

**Remedy** Before: “Press the round button on the right.” After: “Press **Save** (the round button on the right).”

**Cannot see** Other languages, and instructions given by pictures or sound.

**Real pages** On 524 pages of ten documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.languages import primary
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="sensory-words",
    title="No instruction names a control by its look or place",
    failure_title="An instruction may rest on look or place alone",
    criteria=("1.3.3",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
    act=("9bd38c",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    asked = [
        META.cant_tell(f"Can people who do not see the page follow “{item['text']}”?", location(document, item["at"]))
        for document, item in items(evidence["dom"], "sensory")
    ]
    read = any(
        entry["letters"] and primary(entry["lang"]) in ("en", "") for _, entry in items(evidence["dom"], "languages")
    )
    yield from asked or [META.passed() if read else META.inapplicable()]
