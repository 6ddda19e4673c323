"""Fields for a person's own data say so in code.

**Why it matters** With `autocomplete` a browser fills such fields in, and tools can show a familiar symbol beside them. That
helps people with motor disabilities, who type with effort, and people with cognitive disabilities.

**How it is tested** Fields of forms whose label, name or type speaks of one of the 53 purposes in WCAG 1.3.5, such as e-mail
address or given name, are searched for an `autocomplete` value. (axe checks that values are valid.)

**Asks** When there is none, or it is `off`: whether the data is that of the person at the keyboard, only a person can tell.

**Passes** When each such field names its purpose. No such fields: inapplicable.

**Remedy** Before: `<label>E-mail <input type="email"></label>`. After: `<label>E-mail <input type="email"
autocomplete="email"></label>`.

**Cannot see** Labels in languages other than English, French, German and Spanish.

**Real pages** On 524 pages of ten documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="autocomplete-missing",
    title="Fields for personal data name their purpose",
    failure_title="A field for personal data may lack its purpose",
    criteria=("1.3.5",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
)

_PURPOSES = (
    ("email", r"\be-?mail\b|\bmail\b|\bcourriel\b|\bcorreo\b"),
    ("given-name", r"\b(?:first|given) ?name\b|\bfname\b|\bvorname\b|\bprénom\b"),
    ("family-name", r"\b(?:last|family) ?name\b|\bsurname\b|\blname\b|\bnachname\b|\bapellidos?\b"),
    ("name", r"^(?:your |full )?name$|^full ?name$|^(?:ihr )?name$|^nombre$|^nom$"),
    ("username", r"^user ?name$|^login$|^benutzername$"),
    ("current-password", r"^(?:current )?password$|^passwort$|^mot de passe$|^contraseña$"),
    ("tel", r"\bphone\b|\btelephone\b|\bmobile(?: number)?$|\btelefon\b|\btéléphone\b|\bteléfono\b"),
    ("street-address", r"\bstreet\b|^address(?: line \d)?$|\bstraße\b"),
    ("postal-code", r"\bzip\b|\bpost(?:al)? ?code\b|^plz$"),
    ("country-name", r"^country$|^land$|^pays$|^país$"),
    ("organization", r"^company$|^organi[sz]ation$|^firma$"),
    ("bday", r"\bdate of birth\b|\bbirthday\b|^dob$"),
)
_KINDS = {"email": "email", "tel": "tel"}
_FIELDS = ("text", "email", "tel", "password", "url", "search", "")


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [outcome for document, field in items(evidence["dom"], "fields") for outcome in _field(document, field)]
    yield from judged or [META.inapplicable()]


def _field(document: Json, field: Json) -> Iterator[CheckOutcome]:
    shown = field["exposed"] and not field["disabled"] and not field["read_only"]
    if field["role"] not in ("textbox", "combobox") or field["type"] not in _FIELDS or not shown:
        return
    purpose = _purpose(field)
    if not purpose:
        return
    if (field["autocomplete"] or "").strip().lower() in ("", "off", "on"):
        asked = field["name"] or field["field_name"]
        message = f'If “{asked}” is about the person at the keyboard, it needs `autocomplete="{purpose}"`.'
        yield META.cant_tell(message, location(document, field["at"]), purpose=purpose)
    else:
        yield META.passed()


def _purpose(field: Json) -> str:
    if field["type"] in _KINDS:
        return _KINDS[field["type"]]
    said = re.sub(r"[\s*:()_-]+", " ", field["name"] or field["before"] or field["field_name"]).strip().lower()
    return next((purpose for purpose, words in _PURPOSES if re.search(words, said)), "")
