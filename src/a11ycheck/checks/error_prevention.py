"""What binds people or destroys their data can be checked, confirmed or undone.

**Why it matters** A slip of the finger buys the wrong ticket. People who mistype or misread more often pay more often.

**How it is tested** The buttons and fields of forms are read: those that buy, pay, transfer, sign, apply or delete, and fields for
cards. No such form is ever sent.

**Asks** Once for each such form, whether what it does can be undone, is checked for errors, or can be reviewed before it is final.

**Passes** Never: what happens after sending is not known. Without such forms, or with `method="get"`, which only asks for a
page, as filters of a table do: inapplicable.

**Remedy** Before: “Buy now” ends the purchase. After: a page that shows the whole order, with “Change” and “Buy”.

**Cannot see** Buttons outside forms, and forms of other steps.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.forms import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="error-prevention",
    title="What binds people or destroys their data can be checked, confirmed or undone",
    failure_title="A form may bind people or destroy their data at once",
    criteria=("3.3.4",),
    needs=("forms",),
    power="asks",
    impact=Impact.SERIOUS,
)

_BINDS = re.compile(
    r"\b(pay|buy|purchase|order|check ?out|book|reserve|donate|transfer|sign (the|and)|"
    r"apply(?! (the )?(filter|coupon|code|change|sort))|"
    r"submit (the |my |your )?(application|claim|order|exam|test|vote|bid|tax)|delete|remove|deactivate|close (my |the )?account|"
    r"bezahlen|kaufen|bestellen|buchen|überweisen|löschen|kündigen|pagar|comprar|reservar|eliminar|payer|acheter|commander|supprimer)\b",
    re.IGNORECASE,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    found = [
        META.cant_tell(
            f"“{form['button'] or 'This form'}” may bind people or destroy their data. Can it be undone, or reviewed "
            "before it is final?",
            location(form), button=form["button"], card=form["card"],
        )
        for form in evidence["forms"]["forms"]
        if form["card"] or (_BINDS.search(form["button"]) and not form["reads"])
    ]  # fmt: skip
    yield from found or [META.inapplicable()]
