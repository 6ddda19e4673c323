"""What shows the focus stands out.

**Why it matters** People who use the keyboard and see little follow the focus by its mark. A mark whose colour is hardly another
than what was there before is lost to them.

**How it is tested** One focusable element of each kind (up to four) is pictured with and without the focus. The contrast between
the two at the pixels that change is measured.

**Asks** When it stays below 3:1: whether the mark is easy to see. `focus-visible` judges marks that are missing.

**Passes** When it reaches 3:1 for all that were pictured. Nothing changes, or nothing to focus: inapplicable.

**Remedy** Before: `a:focus { outline: 2px solid #cce }`. After: `a:focus-visible { outline: 2px solid #1a4fa0 }`.

**Cannot see** Kinds beyond the fourth, and marks further than eight CSS pixels away.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.nontext import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="focus-contrast",
    title="What shows the focus stands out",
    failure_title="What shows the focus may not stand out",
    criteria=("1.4.11",),
    needs=("nontext",),
    power="asks",
    impact=Impact.MODERATE,
    variants="all",
)

NEEDED = 3.0


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    focus = evidence["nontext"]["focus"]
    faint = [one for one in focus if one["best"] < NEEDED]
    for one in faint:
        yield META.cant_tell(
            f"With the focus, {one['changed']} pixels change by at most {one['best']:.2f}:1; 3:1 is needed. Is the focus easy "
            "to see?",
            location(one), best=one["best"], changed=one["changed"],
        )  # fmt: skip
    if not faint:
        yield META.passed() if focus else META.inapplicable()
