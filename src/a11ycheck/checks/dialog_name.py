"""Dialogs that open have a role and a name.

**Why it matters** A screen reader announces a dialog by its role and its name: without them people hear the text of a button
and do not know what it is about, or that the page behind is out of reach.

**How it is tested** With `--interact operate`, controls that look harmless are clicked. What opens as a dialog, or covers the
window as dialogs do, is looked up for `role`, `<dialog>`, `aria-label` and `aria-labelledby`.

**Asks** When it has no name, or when it covers the window without the role of a dialog.

**Passes** When every dialog that opened has both. None opened: inapplicable.

**Remedy** Before: `<div class="modal">`. After: `<div role="dialog" aria-modal="true" aria-labelledby="heading">`.

**Cannot see** Dialogs that other ways than a click open; whether the name fits. Dialogs that are open from the start are the
matter of axe's rule `aria-dialog-name`.

**Real pages** See `docs/accuracy/driving.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="dialog-name",
    title="Dialogs that open have a role and a name",
    failure_title="A dialog that opens may have no role or no name",
    criteria=("4.1.2",),
    needs=("widgets",),
    power="asks",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    dialogs = evidence["widgets"]["dialogs"]
    found = [_unnamed(dialog) for dialog in dialogs if not dialog["role"] or not dialog["name"]]
    yield from found
    if not found:
        yield META.passed() if dialogs else META.inapplicable()


def _unnamed(dialog: Json) -> CheckOutcome:
    where = location(dialog["place"])
    if not dialog["role"]:
        return META.cant_tell("It covers the page as a dialog does, without that role. Is it a dialog?", where)
    return META.cant_tell("This dialog has no name. What is it about?", where)
