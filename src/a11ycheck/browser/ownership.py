"""Tells each document whose content its elements are, so that whatever is located there says so (`[[ownership]]`)."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from a11ycheck.application import Ownership
from a11ycheck.model import Json

OF_ELEMENT = "function () { return globalThis.a11ycheckOwner ? globalThis.a11ycheckOwner(this) : null; }"
"""Called on a frame's element: the owner of all that is in the frame, or null."""


def told(tables: Sequence[Ownership], whole: Json) -> Json:
    """The argument of the script `ownership`. `whole`: the owner of the whole frame as the script tells it, or None."""
    return {"parts": [{"selectors": part.selectors, "told": _told(part)} for part in tables], "whole": whole}


def of_frame(tables: Sequence[Ownership], url: str) -> Json:
    """The owner of a frame by its address, or None."""
    return next((_told(part) for part in tables if any(fnmatchcase(url, glob) for glob in part.frames)), None)


def _told(part: Ownership) -> Json:
    return {"owner": part.owner, "owner_name": part.name}
