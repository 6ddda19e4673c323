"""Where pages come from, kept with a run: names a page the same on every run, though a served folder's port changes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote_to_bytes, urlsplit, urlunsplit

from a11ycheck.model import Frozen


@dataclass(frozen=True)
class Site:
    """A folder being served: its absolute path, the server's base URL, and the name that stands for it in reports."""

    root: str
    base_url: str
    label: str


class Source(Frozen):
    """One target as the user gave it. `run.py` stores it, since reports and `--resume` need it.

    `root`, `base_url` and `label` are those of the served folder (`Site`), empty for live pages; `earlier` are the base
    URLs the folder had before the run was resumed.
    """

    kind: Literal["url", "list", "sitemap", "directory", "file"]
    given: str
    root: str = ""
    base_url: str = ""
    label: str = ""
    earlier: tuple[str, ...] = ()

    @classmethod
    def served(cls, kind: Literal["directory", "file"], given: str, site: Site) -> Source:
        """A source whose pages come from a served folder."""
        return cls(kind=kind, given=given, root=site.root, base_url=site.base_url, label=site.label)

    def display(self, url: str) -> str | None:
        """The page's file as `label/path`, such as `docs/guide/index.html`; None for a page of another source."""
        if not any(base and url.startswith(base) for base in (self.base_url, *self.earlier)):
            return None
        parts = urlsplit(url)
        path = parts.path[1:]
        if not path or path.endswith("/"):
            path += "index.html"
        decoded = os.fsdecode(unquote_to_bytes(path))
        shown = decoded if decoded.isprintable() else path
        rest = urlunsplit(("", "", "", parts.query, parts.fragment))
        return (f"{self.label}/" if self.label else "") + shown + rest


def display(url: str, sources: Iterable[Source]) -> str:
    """What to show for a page's URL: the file for a page of a served folder, else the URL itself."""
    return next((shown for source in sources if (shown := source.display(url)) is not None), url)


def printable(text: str) -> str:
    """The text with control characters, line breaks and the like escaped, fit for a terminal."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
