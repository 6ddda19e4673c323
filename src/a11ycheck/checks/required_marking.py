"""That a field is required is told in words or code, not by looks alone.

**Why it matters** A red label or a star that is only drawn tells sighted people which fields they must fill in. Blind
people learn of it when the form comes back.

**How it is tested** Fields that neither `required` nor `aria-required` marks are looked at: do their labels show a star
that is not part of the accessible name, or have a class such as “required” together with a colour or weight unlike the
other labels of the form?

**Asks** When they do.

**Passes** When looks and code agree. No fields with labels: inapplicable.

**Remedy** Before: `<label class="required">Email <span aria-hidden="true">*</span></label><input>`. After: add `required`
to the field.

**Cannot see** Fields that only the server requires, and whether a star is explained.

**Real pages** On 427 pages of seven documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="required-marking",
    title="Required fields are marked in words or code",
    failure_title="A field may be required by its looks alone",
    criteria=("1.3.1", "3.3.2"),
    needs=("dom",),
    power="asks",
    impact=Impact.SERIOUS,
)

_TOLD = re.compile(r"[*＊∗✱✳]|requi|mandatory|obligat|pflicht|erforderlich|verplicht", re.IGNORECASE)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    fields = [(document, field) for document, field in items(evidence["dom"], "fields") if _applies(field)]
    usual = _usual_looks(fields)
    for document, field in fields:
        doubt = _doubt(field, usual[document["url"], field["form"]])
        yield META.cant_tell(doubt, location(document, field["at"])) if doubt else META.passed()
    if not fields:
        yield META.inapplicable()


def _applies(field: Json) -> bool:
    return bool(field["exposed"] and field["mark"] and not field["disabled"] and not field["read_only"])


def _usual_looks(fields: list[tuple[Json, Json]]) -> dict[tuple[str, int], tuple[str, int] | None]:
    """The most common colour and weight of the labels of each form; None where all look alike."""
    looks: dict[tuple[str, int], Counter[tuple[str, int]]] = defaultdict(Counter)
    for document, field in fields:
        looks[document["url"], field["form"]][field["mark"]["color"], field["mark"]["weight"]] += 1
    return {form: count.most_common(1)[0][0] if len(count) > 1 else None for form, count in looks.items()}


def _doubt(field: Json, usual: tuple[str, int] | None) -> str:
    mark = field["mark"]
    if field["required"] or field["aria_required"] or _TOLD.search(f"{field['name']} {field['described']}"):
        return ""
    if mark["star"]:
        return (
            f"The label “{mark['label']}” shows a star, but assistive technology is not told. Is this field required?"
        )
    if mark["classed"] and usual is not None and (mark["color"], mark["weight"]) != usual:
        return f"The label “{mark['label']}” looks unlike the others. Does that mean that the field is required?"
    return ""
