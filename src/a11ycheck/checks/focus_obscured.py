"""Nothing that stays in place covers what has the focus.

**Why it matters** Bars that stay at the edge of the window (headers, cookie notices, chat buttons) hide the focus from
sighted people who use the keyboard: they work blind until it comes out on the other side.

**How it is tested** Real Tab keys. At each stop up to 25 points of each line box of the element are asked for what lies
on top. Only content that was fixed or sticky before any key was pressed and that paints an opaque background counts.

**Fails** When every point of the element that is inside the window is covered.

**Asks** When the walk was cut before the end of the page.

**Passes** When no stop of the walk was entirely covered; partly covered ones meet the criterion (2.4.12 asks for more).

**Remedy** Before: a fixed footer over the page. After: `html { scroll-padding-bottom: 5rem }`, at least the height of
the bar.

**Cannot see** Content that people can move, or that covers without taking the pointer.

**Real pages** Nothing on 60 pages of Debian's Python, PostgreSQL and Git documentation. On the example documentation 2
links behind the fixed feedback bar; seen to be right on a picture.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.walks import unfinished
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="focus-obscured",
    title="Nothing that stays in place covers what has the focus",
    failure_title="What has the focus is covered by content that stays in place",
    criteria=("2.4.11",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.SERIOUS,
    variants="all",
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    judged = [stop for stop in walk["stops"] if not stop["hidden"] and not stop["lost"] and not stop["frame"]]
    found = [_covered(stop) for stop in judged if stop["covered"] and stop["covered"]["share"] >= 1]
    yield from found
    if not judged:
        yield META.inapplicable()
    elif not found:
        left = unfinished(walk)
        yield META.cant_tell(left, location(walk["root"])) if left else META.passed()


def _covered(stop: Json) -> CheckOutcome:
    by = stop["covered"]["by"]
    data = {"stop": stop["n"], "covered_by": by["selector"], "at": stop["at"], "scroll": stop["scroll"]}
    where = location(stop["place"])
    if stop["after_kept"]:
        return META.cant_tell(
            "It is covered while it has the focus, but something was kept from being sent before.", where, **data
        )
    selector = by["selector"].rpartition(" > ")[2]
    if "#" not in selector and by["html"].startswith("<"):
        selector = by["html"].partition(">")[0][:80] + ">"
    return META.failed(f"While it has the focus it is entirely covered by {selector}.", where, **data)
