"""The page shows in portrait and in landscape without being turned.

**Why it matters** People with a device fixed to a wheelchair or bed cannot turn it; people with low vision choose the orientation
that gives them larger text. A page that turns itself against the device locks them out.

**How it is tested** Style rules inside `orientation` media queries are read with the rotation they set (`transform`, `rotate`), and
compared with the rotation the same element has in the other orientation. ACT rule b33eff.

**Fails** When the page's root, its body, or an element that fills most of the window is turned by 90 or 270 degrees (within one
degree) against the other orientation.

**Asks** When a smaller element with text is turned.

**Passes** When no rule turns shown content by a quarter. No rotation under an orientation query: inapplicable.

**Remedy** Before: `@media (orientation: portrait) { html { transform: rotate(90deg) } }`. After: lay out for both orientations, or
suggest the better one in words.

**Cannot see** Locks set by script (`screen.orientation.lock`), by an app manifest, or in style sheets from other hosts that the
browser does not let read; and whether one orientation is essential (a piano, a bank cheque).

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="orientation-lock",
    title="Content is not turned against the device",
    failure_title="The page turns its content against the device's orientation",
    criteria=("1.3.4",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("b33eff",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    rules = [
        (document, rule)
        for document in evidence["dom"]["documents"]
        for rule in document["orientation"]["rules"]
        if rule["rendered"] and rule["text"] and rule["angle"] is not None
    ]
    if not rules:
        yield META.inapplicable()
        return
    turned = [(document, rule) for document, rule in rules if _quarter(rule["angle"] - rule["other"])]
    for document, rule in turned:
        place = location(document, rule["at"])
        message = (
            f"In {rule['orientation']} this content is turned by {round(rule['angle'])} degrees ({rule['selector']})."
        )
        if _is_page(place.identity.signature, rule):
            yield META.failed(message, place, orientation=rule["orientation"], angle=rule["angle"])
        else:
            yield META.cant_tell(f"{message} Is it still usable?", place, angle=rule["angle"])
    if not turned:
        yield META.passed()


def _quarter(angle: float) -> bool:
    return min(abs(angle % 360 - 90), abs(angle % 360 - 270)) <= 1


def _is_page(signature: str, rule: Json) -> bool:
    tag = signature.rpartition(">")[2].partition(".")[0]
    return tag in ("html", "body") or rule["area"] >= 60
