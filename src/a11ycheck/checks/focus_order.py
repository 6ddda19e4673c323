"""The focus goes through the page in an order that makes sense, and to nothing that is hidden.

**Why it matters** Sighted people who use the keyboard follow the focus with their eyes. When it goes to something
hidden they lose it, and may activate what they do not see; when it jumps about, they, and people who use a screen
reader, lose the thread.

**How it is tested** Real Tab keys. At each stop the box is measured: off the screen, cut off, transparent or empty
while it has the focus. Pictures with and without the focus make sure that nothing shows elsewhere.

**Fails** When a link, button or field takes the focus while hidden, nothing on the page changes, and no visible label
or row stands for it.

**Asks** When something else takes the focus while hidden; when a positive `tabindex` makes the order; when the focus
goes back up in the source or far up on the page. When the walk was cut before the end of the page.

**Passes** When the walk came to the end and nothing of the kind was met.

**Remedy** Before: `.menu { left: -9999px }`. After: `.menu { display: none }` while it is closed. Instead of a positive
`tabindex`, put elements in the source where they belong.

**Cannot see** Whether an order that jumps changes the meaning; the focus of dialogs that open on activation.

**Real pages** On 60 pages of Debian's Python, PostgreSQL and Git documentation nothing failed and 1 jump was asked
about. In the example chat the skip link that stays off the screen failed in 5 of 6 states and was asked about in the
one where a message disappears; right in all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.walks import unfinished
from a11ycheck.evidence.keyboard import OPERABLE, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="focus-order",
    title="The focus order makes sense and skips what is hidden",
    failure_title="The focus goes to something hidden, or jumps",
    criteria=("2.4.3",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.SERIOUS,
)

_HIDDEN = {
    "off-screen": "outside the screen",
    "clipped": "cut off",
    "transparent": "fully transparent",
    "empty": "without any size",
}
_FAR = 150
"""How far up, in CSS px, the focus goes before it counts as a jump."""
_MOST_JUMPS = 5


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    stops = walk["stops"]
    found = [outcome for stop in stops if (outcome := _hidden(stop)) is not None]
    found += [_positive(stop) for stop in stops if (stop["tabindex"] or 0) > 0]
    jumps = (outcome for before, stop in pairwise(stops) if (outcome := _jump(before, stop)) is not None)
    found += [outcome for _, outcome in zip(range(_MOST_JUMPS), jumps, strict=False)]
    yield from found
    if not stops:
        yield META.inapplicable()
    elif not found:
        left = unfinished(walk)
        yield META.cant_tell(left, location(walk["root"])) if left else META.passed()


def _hidden(stop: Json) -> CheckOutcome | None:
    indicator = stop["indicator"]
    if (
        not stop["hidden"]
        or stop["stand_in"]
        or stop["lost"]
        or stop["frame"]
        or indicator is None
        or indicator["gone"]
    ):
        return None
    if indicator["pixels"] == "changed":
        return None
    where, how = location(stop["place"]), _HIDDEN[stop["hidden"]]
    proven = indicator["pixels"] == "same" and not stop["after_kept"] and not stop["dialog"]
    if proven and stop["tag"] in OPERABLE and stop["type"] != "hidden" and stop["place"]["identity"]["name"]:
        return META.failed(f"It takes the focus while it is {how}.", where, stop=stop["n"], hidden=stop["hidden"])
    return META.cant_tell(
        f"It takes the focus while it is {how}. Is it meant for people?", where, stop=stop["n"], hidden=stop["hidden"]
    )


def _positive(stop: Json) -> CheckOutcome:
    return META.cant_tell(
        f"tabindex={stop['tabindex']} takes it out of the order of the page. Does the order still make sense?",
        location(stop["place"]), stop=stop["n"],
    )  # fmt: skip


def _jump(before: Json, stop: Json) -> CheckOutcome | None:
    if (
        (before["tabindex"] or 0) > 0
        or (stop["tabindex"] or 0) > 0
        or before["lost"]
        or before["hidden"]
        or stop["hidden"]
    ):
        return None
    if stop["back"]:
        return META.cant_tell(
            "The focus goes back to this element, which stands earlier in the source. Does the order make sense?",
            location(stop["place"]), stop=stop["n"],
        )  # fmt: skip
    (ax, ay, aw, _), (bx, by, _, bh) = before["place"]["box"], stop["place"]["box"]
    same_column = bx < ax + aw
    same_part = before["place"]["identity"]["landmarks"] == stop["place"]["identity"]["landmarks"]
    apart = (
        before["in_scroller"]
        or stop["in_scroller"]
        or " >>> " in before["place"]["selector"]
        or " >>> " in stop["place"]["selector"]
    )
    if same_part and same_column and not apart and ay - (by + bh) > _FAR:
        return META.cant_tell(
            f"The focus jumps up by {round(ay - by)} pixels to this element. Does the order make sense?",
            location(stop["place"]), stop=stop["n"],
        )  # fmt: skip
    return None
