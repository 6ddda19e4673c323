"""What appears after sending a form is announced.

**Why it matters** Who hears the page does not notice that “Saved” appeared somewhere on it.

**How it is tested** With `--interact submit`, forms are sent with empty or wrong input. Texts that are new on the page then are
looked up: a live region (`aria-live`, `role` alert, status or log, `output`) announces them, so does focus that moves to the field.

**Asks** Whether it is a status message, when new text stands in no live region and no dialog, and focus did not move into the form.

**Passes** When all new text is announced.

**Remedy** Before: `<div class="toast">Saved</div>`. After: put the text into a `<div role="status">` that was there before.

**Cannot see** Messages after other actions than sending a form; what a screen reader really says.

**Real pages** In the example application and its fixed twin: no question that was beside the point.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.forms import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="status-message",
    title="What appears after sending a form is announced",
    failure_title="Text that appears after sending a form may not be announced",
    criteria=("4.1.3",),
    needs=("forms",),
    power="asks",
    impact=Impact.MODERATE,
)


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
    if not silent:
        yield META.passed() if appeared else META.inapplicable()
