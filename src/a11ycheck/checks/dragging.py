"""What can be dragged can be done without dragging.

**Why it matters** To hold a button down while moving is impossible for many who use a head pointer, an eye tracker or a trackball.

**How it is tested** Elements with `draggable`, with handles of known libraries, custom sliders, and elements whose scripts follow
the pointer after a press are listed. The browser's own sliders and scroll bars are left out.

**Asks** Once for each of these kinds: whether single clicks or taps do the same.

**Passes** Never: what a script does is not known. Without such elements: inapplicable.

**Remedy** Before: a list that is sorted by dragging alone. After: also buttons “Move up” and “Move down” in each item.

**Cannot see** Listeners of the whole document or of the root of an application of React, and dragging inside frames and drawings.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.lost_text import asked_once
from a11ycheck.evidence.pointer import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="dragging",
    title="What can be dragged can be done without dragging",
    failure_title="Something may need dragging",
    criteria=("2.5.7",),
    needs=("pointer",),
    power="asks",
    impact=Impact.SERIOUS,
)

_WHAT = {
    "draggable": "This can be dragged.",
    "library": "This seems to be dragged.",
    "slider": "This slider is the page's own.",
    "listener": "A script follows the pointer here while it is pressed.",
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    dragged = evidence["pointer"]["drag"]
    yield from asked_once(
        META.cant_tell(f"{_WHAT[one['by']]} Do single clicks or taps do the same?", location(one), kind=one["by"])
        for one in dragged
    )
    if not dragged:
        yield META.inapplicable()
