"""Who answers for a finding, by the configuration's `[[ownership]]`."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.application import Ownership
from a11ycheck.findings.suppressions import selects
from a11ycheck.gating import decidable
from a11ycheck.model import Location, OwnerKind


def owner_of(location: Location, tables: Sequence[Ownership]) -> tuple[OwnerKind, str]:
    """Owner and name: as the browser told during the scan, else by what is stored of the place; the product where none fits.

    The first table counts whose element the place is or lies in, as far as its selectors can be decided afterwards.
    """
    identity = location.identity
    if identity.owner != "product" or identity.owner_name:
        return identity.owner, identity.owner_name
    for table in tables:
        if any(_lies_in(location, selector) for selector in table.selectors if _is_decidable(selector)):
            return table.owner, table.name
    return "product", ""


def _lies_in(location: Location, selector: str) -> bool:
    return selects(selector, location) or selects(f":is({selector}) *", location)


def _is_decidable(selector: str) -> bool:
    try:
        decidable(selector)
    except ValueError:
        return False
    return True
