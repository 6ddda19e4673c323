"""Nothing flashes more than three times a second.

**Why it matters** Flashes can bring on seizures, before anybody can look away or stop them.

**How it is tested** The frames of moving pictures are compared: changes of relative luminance by a tenth or more, the darker side
below 0.8, are counted in pairs within each second, with the area they cover.

**Asks** When more than three such pairs fall within a second. Whether the size is safe (a quarter of any 10 degrees of view, about
341 by 256 CSS pixels) is for a person to say, with a tool such as PEAT; reports only ever show stills.

**Passes** When moving pictures flash at most three times a second. Without moving pictures: inapplicable.

**Remedy** Before: a banner that blinks five times a second. After: one that changes once, slowly.

**Cannot see** Videos, drawings, style animations, red flashes of even luminance, and several pictures that flash together.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.animated_images import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="flashes",
    title="Moving pictures flash at most three times a second",
    failure_title="A picture may flash more than three times a second",
    criteria=("2.3.1",),
    needs=("animated_images",),
    power="asks",
    impact=Impact.CRITICAL,
)

MOST_FLASHES = 3


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    moving = [one for one in evidence["animated_images"]["images"] if one["moves"]]
    flashing = [one for one in moving if one["flashes"] > MOST_FLASHES]
    for one in flashing:
        yield META.cant_tell(
            f"This picture flashes {one['flashes']} times within a second, over up to {one['area']} px². Is that area small "
            "enough to be safe?", location(one), flashes=one["flashes"], area=one["area"],
        )  # fmt: skip
    if not flashing:
        yield META.passed() if moving else META.inapplicable()
