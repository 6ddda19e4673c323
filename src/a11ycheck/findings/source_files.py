"""Which source file a page was rendered from: Sphinx, MkDocs, an "edit this page" link, or a configured tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from bs4 import BeautifulSoup

from a11ycheck.gating import SourceTree

SUFFIXES = (".rst", ".md", ".txt")
_BESIDE = ("", "source", "src", "docs", "doc")
_SAYS_EDIT = re.compile(r"\b(edit|improve|suggest|(view|show|page).{0,6}source)\b", re.IGNORECASE)
_EDIT = ("/edit/", "/blob/", "/-/edit/", "/-/blob/", "/_edit/", "/src/")
_LIKE_EDIT = re.compile(r"/(?:edit|blob|_edit|src)/([^\"'<>?#\s]*\.(?:rst|md|txt))")


def source_file(url: str, page: Path | None, trees: Iterable[SourceTree]) -> tuple[Path, str] | None:
    """The source file of a page and how it was found; None when it is not known.

    `url`: as shown in reports; `page`: its file where it was scanned from a folder.
    """
    for tree in trees:
        if url.startswith(tree.pages):
            rest = unquote(urlsplit(url[len(tree.pages) :]).path).strip("/")
            if found := _first(tree.root / name for name in _names(rest)):
                return found, "configuration"
    if page is None:
        return None
    return _sphinx(page) or _mkdocs(page) or _edit_link(page)


def page_path(url: str) -> Path | None:
    """The file behind a page's shown name, when it is a file here."""
    path = Path(unquote(url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]))
    return path if "://" not in url and path.is_file() else None


def _names(rest: str) -> Iterator[str]:
    """Possible names of a page's source without and with its folder: `guide/index.html` is `guide` or `guide/index`."""
    stem = rest.removesuffix(".html").removesuffix(".htm")
    stems = [stem] if stem else ["index"]
    if stem.endswith("/index"):
        stems.append(stem.removesuffix("/index"))
    elif not rest.endswith((".html", ".htm")) and stem:
        stems.append(f"{stem}/index")
    yield from (name + suffix for name in stems for suffix in SUFFIXES)


def _first(paths: Iterable[Path]) -> Path | None:
    return next((path for path in paths if path.is_file()), None)


def _above(folder: Path) -> Iterator[Path]:
    """The folder and those around it, up to the current one; all of them for a folder from elsewhere."""
    here = Path.cwd().resolve()
    for around in (folder, *folder.parents):
        yield around
        if around == here or (around / ".git").exists():
            return


def _sphinx(page: Path) -> tuple[Path, str] | None:
    page = page.resolve()
    for root in _above(page.parent):
        if not (
            (root / "objects.inv").is_file() or (root / "searchindex.js").is_file() or (root / ".buildinfo").is_file()
        ):
            continue
        names = list(_names(page.relative_to(root).as_posix()))
        for around in _above(root):
            for beside in _BESIDE:
                if (around / beside / "conf.py").is_file():
                    found = _first(around / beside / name for name in names)
                    return (found, "sphinx") if found else None
    return None


def _mkdocs(page: Path) -> tuple[Path, str] | None:
    page = page.resolve()
    for root in _above(page.parent):
        file = _first(root / name for name in ("mkdocs.yml", "mkdocs.yaml"))
        if file is None:
            continue
        settings = yaml.load(file.read_text(encoding="utf-8"), Loader=_AnyTag)
        settings = settings if isinstance(settings, dict) else {}
        site = root / str(settings.get("site_dir", "site"))
        if page.is_relative_to(site):
            docs = root / str(settings.get("docs_dir", "docs"))
            names = _names(page.relative_to(site).as_posix())
            found = _first(docs / name for name in names)
            return (found, "mkdocs") if found else None
    return None


class _AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml without running what its `!!python` tags name."""


_AnyTag.add_multi_constructor("", lambda loader, suffix, node: None)


def _edit_link(page: Path) -> tuple[Path, str] | None:
    """The file that the page itself says it is made from, when it is here. A page that names no such file is not parsed."""
    html = page.read_bytes()
    named = _LIKE_EDIT.findall(unescape(unquote(html.decode("utf-8", "replace"))))
    if not any(map(_here, set(named))):
        return None
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select("a[href], link[rel=edit]"):
        told = f"{link.get_text(' ')} {link.get('title', '')} {link.get('class', '')} {link.get('rel', '')}"
        if not _SAYS_EDIT.search(told):
            continue
        path = unquote(urlsplit(str(link.get("href", ""))).path)
        for mark in _EDIT:
            if mark in path and path.endswith(SUFFIXES) and (found := _here(path.split(mark, 1)[1])):
                return found.resolve(), "edit link"
    return None


def _here(path: str) -> Path | None:
    """The file here that a path in a repository ends with; its first part is a branch."""
    parts = path.split("/")[1:]
    tails = ("/".join(parts[start:]) for start in range(len(parts)))
    return _first(Path(tail) for tail in tails if tail and ".." not in tail)
