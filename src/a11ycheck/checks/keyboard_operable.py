"""What answers the mouse answers the keyboard.

**Why it matters** People who cannot use a mouse, blind people among them, cannot get at what only a mouse reaches.

**How it is tested** Listeners for the mouse are read through the browser, also those set by scripts, with roles of
controls and pointer cursors besides. What takes the focus, or holds or stands in something that does, has a way; so do
labels and the parts of composite widgets that have one. With `--interact operate`, what looks harmless is clicked twice
to see what it does, and Enter and Space are pressed where the focus can be.

**Fails** When a click brings something up or leads elsewhere, both times, and the keyboard has no way to it: the walk came to
its end, nothing near takes the focus, no stop has the same name or destination or brings up the same, and the page has no
shortcuts. When a click works both times on something that takes the focus, and neither Enter nor Space does anything.

**Asks** When something visible listens for the mouse, has the role of a control or shows a pointer, and the keyboard
cannot get at it; once on a page for all that one template makes. When something that takes the focus listens for the mouse
and no script listens for keys.

**Passes** When nothing of the kind was found and the page has controls.

**Remedy** Before: `<div onclick="save()">Save</div>`. After: `<button type="button" onclick="save()">Save</button>`.

**Cannot see** What looks harmful when it is clicked, and content inside frames.

**Real pages** On 60 pages of Debian's Python, PostgreSQL and Git documentation it asked 68 times, all right: 25 sidebar
toggles and 43 buttons that hide prompts, made of `div` and `span`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.walks import operated
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="keyboard-operable",
    title="What answers the mouse answers the keyboard",
    failure_title="Something answers the mouse that the keyboard may not reach",
    criteria=("2.1.1",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.CRITICAL,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    clicked = operated(evidence)
    found = list(_unreached(walk, clicked, evidence.facts.final_url))
    mute = [control for control in clicked.values() if control["keys"] and not any(control["keys"].values())]
    found += [_mute(control) for control in mute]
    found += [
        META.cant_tell(
            "It listens for the mouse and takes the focus, but no script listens for keys. Do Enter and Space work?",
            location(fact["place"]), events=fact["events"],
        )
        for fact in walk["keyless"] if fact["place"]["selector"] not in clicked
    ]  # fmt: skip
    yield from found
    if not found:
        yield META.passed() if walk["stops"] else META.inapplicable()


def _mute(control: Json) -> CheckOutcome:
    where, does = location(control["place"]), _does(control["effect"])
    if control["after_kept"]:
        return META.cant_tell(f"A click {does}; Enter and Space did nothing. Was a request held back?", where)
    return META.failed(f"A click {does}; Enter and Space do nothing.", where, keys=control["keys"])


def _unreached(walk: Json, clicked: dict[str, Any], here: str) -> Iterator[CheckOutcome]:
    """What the keyboard cannot reach: each that is proven, and one question for all that one template makes."""
    alike: dict[object, list[Json]] = {}
    for fact in walk["mouse"]:
        control = clicked.get(fact["place"]["selector"])
        if control and _proven(control, walk, clicked.values(), here):
            message = f"A click {_does(control['effect'])}, and the keyboard has no way to it."
            yield META.failed(message, location(fact["place"]), **_listened(fact))
        else:
            identity = fact["place"]["identity"]
            key = (fact["kind"], *fact["events"], fact["role"], *identity["landmarks"], identity["signature"])
            alike.setdefault(key, []).append(fact)
    yield from (_asked(*facts) for facts in alike.values())


def _asked(fact: Json, *others: Json) -> CheckOutcome:
    why = {
        "listener": f"It listens for {' and '.join(fact['events'][:2])}",
        "role": f"It has the role {fact['role']}",
        "pointer": "The pointer over it looks as over a link",
    }[fact["kind"]]
    message = f"{why}, but the keyboard cannot reach it. Is there another way to do the same?"
    if others:
        message += f" The same question arises at {len(others)} more like it."
    return META.cant_tell(message, location(fact["place"]), **_listened(fact), count=len(others) + 1)


def _listened(fact: Json) -> dict[str, Any]:
    return {"kind": fact["kind"], "events": fact["events"]}


def _does(effect: Json) -> str:
    came = next((each["text"] for each in effect["came"] if each["text"]), "")
    if effect["urls"]:
        return "leads elsewhere"
    return f"brings up “{came[:60]}”" if came else "changes what is shown"


def _proven(control: Json, walk: Json, clicked: Iterable[Any], here: str) -> bool:
    """Both clicks did the same, and no stop of a whole walk is a way to that."""
    effect, name = control["effect"], control["place"]["identity"]["name"].casefold()
    whole = walk["ended"] == "page-end" and not walk["moved_by_page"] and not walk["shortcuts"]
    if not whole or not control["twice"] or control["beside"] or control["after_kept"]:
        return False
    if not effect["urls"] and not effect["came"]:
        return False
    if any(name and stop["place"]["identity"]["name"].casefold() == name for stop in walk["stops"]):
        return False
    led = {urljoin(here, stop["href"]).partition("?")[0] for stop in walk["stops"] if stop["href"]}
    if led & set(effect["urls"]):
        return False
    came = {each["text"] for each in effect["came"]}
    return not any(
        other["focusable"] and came & {each["text"] for each in other["effect"]["came"]} for other in clicked
    )
