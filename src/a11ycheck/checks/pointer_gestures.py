"""What a gesture does, a single click or tap does too.

**Why it matters** Pinching needs two fingers, swiping a steady hand. Many people have neither, or use a pointer that can only point
and click.

**How it is tested** The listeners of the page are read: those for several touches (`touches.length > 1`, `gesturestart`), and those
that compare where a touch begins and ends.

**Asks** Once for each kind, whether a single click or tap does the same.

**Passes** Never: what a script does is not known. Without such listeners: inapplicable.

**Remedy** Before: a gallery that turns by swiping alone. After: also buttons “Previous” and “Next”.

**Cannot see** Listeners inside frames; gestures that libraries recognise from pointer events alone.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.lost_text import asked_once
from a11ycheck.evidence.pointer import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="pointer-gestures",
    title="What a gesture does, a single click or tap does too",
    failure_title="Something may need a gesture",
    criteria=("2.5.1",),
    needs=("pointer",),
    power="asks",
    impact=Impact.SERIOUS,
)

_WHAT = {
    "multipoint": "A script follows several touches here.",
    "path": "A script compares where a touch begins and ends here.",
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    gestures = evidence["pointer"]["gesture"]
    yield from asked_once(
        META.cant_tell(f"{_WHAT[one['kind']]} Does a single click or tap do the same?", location(one), kind=one["kind"])
        for one in gestures
    )
    if not gestures:
        yield META.inapplicable()
