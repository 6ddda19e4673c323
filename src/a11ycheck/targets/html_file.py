"""One file is one page, served together with the site it belongs to, so that its style sheets and scripts load."""

from __future__ import annotations

import os
from pathlib import Path

from a11ycheck.browser.site_folder import url_path_of
from a11ycheck.config import Config
from a11ycheck.targets.base import Found, Serve

RANK = 50
SUFFIXES = (".html", ".htm", ".xhtml", ".svg", ".xml")
_ROOT_MARKS = ("_static", "objects.inv", "searchindex.js", "sitemap.xml", "404.html")


def accepts(given: str) -> bool:
    """An existing file that a browser shows as a document."""
    path = Path(given)
    return path.suffix.lower() in SUFFIXES and path.is_file()


def find(given: str, config: Config, serve: Serve) -> Found:
    """The page of that file."""
    file = Path(os.path.realpath(given))
    root = site_root(file)
    site = serve(root)
    return Found((site.base_url + url_path_of(file.relative_to(root).as_posix())[1:],), site)


def site_root(file: Path) -> Path:
    """The folder to serve for a file: the nearest above it that looks like the root of a rendered site, else its own.

    A root has an `index.html` and what documentation generators put beside it. The home folder and the file system's
    root never count, since scripts of the page can read what is served.
    """
    barred = {Path(file.anchor), Path(os.path.realpath(Path.home()))}
    for folder in file.parents:
        if folder in barred:
            break
        if (folder / "index.html").is_file() and any((folder / mark).exists() for mark in _ROOT_MARKS):
            return folder
    return file.parent
