"""Whether a page is as it was: what collectors that share a load must leave behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser.settle import script
from a11ycheck.errors import NotAuditedError, ScriptError

if TYPE_CHECKING:
    from a11ycheck.browser.realm import IsolatedRealm


@dataclass(frozen=True)
class Look:
    """How a page stands, to be compared with other looks at the same load: equal numbers, equal pages.

    `content`: tree, open shadow roots, frames, values, styles, layers; `place`: focus, scroll, address.
    """

    content: int
    place: int


def look_at(realm: IsolatedRealm) -> Look | None:
    """The page as it stands; None where parts of it cannot be read: foreign frames, closed shadow roots, or it went away.

    What scripts keep to themselves is not seen.
    """
    try:
        found = realm.evaluate(script("as_found"))
    except (NotAuditedError, ScriptError, PlaywrightError):
        return None
    return Look(found["content"], found["place"]) if found else None
