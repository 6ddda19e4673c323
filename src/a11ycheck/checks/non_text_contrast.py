"""Fields, boxes and icons stand out from what is around them.

**Why it matters** People with low vision cannot find a field whose edge is a pale line on white, or tell what a pale icon shows.

**How it is tested** Fields, boxes that are not drawn by the browser, and controls that show nothing but an icon are pictured. The
contrast of the edge and the fill with what is around, and of the icon with the fill, is measured; the highest counts.

**Asks** When none reaches 3:1, with the numbers, once for each kind of icon and each contrast of fields: whether something else
shows what it is and where.

**Passes** When one reaches 3:1. Controls as the browser draws them and disabled ones are left out. None of these: inapplicable.

**Remedy** Before: `input { border: 1px solid #ddd }`. After: `input { border: 1px solid #767676 }`, 4.5:1 on white.

**Cannot see** Parts inside a control, states other than the present one, graphics that are no control, and frames.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.nontext import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="non-text-contrast",
    title="Fields, boxes and icons stand out from what is around them",
    failure_title="A field, box or icon may not stand out from what is around it",
    criteria=("1.4.11",),
    needs=("nontext",),
    power="asks",
    impact=Impact.SERIOUS,
    variants="all",
)

NEEDED = 3.0
_WHAT = {"field": "The edge of this field", "box": "This box", "icon": "This icon"}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    data = evidence["nontext"]
    faint = [one for one in data["controls"] if one["best"] < NEEDED]
    asked: set[tuple[str, str]] = set()
    for one in faint:
        alike = one["place"]["identity"]["signature"] if one["kind"] == "icon" else f"{one['best']:.2f}"
        kind = (one["kind"], alike)
        if kind not in asked:
            asked.add(kind)
            yield _asked(one)
    if data["left"]:
        yield META.untested(f"{data['left']} controls were not measured")
    elif not faint:
        yield META.passed() if data["controls"] else META.inapplicable()


def _asked(one: Json) -> CheckOutcome:
    return META.cant_tell(
        f"{_WHAT[one['kind']]} has at most {one['best']:.2f}:1 with what is around it; 3:1 is needed, unless something else "
        "shows what it is and where. Is there something?",
        location(one), best=one["best"], edge=one["edge"], fill=one["fill"], kind=one["kind"],
    )  # fmt: skip
