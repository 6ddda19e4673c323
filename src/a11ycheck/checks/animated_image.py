"""Pictures do not move on and on.

**Why it matters** People with attention disorders cannot read next to a picture that never stands still.

**How it is tested** The files of GIF, WebP and APNG pictures are read frame by frame: whether frames differ, how long one pass
lasts, and how often it repeats.

**Fails** When a picture of at least 64 by 64 CSS pixels moves for more than five seconds, other text stands on the page, no button
stands around it and no control has a name about stopping.

**Asks** When a control may stop it, when it is smaller, or named like a spinner.

**Passes** When what moves ends within five seconds. Without moving pictures: inapplicable.

**Remedy** Before: `<img src="demo.gif" alt="…">`. After: `<video src="demo.mp4" controls muted>`, or a GIF that plays once.

**Cannot see** Pictures of other sites that may not be read, pictures in frames, whether moving is essential, and whether a
control works.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.animated_images import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="animated-image",
    title="Pictures do not move on and on",
    failure_title="A picture moves on and on and nothing stops it",
    criteria=("2.2.2",),
    needs=("animated_images",),
    power="fails",
    impact=Impact.SERIOUS,
)

MOST_SECONDS = 5.0
LEAST = 64


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    data = evidence["animated_images"]
    moving = [one for one in data["images"] if one["moves"]]
    found = [_judged(one, data["stoppers"]) for one in moving if _goes_on(one)]
    yield from found
    if not found:
        yield META.passed() if moving else META.inapplicable()


def _goes_on(image: Json) -> bool:
    return bool(image["loops"] == 0 or image["loops"] * image["seconds"] > MOST_SECONDS)


def _judged(image: Json, stoppers: int) -> CheckOutcome:
    data = {key: image[key] for key in ("frames", "seconds", "loops", "size")}
    length = "without end" if image["loops"] == 0 else f"for {image['loops'] * image['seconds']:g} seconds"
    doubt = min(image["size"]) < LEAST or image["busy"] or image["alone"] or image["controls"] or stoppers
    if doubt:
        return META.cant_tell(
            f"This picture moves {length}. Is it needed, or can it be stopped?", location(image), **data
        )
    return META.failed(f"This picture moves {length}, and no control stops it.", location(image), **data)
