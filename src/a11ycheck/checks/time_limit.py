"""Time limits can be switched off, set or extended.

**Why it matters** Who reads by ear, types with one switch or needs breaks takes many times as long as others, and loses everything
when the session ends.

**How it is tested** Texts that tell the reader that time runs out (“your session expires”, “3 minutes left”), and elements with the
role `timer`, are looked up, with controls that give more time. Axe judges `<meta http-equiv="refresh">`.

**Asks** Once for each such text, whatever its numbers, naming a control that may give more time.

**Passes** Never: what happens when the time is up is not known. Without such texts: inapplicable.

**Remedy** Before: a booking that is dropped after ten minutes. After: a dialog in time, with “I need more time” and twenty seconds
to press it.

**Cannot see** Limits that the page does not speak of; other languages than English, German, French and Spanish.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.timing import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="time-limit",
    title="Time limits can be switched off, set or extended",
    failure_title="There may be a time limit",
    criteria=("2.2.1",),
    needs=("timing",),
    power="asks",
    impact=Impact.SERIOUS,
)

_DIGITS = re.compile(r"\d+")


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    data = evidence["timing"]
    way = f" “{data['more'][0]}” may do that." if data["more"] else ""
    asked: dict[str, Json] = {}
    for limit in data["limits"]:
        asked.setdefault(_DIGITS.sub("#", limit["says"]) or limit["place"]["selector"], limit)
    for limit in asked.values():
        says = f"“{limit['says']}”" if limit["says"] else "A timer stands here"
        yield META.cant_tell(
            f"{says}: can this time be switched off, set or extended?{way}",
            location(limit),
            says=limit["says"],
            more=data["more"],
        )
    if not data["limits"]:
        yield META.inapplicable()
