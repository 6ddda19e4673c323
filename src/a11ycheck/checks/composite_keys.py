"""All parts of tabs, menus, trees, lists and grids are in reach of the keyboard.

**Why it matters** Such widgets have one stop in the order of the Tab key, and arrow keys go through their parts. Where the
role is there but the keys are not, people who cannot use a mouse get to the first tab or entry and no further.

**How it is tested** Visible widgets by role (`tablist`, `menu`, `menubar`, `tree`, `listbox`, `grid`, `treegrid`, `toolbar`,
`radiogroup` with `--interact operate`) of which Tab reaches some parts only get the focus, and arrow keys are pressed. What has
the focus, or is the active descendant, is reached.

**Asks** When neither Tab nor the arrow keys reach a part.

**Passes** When all parts of such widgets were reached. None on the page, or Tab reaches every part: inapplicable.

**Remedy** Move the focus with the arrow keys: the current part has `tabindex="0"`, the others `-1`, and the script that hears
the key calls `focus()` on the next.

**Cannot see** Letters and other keys that lead to a part; popups that are closed; native fields, which the browser serves.

**Real pages** See `docs/accuracy/driving.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="composite-keys",
    title="All parts of composite widgets are in reach of the keyboard",
    failure_title="Parts of a widget may be out of reach of the keyboard",
    criteria=("2.1.1",),
    needs=("keyboard",),
    power="asks",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    composites = evidence["keyboard"]["composites"]
    found = [_unreached(one) for one in composites if one["unreached"]]
    yield from found
    if found:
        return
    cut = next((one for one in composites if not one["whole"]), None)
    if cut:
        yield META.cant_tell(
            "Not all its parts were tried with the arrow keys. Are they in reach?", location(cut["place"])
        )
    else:
        yield META.passed() if composites else META.inapplicable()


def _unreached(one: Json) -> CheckOutcome:
    names = [place["identity"]["name"][:40] for place in one["unreached"]]
    named = ", ".join(f"“{name}”" for name in names if name) or "Parts of it"
    keys = " and ".join(one["keys"] or ["Tab"])
    return META.cant_tell(
        f"With {keys} the focus reaches {one['reached']} of {one['parts']} parts of this {one['role']}. "
        f"Can the keyboard get to {named}?",
        location(one["place"]), reached=one["reached"], parts=one["parts"], keys=one["keys"],
    )  # fmt: skip
