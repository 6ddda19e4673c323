"""What a colour tells is told in another way as well.

**Why it matters** “Fields in red are required” says nothing to people who cannot tell red from black, or do not see the page.

**How it is tested** English sentences are searched for things told apart by a colour: “items in green are new”, “red rows need an
answer”. Sentences that name a second sign, such as a star, an icon or bold type, are left out, and so is code (WCAG failures F14
and F81).

**Asks** When there is such a sentence: it is fine where a sign, a word or a pattern says the same.

**Passes** When there is none. No English text: inapplicable.

**Remedy** Before: “Fields in red are required.” After: “Fields marked with * are required”, with the star in the labels.

**Cannot see** Other languages, and colours that nothing on the page speaks of.

**Real pages** On 279 pages of five sets of documentation and design systems it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.languages import primary
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="colour-words",
    title="What a colour tells is told in another way as well",
    failure_title="A colour may be all that tells things apart",
    criteria=("1.4.1",),
    needs=("dom",),
    power="asks",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    asked = [
        META.cant_tell(f"Does anything but the colour say the same? “{item['text']}”", location(document, item["at"]))
        for document, item in items(evidence["dom"], "coloured")
    ]
    read = any(
        entry["letters"] and primary(entry["lang"]) in ("en", "") for _, entry in items(evidence["dom"], "languages")
    )
    yield from asked or [META.passed() if read else META.inapplicable()]
