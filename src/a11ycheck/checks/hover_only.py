"""What the pointer brings up, the keyboard brings up too.

**Why it matters** People who cannot use a mouse, blind people among them, cannot point: what only the pointer shows, be it
the pages of a menu or the explanation of an icon, is not there for them.

**How it is tested** The pointer rests on elements that may show more, then the focus is put on the same element or the first
in it that takes it. Links and buttons in what appeared are looked up among the stops of the walk with the Tab key, by place,
name and destination.

**Fails** When the trigger cannot take the focus, what appears holds links or buttons, and the walk, which came to the end
of the page, met none of them nor any of the same name or destination.

**Asks** When the trigger takes the focus but what appears does not come with it, or cannot take it, and the page has no other
sign of it: no description or name with these words, no `aria-expanded` or `aria-haspopup` that promises another way.

Once for what several triggers bring up, as a message and its author may bring up the same buttons.

**Passes** When all that came with the pointer came with the focus, or can be had otherwise. Nothing came: inapplicable.

**Remedy** Before: `li:hover > ul { display: block }`. After: a `button` with `aria-expanded` that opens the list.

**Cannot see** Keys that open it when pressed on the trigger, and content in frames.

**Real pages** See `docs/accuracy/driving.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="hover-only",
    title="What the pointer brings up, the keyboard brings up too",
    failure_title="Something comes with the pointer only",
    criteria=("2.1.1",),
    needs=("hover", "keyboard"),
    power="fails",
    impact=Impact.SERIOUS,
)

_WORDY = 4
"""Characters from which on what came is more than a mark."""


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    hover, walk = evidence["hover"], evidence["keyboard"]
    came = [one for one in hover["found"] if one["again"]]
    found: dict[str, CheckOutcome] = {}
    for number, one in enumerate(came):
        content = one["content"]["selector"] if one["content"] else str(number)
        if content not in found and (outcome := _judged(one, walk)) is not None:
            found[content] = outcome
    yield from found.values()
    if not found:
        yield META.passed() if came else META.inapplicable()


def _judged(one: Json, walk: Json) -> CheckOutcome | None:
    shows = one["focus"] and one["focus"]["shows"]
    if shows or one["told"] or one["expands"]:
        return None
    where = location(one["place"])
    said = f"“{one['text'][:60]}”" if one["text"] else "What it shows"
    data = {"text": one["text"], "controls": [control["name"] for control in one["controls"]]}
    if one["controls"]:
        if walk["ended"] != "page-end" or any(_reached(control, walk) for control in one["controls"]):
            return None
        proven = not one["focusable"] and not one["after_kept"] and not walk["moved_by_page"]
        if proven and any(control["href"] or control["name"] for control in one["controls"]):
            return META.failed(
                f"{said} comes with the pointer only, and the keyboard reaches none of the links and buttons in it.",
                where, **data,
            )  # fmt: skip
        return META.cant_tell(
            f"{said} comes with the pointer and not with the focus. Can the keyboard get at what is in it?",
            where,
            **data,
        )
    if len(one["text"]) < _WORDY:
        return None
    return META.cant_tell(f"{said} comes with the pointer only. Can people have it without a mouse?", where, **data)


def _reached(control: Json, walk: Json) -> bool:
    return any(
        stop["place"]["selector"] == control["selector"]
        or (control["name"] and stop["place"]["identity"]["name"] == control["name"])
        or (len(control["href"]) > 1 and stop["href"] == control["href"])
        for stop in walk["stops"]
    )
