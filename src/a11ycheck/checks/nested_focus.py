"""Nothing takes the focus inside a control whose content is flat.

**Why it matters** To a screen reader the content of a button, tab, checkbox or image is one text. Something inside it that
takes the focus is then reached by the Tab key and has no role or name of its own: people stand on something that says
nothing.

**How it is tested** Everything in the order of the Tab key is looked at for a control or image around it whose children are
presentational in ARIA. ACT rule 307n5z. Controls inside controls are left to axe (`nested-interactive`).

**Fails** When an element without a widget role takes the focus inside such a control.

**Passes** When there is none. Nothing that takes the focus: inapplicable.

**Remedy** Before: `<button><span tabindex="0">Save</span></button>`. After: `<button>Save</button>`.

**Cannot see** Focus that script puts there.

**Real pages** On 427 pages of seven documentation sets it failed nothing and asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="nested-focus",
    title="Nothing takes the focus inside a flat control",
    failure_title="Something takes the focus inside a flat control",
    criteria=("4.1.2",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("307n5z",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    nested = list(items(evidence["dom"], "nested"))
    for document, inner in nested:
        around = f"{inner['inside']} “{inner['inside_name']}”" if inner["inside_name"] else inner["inside"]
        yield META.failed(
            f"This {inner['tag']} takes the focus inside the {around}, where it has no role of its own.",
            location(document, inner["at"]),
        )
    if not nested:
        targets = any(document["targets"]["count"] for document in evidence["dom"]["documents"])
        yield META.passed() if targets else META.inapplicable()
