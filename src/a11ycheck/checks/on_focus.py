"""Taking the focus alone changes nothing but the focus.

**Why it matters** People who go through a page with the Tab key only pass by. If a control sends them to another page,
opens a window or throws the focus away as they pass, they lose their place, and those who use a screen reader may not
even notice why.

**How it is tested** Real Tab keys; navigations, windows and dialogs are held and noted. What happened is tried a second
time, with time in between, so that only what the focus itself brings counts. Techniques F36, F37 and F55 are its
failures.

**Fails** When taking the focus twice brings a navigation, a window or a dialog of the browser, or when a visible
control gives the focus away as soon as it gets it.

**Asks** When it happened once and not again, and when a dialog of the page opened as the focus came. When the walk was
cut before the end of the page.

**Passes** When nothing of the kind happened on the walk.

**Remedy** Before: `<a href="/next" onfocus="this.click()">`. After: act on `click` only.

**Cannot see** Changes of content that are not a change of context, and stops behind the limit of the walk.

**Real pages** Nothing on 60 pages of Debian's Python, PostgreSQL and Git documentation, nor in the examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.walks import unfinished
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="on-focus",
    title="Taking the focus changes nothing else",
    failure_title="Taking the focus changes the context",
    criteria=("3.2.1",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.SERIOUS,
)

_WORDS = {
    "navigation": "leads to another page",
    "popup": "opens a window",
    "dialog": "opens a dialog of the browser",
    "modal": "opens a dialog",
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    found = [outcome for stop in walk["stops"] if (outcome := _changed(stop)) is not None]
    yield from found
    if not walk["stops"]:
        yield META.inapplicable()
    elif not found:
        left = unfinished(walk)
        yield META.cant_tell(left, location(walk["root"])) if left else META.passed()


def _changed(stop: Json) -> CheckOutcome | None:
    where = location(stop["place"])
    if stop["lost"]:
        if stop["hidden"] or stop["after_kept"]:
            return None
        return META.failed("It gives the focus away as soon as it gets it.", where, stop=stop["n"])
    effects = {effect["kind"]: effect for effect in stop["effects"] if effect["kind"] in _WORDS}
    for kind, words in _WORDS.items():
        if kind not in effects:
            continue
        data = {"stop": stop["n"], "effect": effects[kind]["what"]}
        if effects[kind]["again"] and not stop["after_kept"]:
            return META.failed(f"Taking the focus {words}.", where, **data)
        return META.cant_tell(
            f"When it took the focus, it happened once that this {words}. Was that because of the focus?", where, **data
        )
    return None
