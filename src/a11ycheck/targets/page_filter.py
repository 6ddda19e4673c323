"""Which pages of a plan are wanted: `--include-urls` and `--exclude-urls` globs, on URL, path and file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fnmatch import translate
from urllib.parse import urlsplit


def page_filter(include: Iterable[str], exclude: Iterable[str]) -> Callable[[str, str], bool]:
    """A test of (URL, shown name): some include glob matches, or there is none; and no exclude glob does.

    A glob (`*`, `?`, `[…]`; `*` spans slashes) must match the whole URL, its path with query, that path without its
    first slash, or the name shown in reports. Case counts.
    """
    wanted, unwanted = _any_of(include), _any_of(exclude)

    def is_wanted(url: str, shown: str) -> bool:
        parts = urlsplit(url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        names = {url, parts.path, path, path[1:], parts.path[1:], shown}
        return (wanted is None or any(map(wanted.match, names))) and not (unwanted and any(map(unwanted.match, names)))

    return is_wanted


def _any_of(globs: Iterable[str]) -> re.Pattern[str] | None:
    patterns = [translate(glob.strip()) for glob in globs]
    return re.compile("|".join(patterns)) if patterns else None
