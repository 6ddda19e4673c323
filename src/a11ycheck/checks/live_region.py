"""Live regions can be heard.

**Why it matters** “Saved”, “3 results”, “Connection lost”: what appears by itself reaches blind people only through a live
region that works, and one that works too much talks over everything else.

**How it is tested** Elements with `aria-live` or a role such as `alert`, `status` and `log` are looked at for what keeps
their changes from being said, or makes them a nuisance.

**Asks** When a region is shown but hidden from assistive technology; says `aria-live="off"` against its role; is marked
busy; is the whole page's content; stands inside another one; or is assertive and full of controls.

**Passes** When nothing speaks against a region. No live regions: inapplicable.

**Remedy** Before: `<div role="status" aria-hidden="true">Saved</div>`. After: `<div role="status">Saved</div>`, in the page
from the start and filled when there is something to say.

**Cannot see** Whether the region is filled at the right time (`status-message` tries that on forms), and messages without
any live region.

**Real pages** On 427 pages of seven documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="live-region",
    title="Nothing keeps live regions from being heard",
    failure_title="A live region may not work",
    criteria=("4.1.3",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
)

_MANY_CONTROLS = 5


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = False
    for document, region in items(evidence["dom"], "live"):
        if not _applies(region) or (document.get("overlaid") and region["by"]):
            continue
        judged = True
        doubt = _doubt(region)
        yield META.cant_tell(doubt, location(document, region["at"])) if doubt else META.passed()
    if not judged:
        yield META.inapplicable()


def _applies(region: Json) -> bool:
    """Not what nobody gets to see now, and not `aria-live="off"` on an element that is no live region otherwise."""
    loud = region["live"] in ("polite", "assertive") or region["implied"] in ("polite", "assertive")
    return bool(region["rendered"] and loud)


def _doubt(region: Json) -> str:
    role = region["role"] or "region"
    said = f" (“{region['text']}”)" if region["text"] else ""
    crowded = region["controls"] >= _MANY_CONTROLS and not region["modal"]
    assertive = (region["live"] or region["implied"]) == "assertive"
    doubts = {
        f"Changes of this {role}{said} are not said, since it is hidden by {region['by']}. Is the same said elsewhere?": (
            region["by"] and region["text"] and not region["nested"]
        ),
        f"This {role}{said} turns itself off with aria-live. Should its changes be said?": region["live"] == "off",
        f"This {role}{said} is marked as busy, so its changes wait. Does that ever end?": region["busy"],
        f"Every change of the main content{said} is said in full. Is that meant?": region["landmark"],
        f"This {role}{said} stands in another live region, so its changes may be said twice. Are they?": (
            region["nested"] and region["text"]
        ),
        f"This {role} interrupts with all of its text, and holds {region['controls']} controls. Is that meant?": (
            assertive and crowded
        ),
    }
    return next((doubt for doubt, holds in doubts.items() if holds), "")
