"""Who answers for a finding, by the configuration's `[[ownership]]`."""

from __future__ import annotations

from a11ycheck.application import Ownership
from a11ycheck.findings.suppressions import selects
from a11ycheck.language import gettext as _
from a11ycheck.language import later
from a11ycheck.model import Location

_OWNERS = {
    "product": later("The product itself"),
    "third-party": later("Third parties"),
    "user-content": later("Content of users"),
}


def owner_label(entry: Ownership | None) -> str:
    """Who it is, in words; the product itself where no entry fits."""
    label = _(_OWNERS[entry.owner if entry else "product"])
    return f"{label}: {entry.team}" if entry and entry.team else label


def owner_of(location: Location, entries: tuple[Ownership, ...]) -> Ownership | None:
    """The last entry whose elements the place is or lies in; None when none fits."""
    fitting = (entry for entry in reversed(entries) if _lies_in(location, entry.selector))
    return next(fitting, None)


def _lies_in(location: Location, selector: str) -> bool:
    return selects(selector, location) or selects(f":is({selector}) *", location)
