"""What appears after an action is announced.

**Why it matters** Who hears the page does not notice that “Saved” appeared somewhere on it.

**How it is tested** With `--interact submit`, forms are sent with empty or wrong input. Texts that are new on the page then are
looked up: a live region (`aria-live`, `role` alert, status or log, `output`) announces them, so does focus that moves to the field.
With `--interact operate`, so are short texts that appear when a control is clicked and stay.

**Asks** Whether it is a status message, when new text stands in no live region and no dialog, and focus did not move into the form.

**Passes** When all new text is announced.

**Remedy** Before: `<div class="toast">Saved</div>`. After: put the text into a `<div role="status">` that was there before.

**Cannot see** Messages that pass within half a second and those on long work; what a screen reader really says.

**Real pages** In the example application and its fixed twin: no question that was beside the point.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.forms import location
from a11ycheck.evidence.keyboard import location as widget_location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="status-message",
    title="What appears after an action is announced",
    failure_title="Text that appears after an action may not be announced",
    criteria=("4.1.3",),
    needs=("forms", "widgets"),
    power="asks",
    impact=Impact.MODERATE,
)

NOT_USED = "forms are sent with --interact submit only, controls clicked with --interact operate"
SHORT = 120
"""Letters of a text that may be a message rather than content."""


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    appeared = False
    silent: set[str] = set()
    for form in evidence["forms"]["forms"]:
        for tried in form["tries"]:
            appeared = appeared or bool(tried["texts"])
            if tried["focus_moved"]:
                continue
            for text in tried["texts"]:
                if text["live"] or text["dialog"] or text["selector"] in silent:
                    continue
                silent.add(text["selector"])
                yield META.cant_tell(
                    f"“{text['text']}” appears after the form was sent, in no live region. Is it a status message?",
                    location(text), text=text["text"], way=tried["way"],
                )  # fmt: skip
    asked = _after_a_click(evidence["widgets"])
    if asked is not None:
        yield asked
    elif not silent and appeared:
        yield META.passed()
    elif not silent:
        yield META.untested(NOT_USED) if _not_used(evidence) else META.inapplicable()


def _not_used(evidence: Evidence) -> bool:
    """Whether there are forms or controls that the run was not allowed to use."""
    used = [*evidence["forms"]["forms"], *evidence["widgets"]["controls"]]
    return any(one["skipped"] == "level" for one in used)


def _after_a_click(widgets: Json) -> CheckOutcome | None:
    """The first short text that a control brings for good, that holds nothing to use and that nothing announces."""
    for control in widgets["controls"]:
        effect = control["effect"]
        if effect is None or not effect["visible"] or control["kind"] != "control":
            continue
        if control["undone"] or control["after_kept"]:
            continue
        if (
            effect["went"]
            or effect["states"]
            or effect["renamed"]
            or effect["live"]
            or effect["events"]
            or effect["dialog"]
        ):
            continue
        if effect["focus"] in ("came", "elsewhere") or len(effect["came"]) != 1 or effect["came"][0]["controls"]:
            continue
        text = effect["came"][0]["text"]
        if 0 < len(text) <= SHORT:
            return META.cant_tell(
                f"“{text}” appears when it is activated, in no live region. Is it a status message?",
                widget_location(control["place"]), text=text,
            )  # fmt: skip
    return None
