"""What is hidden from assistive technology does not take the focus.

**Why it matters** Inside `aria-hidden="true"` a screen reader knows nothing. When the focus goes there it says nothing, or
something of its own making, and what the next key does is anybody's guess. Hits blind people first.

**How it is tested** Real Tab keys. A stop inside an element with `aria-hidden="true"` counts when the focus stays there until
the next key. axe reads the same from the markup, but leaves it open while a dialog is on the page; where axe proves it,
axe alone reports it. ACT rule 6cfa84.

**Fails** When the focus stopped inside such an element and stayed.

**Asks** When the page moved the focus by itself during the walk: then what was a stop may have been a guard that sends it on.

**Passes** When something inside an `aria-hidden` element took the focus and sent it on at once. No stop inside one: inapplicable.

**Remedy** Before: `<div aria-hidden="true"><a href="/shop">…</a></div>`. After: `<div inert>…`, or
`tabindex="-1"` on what is inside.

**Cannot see** What was behind the limit of the walk; what is hidden only after an action.

**Real pages** On 51 pages of documentation, 64 pages of clean sites and 20 states of three applications no stop stood in
such an element, so it said nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="hidden-focus",
    title="What is hidden from assistive technology does not take the focus",
    failure_title="The focus goes to something that assistive technology does not know",
    criteria=("4.1.2",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("6cfa84",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    inside = [stop for stop in walk["stops"] if stop["aria_hidden"]]
    if not inside:
        yield META.inapplicable()
        return
    stayed: dict[str, list[Json]] = {}
    for stop in inside:
        if not stop["lost"]:
            stayed.setdefault(stop["aria_hidden"]["selector"], []).append(stop)
    for stops in stayed.values():
        yield _finding(stops, guarded=walk["moved_by_page"])
    if not stayed:
        yield META.passed()


def _finding(stops: list[Json], *, guarded: bool) -> CheckOutcome:
    first = stops[0]["place"]["identity"]
    what = f"“{first['name'][:60]}”" if first["name"] else f"`{stops[0]['tag']}`"
    where = location(stops[0]["aria_hidden"])
    if guarded:
        message = (
            f"The focus went to {what} in here, though it is hidden from assistive technology. Does it stay there?"
        )
        return META.cant_tell(message, where, stop=stops[0]["n"])
    more = f" and {len(stops) - 1} more" if len(stops) > 1 else ""
    message = f"Tab stops at {what}{more} in here, though it is hidden from assistive technology."
    return META.failed(message, where, stop=stops[0]["n"])
