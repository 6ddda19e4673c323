"""What answers the mouse answers the keyboard.

**Why it matters** People who cannot use a mouse, blind people among them, cannot get at what only a mouse reaches.

**How it is tested** Listeners for the mouse are read through the browser, also those set by scripts, with roles of
controls and pointer cursors besides. What takes the focus, or holds or stands in something that does, has a way; so do
labels and the parts of composite widgets that have one.

**Asks** When something visible listens for the mouse, has the role of a control or shows a pointer, and the keyboard
cannot get at it.

**Passes** When nothing of the kind was found and the page has controls.

**Remedy** Before: `<div onclick="save()">Save</div>`. After: `<button type="button" onclick="save()">Save</button>`.

**Cannot see** What the mouse action does, whether another control does the same, and content inside frames.

**Real pages** On 60 pages of Debian's Python, PostgreSQL and Git documentation it asked 68 times, all right: 25 sidebar
toggles and 43 buttons that hide prompts, made of `div` and `span`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="keyboard-operable",
    title="What answers the mouse answers the keyboard",
    failure_title="Something answers the mouse that the keyboard may not reach",
    criteria=("2.1.1",),
    needs=("keyboard",),
    power="asks",
    impact=Impact.CRITICAL,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    found = [_unreached(fact) for fact in walk["mouse"]]
    yield from found
    if not found:
        yield META.passed() if walk["stops"] else META.inapplicable()


def _unreached(fact: Json) -> CheckOutcome:
    why = {
        "listener": f"It listens for {' and '.join(fact['events'][:2])}",
        "role": f"It has the role {fact['role']}",
        "pointer": "The pointer over it looks as over a link",
    }[fact["kind"]]
    return META.cant_tell(
        f"{why}, but the keyboard cannot reach it. Is there another way to do the same?", location(fact["place"]),
        kind=fact["kind"], events=fact["events"],
    )  # fmt: skip
