"""Fields have a label that stays when people type.

**Why it matters** A placeholder is gone with the first letter. People with memory or attention disabilities then no longer know
what belongs there, and nobody can check a filled form; placeholders are also often too pale to read.

**How it is tested** Text fields whose accessible name comes from their placeholder alone are looked at with the visible text before
them. Search fields are exempt, and fields that a button right beside them labels (WCAG technique G167).

**Fails** When the placeholder is all there is.

**Asks** When visible text before the field may be meant as its label, or a button beside it may do as one.

**Passes** When every field has a label or name of its own. No text fields: inapplicable.

**Remedy** Before: `<input placeholder="Email">`. After: `<label>Email <input type="email" autocomplete="email"></label>`.

**Cannot see** Labels that are pictures.

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked nothing; in the example documentation it
failed 17 fields, all rightly. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="placeholder-label",
    title="Fields keep their label when people type",
    failure_title="A field's only label is its placeholder",
    criteria=("3.3.2",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
)

_ROLES = ("textbox", "searchbox", "combobox", "spinbutton")
_SEARCH = re.compile(r"search|filter|find|query|lookup|jump|suche|recherche|buscar|cerca|zoek|\bq\b|^s$", re.IGNORECASE)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [_field(document, field) for document, field in items(evidence["dom"], "fields") if _applies(field)]
    yield from judged or [META.inapplicable()]


def _applies(field: Json) -> bool:
    shown = field["exposed"] and not field["off_screen"] and not field["disabled"]
    return bool(field["role"] in _ROLES and shown and field["type"] not in ("button", "submit", "reset", "image"))


def _field(document: Json, field: Json) -> CheckOutcome:
    if field["source"] != "placeholder" or _is_search(field):
        return META.passed()
    place = location(document, field["at"])
    if field["before"]:
        return META.cant_tell(
            f"Is “{field['before'][-80:]}” the label of this field? Nothing ties them together.", place
        )
    if field["beside"]:
        return META.cant_tell(f"Does the button “{field['beside']}” beside it label this field well enough?", place)
    return META.failed(f"The placeholder “{field['placeholder']}” is this field's only label.", place)


def _is_search(field: Json) -> bool:
    said = (field["placeholder"], field["field_name"], field["id"], field["beside"])
    return field["role"] == "searchbox" or any(_SEARCH.search(text) for text in said if text)
