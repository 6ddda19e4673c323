"""A field's name holds the label that people see.

**Why it matters** People who speak to their computer say the label they see: “click Country”. When the field's accessible
name is another one, nothing happens. What is seen and what is heard also differ for people who use both.

**How it is tested** Where a visible `label` belongs to a field, and `aria-label` or `aria-labelledby` gives it another
name, the two are compared without case, stars, brackets and punctuation (WCAG 2.5.3). For buttons, links and other controls
that take their name from content, axe does this (`label-content-name-mismatch`).

**Fails** When no word of the visible label is in the name.

**Asks** When only some words are, or their order is another, or the field is disabled, so that nobody can speak to it now.

**Passes** When the name holds the label. No field with a visible label and another name: inapplicable.

**Remedy** Before: `<label for="c">Country</label><input id="c" aria-label="Where you live">`. After: no `aria-label`.

**Cannot see** Labels that are only text near a field, and pictures of text.

**Real pages** On 427 pages of seven documentation sets it failed nothing and asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.evidence.words import fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="label-in-name",
    title="Fields are named by their visible label",
    failure_title="A field's name lacks its visible label",
    criteria=("2.5.3",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
)

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|[*＊∗✱✳]")
_WORD = re.compile(r"[^\W_]+")


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [_field(document, field) for document, field in items(evidence["dom"], "fields") if _applies(field)]
    yield from judged or [META.inapplicable()]


def _applies(field: Json) -> bool:
    named = field["source"] in ("aria-label", "aria-labelledby") and field["name"]
    return bool(field["exposed"] and named and any(len(word) > 1 for word in _words(field["label_text"])))


def _field(document: Json, field: Json) -> CheckOutcome:
    label, name = _words(field["label_text"]), _words(field["name"])
    if f" {' '.join(label)} " in f" {' '.join(name)} ":
        return META.passed()
    place = location(document, field["at"])
    if not field["disabled"] and not {word for word in label if len(word) > 1} & set(name):
        message = f"People see the label “{field['label_text']}”, but the field's name is “{field['name']}”."
        return META.failed(message, place)
    seen = f"People see the label “{field['label_text']}”; the field's name is “{field['name']}”."
    return META.cant_tell(f"{seen} Can it be reached by its label?", place)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(_BRACKETS.sub(" ", text)))
