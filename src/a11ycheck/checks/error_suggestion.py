"""What says that an entry is wrong says how to mend it.

**Why it matters** “Invalid value” leaves people guessing, longest those who find it hard to read, remember or type.

**How it is tested** With `--interact submit`, forms are sent with values that are wrong for certain, such as a mail address that
is none. The texts that appear by the field are read, or all that appear.

**Asks** Whether the text tells how to mend the entry, when it names the field as wrong and neither shows an example nor says what
is missing or needed.

**Passes** When a text gives an example, names what is needed, or the browser's own bubble appears. Nothing was marked:
inapplicable.

**Remedy** Before: “Invalid e-mail”. After: “Enter an address such as ada@example.org”.

**Cannot see** Errors of other kinds, and answers of a server on a new page.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.error_identification import GIVEN
from a11ycheck.evidence.forms import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="error-suggestion",
    title="What says that an entry is wrong says how to mend it",
    failure_title="What says that an entry is wrong may not say how to mend it",
    criteria=("3.3.3",),
    needs=("forms",),
    power="asks",
    impact=Impact.MODERATE,
)

_HELPS = re.compile(
    r"@|\.\w{2,3}\b|example|such as|like |e\.g\.|for instance|must|should|needs?\b|include|missing|contain|format"
    r"|please (enter|use|type|give)"
    r"|z\. ?B\.|beispiel|muss|fehlt|geben sie|enthalten|ejemplo|debe|introduzca|exemple|doit|saisissez",
    re.IGNORECASE,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    wrong = [tried for form in evidence["forms"]["forms"] for tried in form["tries"] if tried["way"] == "wrong"]
    outcomes = [outcome for tried in wrong for outcome in _judged(tried)]
    yield from outcomes or [META.inapplicable()]


def _judged(tried: Json) -> Iterator[CheckOutcome]:
    if tried["native"] or tried["bubbles"]:
        yield META.passed()
        return
    for field in tried["marked"]:
        texts = field["near"] or [text["text"] for text in tried["texts"]]
        if not texts or field["gave"] in ("", "empty"):
            continue
        if any(_HELPS.search(text) for text in texts):
            yield META.passed()
        else:
            yield META.cant_tell(
                f"“{texts[0]}” is what the page says of a field that was {GIVEN[field['gave']]}. Does it tell how to mend it?",
                location(field), texts=texts,
            )  # fmt: skip
