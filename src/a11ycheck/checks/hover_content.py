"""What comes with the pointer or the focus can be dismissed, pointed at, and stays.

**Why it matters** People who magnify the screen move the pointer along what they read: a tooltip that goes as soon as the
pointer leaves its button cannot be read by them. What covers the page and cannot be closed hides what they came for, and
what goes by itself is gone before slow readers are through.

**How it is tested** The pointer rests on elements that may show more. What becomes visible then, goes when the pointer
leaves and comes again is measured, each thing twice: the pointer moves onto it, fast and at ordinary speed; the pointer
rests for seconds; Escape is pressed while it rests. Texts and controls below it are looked up point by point. Technique
F95 is a failure; `title` and other things that the browser draws are excepted.

**Fails** When it goes as the pointer moves onto it, both times; when it goes by itself while the pointer rests, both times;
when it covers other text or controls with an opaque ground and Escape does not close it.

**Asks** When one of two tries went wrong; when it seems to cover something but cannot be hit by the pointer, has no ground
of its own or comes from the style sheet alone; when what the focus brought covers something and Escape does not close it;
when there was no time for all that may show more.

**Passes** When all that came was dismissible or covered nothing, could be pointed at, and stayed. Nothing came:
inapplicable.

**Remedy** Before: `.tip { pointer-events: none }` and a gap between button and tip. After: the tip touches its button, hides
with a delay, and a listener for Escape on the document hides it too.

**Cannot see** Ways other than Escape to dismiss; content in frames; what a longer rest than half a second brings.

**Real pages** See `docs/accuracy/driving.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="hover-content",
    title="What comes with the pointer or the focus can be dismissed, pointed at, and stays",
    failure_title="What comes with the pointer or the focus cannot be dismissed, cannot be pointed at, or goes by itself",
    criteria=("1.4.13",),
    needs=("hover",),
    power="fails",
    impact=Impact.SERIOUS,
)

_WIDE = 30
"""CSS px of one text that must be covered to count for sure."""
_WORDY = 4
"""Characters from which on what came is more than a mark."""


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    hover = evidence["hover"]
    found = [outcome for one in hover["found"] for outcome in _judged(one)]
    yield from found
    if hover["ended"] != "all":
        reason = "out of time" if hover["ended"] == "time" else "at a limit"
        yield META.cant_tell(
            f"Looking for what the pointer brings up ended {reason}, after {hover['tried']} of {hover['likely']} elements. "
            "Do the others show more?", location(hover["root"]), tried=hover["tried"], likely=hover["likely"],
        )  # fmt: skip
    elif not found:
        yield META.passed() if hover["found"] else META.inapplicable()


def _judged(one: Json) -> Iterator[CheckOutcome]:
    where = location(one["place"])
    said = f"“{one['text'][:60]}”" if one["text"] else "What it shows"
    data = {"text": one["text"], "content": (one["content"] or {}).get("selector", ""), "box": one["box"]}
    sure, asked = [], []
    if one["hoverable"] == "no":
        sure.append("goes away when the pointer moves onto it")
    elif one["hoverable"] == "sometimes":
        asked.append("went away once when the pointer moved onto it")
    if one["vanished"] is not None:
        words = f"goes away by itself after {one['vanished']} seconds while the pointer rests"
        (sure if one["twice"] else asked).append(words)
    if one["escape"] == "no" and not one["error"] and len(one["text"]) >= _WORDY:
        covers = [each for each in one["covers"] if each["width"] >= _WIDE]
        if any(each["sure"] for each in covers):
            first = next(each for each in covers if each["sure"])
            sure.append(f"covers {_named(first)} and Escape does not close it")
            data["covers"] = [each["text"] for each in covers]
        elif covers:
            asked.append(f"may cover {_named(covers[0])} and Escape does not close it")
    if sure and not one["after_kept"]:
        yield META.failed(f"{said} comes with the pointer and {', and '.join(sure)}.", where, **data)
    elif sure or asked:
        yield META.cant_tell(
            f"{said} comes with the pointer and {', and '.join(sure + asked)}. Can people read it, and what is below?",
            where,
            **data,
        )
    focus = one["focus"]
    if not sure and focus and focus["escape"] == "no" and not one["error"]:
        covers = [each for each in focus["covers"] if each["width"] >= _WIDE and each["sure"]]
        if covers:
            yield META.cant_tell(
                f"{said} comes with the focus, covers {_named(covers[0])} and Escape does not close it. "
                "Is there another way to close it?", where, **data,
            )  # fmt: skip


def _named(covered: Json) -> str:
    return f"“{covered['text']}”" if covered["text"] else "a control"
