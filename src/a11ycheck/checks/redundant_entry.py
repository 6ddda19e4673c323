"""Nobody has to enter the same thing twice.

**Why it matters** For people who forget what they typed, or for whom each key is an effort, entering an address a second time may
be the end of it.

**How it is tested** The names of fields are read: those that ask to repeat or confirm what another field of the form holds
(passwords left out), and forms with fields for two addresses.

**Asks** Whether the second entry is needed, or can be chosen or filled in.

**Passes** Never: what earlier steps asked for is not known. Without such fields: inapplicable.

**Remedy** Before: “Repeat your e-mail address”. After: one field, and the address shown for checking before it is sent.

**Cannot see** What other pages of the process ask for.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="redundant-entry",
    title="Nobody has to enter the same thing twice",
    failure_title="Something may have to be entered twice",
    criteria=("3.3.7",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
)

_AGAIN = re.compile(
    r"\b(confirm|repeat|re-?enter|re-?type|verify)\b.*\b(e-?mail|address|phone|number|name|account)\b"
    r"|\b(e-?mail|address|phone|number|account)\b.*\b(again|confirmation|repeat)\b"
    r"|\b(e-?mail|adresse|telefon)\S*\b.*\b(wiederholen|bestätigen)\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(same as|use (my|the) \w+ address|wie (die )?rechnung|gleich)", re.IGNORECASE)
_STREET = re.compile(r"\b(street|address line|address|straße|adresse)\b", re.IGNORECASE)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    fields = [(document, field) for document, field in items(evidence["dom"], "fields") if field["rendered"]]
    found = [
        META.cant_tell(f"“{field['name']}” asks for something again. Is that needed?", location(document, field["at"]))
        for document, field in fields
        if field["type"] != "password" and _AGAIN.search(field["name"])
    ]
    found += _addresses(fields)
    yield from found or [META.inapplicable()]


def _addresses(fields: list[tuple[Json, Json]]) -> Iterator[CheckOutcome]:
    """Forms with two sections for an address, shipping and billing, and nothing that says they are the same."""
    by_form: dict[tuple[int, int], list[tuple[Json, Json]]] = {}
    for document, field in fields:
        by_form.setdefault((id(document), field["form"]), []).append((document, field))
    for form in by_form.values():
        kinds = {kind: one for one in form for kind in ("shipping", "billing") if _of(kind, one[1])}
        offered = any(_SAME.search(f"{field['name']} {field['before']}") for _, field in form)
        if len(kinds) == 2 and not offered:
            document, field = kinds["billing"]
            yield META.cant_tell(
                "This form asks for two addresses. Can the first be taken over for the second?",
                location(document, field["at"]),
            )


def _of(kind: str, field: Json) -> bool:
    words = {"shipping": r"\b(shipping|delivery|liefer)", "billing": r"\b(billing|invoice|rechnungs)"}[kind]
    group = field["group"]["name"] if field["group"] else ""
    tokens = (field["autocomplete"] or "").lower().split()
    if kind in tokens:
        return any(token.startswith(("street-address", "address-line")) for token in tokens)
    about = f"{field['name']} {group} {field['heading']}"
    return bool(re.search(words, about, re.IGNORECASE) and _STREET.search(field["name"]))
