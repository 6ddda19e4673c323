"""One URL is one page."""

from __future__ import annotations

import re

from a11ycheck.config import Config
from a11ycheck.errors import UsageError
from a11ycheck.targets.base import Found, Serve
from a11ycheck.targets.page_url import WrongUrlError, page_url

RANK = 50
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(//|(?=\S*@))|(?:mailto|data|javascript|about|blob):", re.IGNORECASE)


def accepts(given: str) -> bool:
    """Whatever starts with a scheme."""
    return _SCHEME.match(given.strip()) is not None


def find(given: str, config: Config, serve: Serve) -> Found:
    """The page at the URL. Raises `UsageError` when it is not one."""
    return Found((checked(given, "the target"),))


def checked(text: str, where: str) -> str:
    """The page's URL in its one form. Raises `UsageError` naming `where`, without the text if it holds a password."""
    try:
        return page_url(text)
    except WrongUrlError as error:
        if "password" in str(error):
            raise UsageError(
                f"{where}: {error}",
                "Take it out: it would end up in reports. Give --header 'Authorization: …' or --storage-state instead.",
            ) from None
        hint = "Give the path of the file or folder, without file://." if text.lower().startswith("file:") else ""
        raise UsageError(
            f"{where}: {text.strip()!r} is {error}", hint or "Write http:// or https:// and a host."
        ) from None
