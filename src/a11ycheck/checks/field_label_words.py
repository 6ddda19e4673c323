"""Labels tell what belongs in their field.

**Why it matters** Two fields “Name”, one for the payer and one for the receiver, are the same field to people who hear one
field at a time, and to people who forget what stood above.

**How it is tested** The labels of the fields of each form are compared with each other, with the heading and group they
stand under, and with words left over from templates. ACT rule cc0f0a.

**Asks** When a label is such a leftover; when fields of one kind in one form have one label, and neither a named group, a
heading nor a row of a table or list tells them apart.

**Passes** When no label is in doubt. No labelled fields: inapplicable.

**Remedy** Before: two `<label>Name <input></label>`. After: a `fieldset` with `<legend>Receiver</legend>` around each part,
or “Name of the receiver”.

**Cannot see** Whether a label is the right one.

**Real pages** On 427 pages of seven documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.evidence.words import STOCK_LABELS, fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="field-label-words",
    title="No label is in doubt",
    failure_title="A label may not tell what belongs in its field",
    criteria=("2.4.6",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
    act=("cc0f0a",),
)

_ROLES = ("textbox", "searchbox", "combobox", "spinbutton", "listbox", "slider")
_COUNTER = re.compile(r"\s*\d+$")


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    fields = [(document, field) for document, field in items(evidence["dom"], "fields") if _applies(field)]
    alike: dict[tuple[str, int, str, str], list[Json]] = defaultdict(list)
    for document, field in fields:
        alike[document["url"], field["form"], field["role"], fold(field["name"])].append(field)
    for document, field in fields:
        name = field["name"]
        twins = alike[document["url"], field["form"], field["role"], fold(name)]
        place = location(document, field["at"])
        if _COUNTER.sub("", fold(name)) in STOCK_LABELS:
            yield META.cant_tell(f"The label “{name}” looks like a leftover of a template.", place)
        elif field is not twins[0] and _confused(field, twins[0]):
            yield META.cant_tell(
                f"Another field of this form is labelled “{name}” too. How do people tell them apart?", place
            )
        else:
            yield META.passed()
    if not fields:
        yield META.inapplicable()


def _applies(field: Json) -> bool:
    return bool(field["exposed"] and fold(field["name"]) and field["role"] in _ROLES and not field["off_screen"])


def _confused(one: Json, other: Json) -> bool:
    """Nothing around the two fields tells them apart."""
    if one["repeated_part"] or other["repeated_part"] or one["described"] != other["described"]:
        return False
    groups = [(field["group"] or {}).get("name", "") for field in (one, other)]
    return bool(groups[0] == groups[1] and one["heading"] == other["heading"])
