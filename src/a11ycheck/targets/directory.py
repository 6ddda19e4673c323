"""A folder of rendered HTML: every page file in it, index pages first."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from w3lib.html import get_meta_refresh

from a11ycheck.browser.site_folder import PAGE_SUFFIXES, ServedFile, SiteFolder, url_path_of
from a11ycheck.config import Config
from a11ycheck.errors import NothingToAuditError
from a11ycheck.language import later
from a11ycheck.targets.base import Found, Serve
from a11ycheck.targets.printable import printable

RANK = 50
ASSET_FOLDERS = frozenset(("_static", "_sources", "_templates", "_includes", "_layouts", "_partials"))
_HEAD_BYTES, _MORE_BYTES = 4096, 65536
_COMMENT = re.compile(rb"<!--.*?(-->|\Z)", re.DOTALL)
_DOCUMENT = re.compile(rb"<(!doctype\s+html|(html|head|body|frameset)[\s/>])", re.IGNORECASE)
_TEMPLATE = re.compile(rb"\{%|\{\{|<%|<\?php", re.IGNORECASE)
_BLOCK = re.compile(rb"\{%[-+]?\s*(block|extends|for|if|import|include|macro|set)\b")
_QUOTING = re.compile(rb"<(title|script|style)\b.*?</\1\s*>|<meta\b[^>]*>", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(rb"<body[\s/>]", re.IGNORECASE)


def accepts(given: str) -> bool:
    """An existing folder."""
    return Path(given).is_dir()


def find(given: str, config: Config, serve: Serve) -> Found:
    """The folder's pages. Raises `NothingToAuditError`, with what was skipped and why, when there are none.

    Pages are .html, .htm and .xhtml files that hold a whole document; not fragments, templates, stubs that redirect at
    once, hidden files, nor anything in a folder of assets or sources.
    """
    walk = _Walk(os.path.realpath(given))
    walk.collect()
    walk.resolve_links()
    if not walk.pages:
        why = "; ".join(f"{count} × {reason}" for reason, count in walk.skipped.items())
        raise NothingToAuditError(
            f"{given}: no HTML page in this folder" + (f" (skipped: {why})" if why else ""),
            "Give the folder with the rendered pages, for example docs/_build/html.",
        )
    site = serve(Path(walk.root))
    urls = tuple(site.base_url + url_path_of(page)[1:] for page in sorted(walk.pages, key=_place))
    return Found(urls, site, walk.skipped, walk.collapsed, tuple(walk.problems))


def _place(relative: str) -> list[str]:
    """Sort key: by path, the index page before its neighbours."""
    *folders, name = relative.split("/")
    return [*folders, "" if name.lower().startswith("index.") else name]


@dataclass
class _Walk:
    root: str
    pages: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    collapsed: int = 0
    problems: list[str] = field(default_factory=list)

    def collect(self) -> None:
        """Sort all page files below the root into pages, links and skipped ones."""
        folders = [("", False)]
        while folders:
            folder, in_assets = folders.pop()
            for entry in self._list(folder):
                path = folder + entry.name
                if entry.name.startswith(".") or entry.name == "node_modules":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append((f"{path}/", in_assets or entry.name in ASSET_FOLDERS))
                elif entry.is_symlink() and entry.is_dir():
                    self.skipped[later("symbolic link to a folder")] += 1
                elif entry.name.lower().endswith(PAGE_SUFFIXES):
                    self._take(path, is_link=entry.is_symlink(), in_assets=in_assets)

    def _list(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(os.path.join(self.root, folder)) as entries:
                return list(entries)
        except OSError as error:
            self.problems.append(printable(f"the folder {folder or '.'} cannot be read: {error.strerror}"))
            return []

    def _take(self, page: str, *, is_link: bool, in_assets: bool) -> None:
        if in_assets:
            self.skipped[later("in a folder of assets or sources")] += 1
        elif is_link:
            self.links.append(page)
        elif reason := why_no_page(os.path.join(self.root, page)):
            self.skipped[reason] += 1
        else:
            self.pages.append(page)

    def resolve_links(self) -> None:
        """Decide on page files that are symbolic links: a second name, a page of its own, or out of bounds."""
        known = {os.path.join(self.root, page) for page in self.pages}
        folder = SiteFolder(Path(self.root))
        for link in self.links:
            served = folder.find("/" + url_path_of(link)[1:])
            if not isinstance(served, ServedFile):
                self.skipped[later("symbolic link that leads out of the folder or nowhere")] += 1
            elif str(served.path) in known:
                self.collapsed += 1
            elif reason := why_no_page(str(served.path)):
                self.skipped[reason] += 1
            else:
                known.add(str(served.path))
                self.pages.append(link)


def why_no_page(path: str) -> str:
    """Why a file with a page's suffix is not one; empty for a page. A file that cannot be read counts as a page."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD_BYTES)
            start = _COMMENT.sub(b"", head.replace(b"\0", b""))
            document = _DOCUMENT.search(start)
            if document is None and len(head) == _HEAD_BYTES:
                head += file.read(_MORE_BYTES)
                start = _COMMENT.sub(b"", head.replace(b"\0", b""))
                document = _DOCUMENT.search(start)
    except OSError:
        return ""
    if document is None:
        return "not a whole document"
    if _TEMPLATE.search(start, 0, document.start()) or (b"{%" in start and _has_blocks(start)):
        return "template"
    if b"refresh" in start.lower() and _redirects_at_once(start):
        return "redirects to another page"
    return ""


def _has_blocks(start: bytes) -> bool:
    """Whether the head holds template tags as code: not in a title, a description or a script that speaks of them."""
    body = _BODY.search(start)
    return _BLOCK.search(_QUOTING.sub(b"", start[: body.start() if body else len(start)])) is not None


def _redirects_at_once(head: bytes) -> bool:
    delay, url = get_meta_refresh(head.decode("utf-8", "replace"), ignore_tags=("script", "noscript", "style"))
    return bool(url) and delay == 0
