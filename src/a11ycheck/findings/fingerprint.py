"""The identity of a finding across runs, and the key of its group. Version 1, frozen; docs/fingerprints.md has examples.

A fingerprint survives a new host, generated classes, reordered siblings, wrapping elements and counters in names. It never
holds a CSS path, an index or an HTML snippet. Equal fingerprints on one page are told apart by their count.
"""

from __future__ import annotations

import re

from a11ycheck.model import CheckOutcome, Identity, short_hash

VERSION = "1"

_DATE_WORDS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_PART = rf"(?:\b{_DATE_WORDS}\b|\d+)"
_RUN = re.compile(rf"{_PART}(?:[\s.,:/-]*{_PART})*", re.IGNORECASE)


def steady(name: str) -> str:
    """A name with numbers and dates replaced by `#`, in lower case, white space folded."""
    without = _RUN.sub(lambda run: "#" if any(map(str.isdigit, run.group())) else run.group(), name)
    return " ".join(without.lower().split())


def fingerprint(outcome: CheckOutcome, page_key: str) -> str:
    """16 hexadecimal digits; the same as long as the same barrier stands at the same thing on the same page.

    `page_key`: as `model.Target.page_key`.
    """
    identity = outcome.location.identity if outcome.location else Identity()
    name = steady(identity.name)
    return short_hash(
        VERSION,
        outcome.check,
        outcome.rule,
        identity.role,
        name,
        "/".join(identity.landmarks),
        page_key,
        "" if name else steady(identity.anchor),
    )


def group_key(outcome: CheckOutcome) -> str:
    """16 hexadecimal digits; the same for findings that one change in one template would mend."""
    identity = outcome.location.identity if outcome.location else Identity()
    return short_hash(
        VERSION, outcome.check, outcome.rule, identity.role, "/".join(identity.landmarks), identity.signature
    )
