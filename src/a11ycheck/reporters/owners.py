"""Who answers for a finding, in words."""

from __future__ import annotations

from a11ycheck.language import gettext as _
from a11ycheck.language import later
from a11ycheck.model import OwnerKind

_OWNERS: dict[OwnerKind, str] = {
    "product": later("The product itself"),
    "third-party": later("Third parties"),
    "user-content": later("Content of users"),
}


def owner_label(owner: OwnerKind, name: str) -> str:
    """Who it is, with the name that the configuration gives."""
    return f"{_(_OWNERS[owner])}: {name}" if name else _(_OWNERS[owner])
