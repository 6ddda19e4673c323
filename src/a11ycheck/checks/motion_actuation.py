"""What moving the device does can be done by controls and switched off.

**Why it matters** A phone mounted on a wheelchair cannot be tilted, and a hand that trembles shakes it all the time.

**How it is tested** Listeners of the window for `devicemotion` and `deviceorientation` are looked up. With `--effort thorough
--interact operate` such motion is played, then each control is clicked and the motion played again. ACT rules 7677a9 and c249d5.

**Fails** When motion changes the page, no control brings that change in the same direction, motion still changes the page
after each control was clicked, and there is nowhere else to look: no fields, no links, no controls left out.

**Asks** When motion is listened to and one of these is not known.

**Passes** When motion changed nothing, or controls bring all its changes and one of them switches it off. No such listeners:
inapplicable.

**Remedy** Before: tilting alone turns the page. After: also buttons “Previous” and “Next”, and a setting “Turn pages by tilting”.

**Cannot see** Sensors that scripts read without these events, drawings, and settings on other pages.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.model import CheckOutcome, Identity, Impact, Location

META = CheckMeta(
    id="motion-actuation",
    title="What moving the device does can be done by controls and switched off",
    failure_title="Moving the device may be the only way, or cannot be switched off",
    criteria=("2.5.4",),
    needs=("pointer",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("7677a9", "c249d5"),
)

WHERE = Location(selector="html", identity=Identity(role="document"))


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    events = evidence["pointer"]["motion"]
    press = evidence.collected.get("press")
    shake = press["shake"] if press else None
    if not events:
        yield META.inapplicable()
        return
    if shake is None:
        yield META.cant_tell(
            f"The page listens to the motion of the device ({', '.join(events)}). Can controls do the same, and can it be "
            "switched off?",
            WHERE, events=events,
        )  # fmt: skip
        return
    missing = sorted(set(shake["answers"]) - set(shake["reached"]))
    data = {**shake, "events": events}
    elsewhere = shake["fields"] or shake["links"] or shake["left"]
    if not missing and (not shake["answers"] or shake["stopped"]):
        yield META.passed()
    elif missing and not shake["stopped"] and not elsewhere:
        yield META.failed(
            "Moving the device changes the page; no control brings that change, and none switches it off.",
            WHERE,
            **data,
        )
    else:
        lacks = [
            "do the same" if missing else "",
            "switch it off" if not shake["stopped"] else "",
        ]
        yield META.cant_tell(
            f"Moving the device changes the page. Is there a way to {' and to '.join(filter(None, lacks))}?",
            WHERE,
            **data,
        )
