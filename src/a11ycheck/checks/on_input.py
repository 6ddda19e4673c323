"""Changing a value changes nothing but the value.

**Why it matters** Who walks through a list by arrow keys lands on the first entry's page and never reaches the second. Who does not
see the page does not notice that it is another one.

**How it is tested** Listeners whose source leaves the page on a change are looked up. With `--effort thorough --interact operate`
fields are changed as people do: selects by an arrow key, boxes by the space bar, text by typing.

**Fails** When the page goes to another one (also by sending a form), or opens a window or a dialog of the browser, because a value
changed, and no text near the field speaks of that.

**Asks** When such a text is there, when the focus moves to another element, and when a listener looks as if it left the page and
fields may not be changed.

**Passes** When fields were changed and none of that followed. No fields, nothing to read: inapplicable.

**Remedy** Before: `<select onchange="this.form.submit()">`. After: a button “Show” beside it, or a sentence before it that says
what happens.

**Cannot see** Content that becomes another one without a new page, fields in frames, and fields for secrets.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.entry import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="on-input",
    title="Changing a value changes nothing but the value",
    failure_title="Changing a value leads elsewhere",
    criteria=("3.2.2",),
    needs=("entry",),
    power="fails",
    impact=Impact.SERIOUS,
)

_DOES = {
    "navigation": "leads to another page",
    "popup": "opens a window",
    "dialog": "opens a dialog of the browser",
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    inputs = evidence.collected.get("inputs")
    tried = inputs["fields"] if inputs else []
    known = {one["place"]["selector"] for one in tried}
    found = [outcome for one in tried if (outcome := _changed(one)) is not None]
    found += [_asked(one) for one in evidence["entry"]["changes"] if one["place"]["selector"] not in known]
    yield from found
    if inputs and inputs["left"]:
        yield META.untested(f"{inputs['left']} fields were not changed, for want of time or since they took no focus")
    elif not found:
        yield META.passed() if tried else META.inapplicable()


def _changed(one: Json) -> CheckOutcome | None:
    does = next((text for kind, text in _DOES.items() if kind in one["events"]), "")
    name = f"“{one['name']}”" if one["name"] else "this field"
    data = {key: one[key] for key in ("events", "focus", "kind", "advice")}
    if does and one["advice"]:
        return META.cant_tell(
            f"Changing {name} {does}. A text near it may say so. Does it, before the field?", location(one), **data
        )
    if does:
        return META.failed(f"Changing {name} {does}, and no text near it says so.", location(one), **data)
    if one["focus"]:
        return META.cant_tell(
            f"After changing {name} the focus goes to {one['focus']} by itself. Is that expected?",
            location(one),
            **data,
        )
    return None


def _asked(one: Json) -> CheckOutcome:
    return META.cant_tell(
        f"A script that listens to `{one['on']}` here seems to leave the page. Does it, and does a text before it say so?",
        location(one), on=one["on"],
    )  # fmt: skip
