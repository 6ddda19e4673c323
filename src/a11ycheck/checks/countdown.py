"""Nobody runs out of time unasked.

**Why it matters** Who reads by ear, types with one switch or needs breaks takes many times as long as others. A page that ends or
moves on by itself throws away what they have done.

**How it is tested** While a page is watched for its motion, numbers that count down and pages that the page goes to by itself are
noted.

**Asks** Whether the time can be switched off, set or extended, when numbers count down, or the page went elsewhere by itself.

**Passes** When nothing of that kind was seen among what changed. Nothing changed: inapplicable.

**Remedy** Before: a form that is emptied after five minutes. After: a dialog before that with “Stay signed in”, and 20 seconds to
press it.

**Cannot see** Time limits that do not show, or that are longer than the page is watched; `time-limit` reads what the page says.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.motion import location
from a11ycheck.model import CheckOutcome, Identity, Impact, Location

META = CheckMeta(
    id="countdown",
    title="Nothing on the page counts down or leads on by itself",
    failure_title="Time may run out on people",
    criteria=("2.2.1",),
    needs=("motion",),
    power="asks",
    impact=Impact.SERIOUS,
)

WHERE = Location(selector="html", identity=Identity(role="document"))


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    motion = evidence["motion"]
    counting = [one for one in motion["changing"] if one["down"]]
    for one in counting:
        yield META.cant_tell(
            f"This counts down (“{one['says']}”). Can the time be switched off, set or extended?",
            location(one),
            says=one["says"],
        )
    if motion["left_for"]:
        yield META.cant_tell(
            f"The page went to {motion['left_for']} by itself. Can that be switched off, or put off?",
            WHERE,
            to=motion["left_for"],
        )
    elif not counting:
        yield META.passed() if motion["changing"] else META.inapplicable()
