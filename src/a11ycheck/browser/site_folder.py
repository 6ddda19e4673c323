"""A folder of rendered pages as a web server sees it: which file a URL path means, and of which type it is."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

INDEX_NAMES = ("index.html", "index.htm", "index.xhtml")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_TYPES = MimeTypes()
for _suffix, _type in {
    ".avif": "image/avif",
    ".css": "text/css",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".opus": "audio/ogg",
    ".otf": "font/otf",
    ".rst": "text/plain",
    ".svg": "image/svg+xml",
    ".svgz": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
}.items():
    _TYPES.add_type(_type, _suffix)

_CHARSET = re.compile(rb"<meta[^>]{0,1000}?charset\s*=", re.IGNORECASE)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class ServedFile:
    """A regular file to send."""

    path: Path


@dataclass(frozen=True)
class Redirect:
    """The same page lives at another path of this server; `path` is percent-encoded and starts with one slash."""

    path: str


class SiteFolder:
    """Maps URL paths to files below one folder, and never to anything else.

    Hidden files (a segment that starts with a dot, `.well-known` excepted) are not published. A symbolic link that
    leads out of the folder is followed only from style, script, picture or font to a file of such a type, as
    distribution packages link shared libraries; every other one counts as absent.
    """

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))

    def find(self, url_path: str) -> ServedFile | Redirect | None:
        """The file or redirect for a URL path (percent-encoded, no query); None for 404.

        `/guide/` is `guide/index.html`; `/guide` redirects to `/guide/` when that exists, else is `guide.html`.
        """
        segments = _segments(url_path)
        if segments is None:
            return None
        plain = os.path.join(self.root, *segments)
        if not segments or url_path.endswith("/"):
            return self._index(plain)
        if found := self._file(plain):
            return found
        if self._index(plain):
            return Redirect("/" + "/".join(quote(os.fsencode(segment)) for segment in segments) + "/")
        return next((page for suffix in PAGE_SUFFIXES if (page := self._file(plain + suffix))), None)

    def _index(self, folder: str) -> ServedFile | None:
        return next((page for name in INDEX_NAMES if (page := self._file(os.path.join(folder, name)))), None)

    def _file(self, path: str) -> ServedFile | None:
        try:
            real = os.path.realpath(path, strict=True)
            if not stat.S_ISREG(os.stat(real).st_mode):
                return None
        except (OSError, ValueError):
            return None
        inside = real.startswith(os.path.join(self.root, ""))
        if inside and not _is_hidden(os.path.relpath(real, self.root).split(os.sep)):
            return ServedFile(Path(real))
        return ServedFile(Path(real)) if not inside and _is_asset(path) and _is_asset(real) else None


def _is_asset(path: str) -> bool:
    kind = _TYPES.guess_type(path)[0] or ""
    return kind in ("text/css", "text/javascript") or kind.startswith(("image/", "font/"))


def _segments(url_path: str) -> list[str] | None:
    decoded = os.fsdecode(unquote_to_bytes(url_path)).replace("\\", "/" if os.sep == "\\" else "\\")
    segments = [segment for segment in decoded.split("/") if segment not in ("", ".")]
    if "\0" in decoded or ".." in segments or _is_hidden(segments):
        return None
    return segments


def _is_hidden(segments: list[str]) -> bool:
    return any(segment.startswith(".") and segment != ".well-known" for segment in segments)


def url_path_of(relative: str) -> str:
    """The URL path of a page file given relative to the folder: `a/index.html` is `/a/`, `b.html` is `/b.html`."""
    folder, slash, name = relative.rpartition("/")
    return "/" + quote(os.fsencode(folder + slash if name == "index.html" else relative))


def content_headers(path: Path, body_start: bytes) -> dict[str, str]:
    """`Content-Type`, and `Content-Encoding` for compressed SVG, of a file that starts with these bytes.

    An HTML file that names its charset (a byte order mark, or a `meta` in its first 1024 bytes) is sent without one;
    other HTML and plain text are sent as UTF-8 if these bytes are.
    """
    kind, encoding = _TYPES.guess_type(path.name)
    suffix = path.suffix.lower()
    if suffix == ".svgz":
        headers = {"Content-Type": "image/svg+xml"}
        return headers | {"Content-Encoding": "gzip"} if body_start.startswith(b"\x1f\x8b") else headers
    if encoding is not None:
        return {"Content-Type": {"gzip": "application/gzip"}.get(encoding, "application/octet-stream")}
    kind = kind or "application/octet-stream"
    named = body_start.startswith(_BYTE_ORDER_MARKS) or (kind == "text/html" and _CHARSET.search(body_start[:1024]))
    if kind in ("text/html", "text/plain", "text/markdown") and not named and _is_utf8(body_start):
        kind += "; charset=utf-8"
    return {"Content-Type": kind}


def _is_utf8(start: bytes) -> bool:
    """True if the bytes are UTF-8, but for a last character cut short."""
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True
