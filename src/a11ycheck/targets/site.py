"""A folder being served, which names its pages the same on every run, though the server's port changes."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit, urlunsplit

from a11ycheck.browser.server import StaticServer
from a11ycheck.targets.printable import printable


@dataclass(frozen=True)
class Site:
    """A served folder: the server's base URL, and the name that stands for it where pages are shown ("" for none)."""

    base_url: str
    label: str

    def display(self, url: str) -> str | None:
        """The page's file as `label/path`, such as `docs/guide/index.html`; None for a page of another site."""
        if not url.startswith(self.base_url):
            return None
        parts = urlsplit(url)
        path = parts.path[1:]
        if not path or path.endswith("/"):
            path += "index.html"
        decoded = os.fsdecode(unquote_to_bytes(path))
        shown = decoded if decoded.isprintable() else path
        rest = urlunsplit(("", "", "", parts.query, parts.fragment))
        return (f"{self.label}/" if self.label else "") + shown + rest


class Sites:
    """The folders being served: one server per folder, until `close`."""

    def __init__(self) -> None:
        self._sites: dict[str, Site] = {}
        self._servers = ExitStack()

    def __bool__(self) -> bool:
        return bool(self._sites)

    def serve(self, root: Path) -> Site:
        """The site of a folder; its server is started on first use."""
        path = os.path.realpath(root)
        if path not in self._sites:
            server = self._servers.enter_context(StaticServer(Path(path)))
            self._sites[path] = Site(server.base_url, printable(self._label(Path(path))))
        return self._sites[path]

    def display(self, url: str) -> str:
        """What to show for a page's URL, the same on every run: its file in a served folder, else the URL itself."""
        return next((shown for site in self._sites.values() if (shown := site.display(url)) is not None), url)

    def of(self, url: str) -> tuple[Path, str] | None:
        """The served folder that a page is in and its server's base URL; None for a live page."""
        found = ((Path(root), site.base_url) for root, site in self._sites.items() if url.startswith(site.base_url))
        return next(found, None)

    def close(self) -> None:
        """Stop all servers."""
        self._servers.close()

    def _label(self, path: Path) -> str:
        """The path from the current folder; from elsewhere, as few of its last names as tell it from the others."""
        here = Path(os.path.realpath(Path.cwd()))
        if path.is_relative_to(here):
            return "" if path == here else path.relative_to(here).as_posix()
        taken = {site.label for site in self._sites.values()}
        names = ["/".join(path.parts[-count:]) for count in range(1, len(path.parts))]
        return next((name for name in names if name not in taken), path.as_posix())
