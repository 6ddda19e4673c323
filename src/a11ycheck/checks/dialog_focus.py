"""A dialog gets the focus when it opens and gives it back when it closes.

**Why it matters** When a dialog opens and the focus stays behind it, people who use the keyboard move on in a page that they
do not see, and people who use a screen reader do not learn that anything happened. When the focus is lost as it closes, they
start again at the top.

**How it is tested** With `--interact operate`, controls that look harmless are clicked. Half a second after a dialog opened the
focus is looked up, Tab is pressed where it is outside, and the dialog is closed with Escape or the control that says so. Failure
F85.

**Fails** When a dialog with `aria-modal="true"` has controls, and neither the focus nor the next Tab gets into it.

**Asks** When that happens in another dialog, or in something that covers the page as a dialog does; when the focus is not
back on the control that opened it after it closed.

**Passes** When every dialog that opened got the focus and gave it back. None opened: inapplicable.

**Remedy** Use `<dialog>` and `showModal()`, which do both; or call `focus()` on the dialog's heading or first control when it
opens, and on the control that opened it when it closes.

**Cannot see** Dialogs that other ways than a click open; whether the place of the focus in the dialog is a good one.

**Real pages** See `docs/accuracy/driving.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="dialog-focus",
    title="A dialog gets the focus when it opens and gives it back",
    failure_title="A dialog does not get the focus, or loses it",
    criteria=("2.4.3",),
    needs=("widgets",),
    power="fails",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    dialogs = evidence["widgets"]["dialogs"]
    found = [outcome for dialog in dialogs if (outcome := _judged(dialog)) is not None]
    yield from found
    if not found:
        yield META.passed() if dialogs else META.inapplicable()


def _judged(dialog: Json) -> CheckOutcome | None:
    where, opener = location(dialog["place"]), dialog["opener"]["identity"]["name"][:60]
    data = {"opener": dialog["opener"]["selector"], "closed": dialog["closed"], "back": dialog["back"]}
    if not dialog["focus"] and not dialog["tab"] and dialog["controls"]:
        outside = f"“{opener}” opens it, the focus stays outside, and the next Tab does not get in."
        if dialog["modal"] and not dialog["after_kept"]:
            return META.failed(outside, where, **data)
        return META.cant_tell(f"{outside} Does it need the focus?", where, **data)
    if dialog["back"] in ("none", "elsewhere"):
        return META.cant_tell(
            f"After it closed, the focus is not back on “{opener}”, which opened it. Do people find where they were?",
            where, **data,
        )  # fmt: skip
    return None
