"""What a served folder answers for a URL, as a digest and without a request: body, type and redirects."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from a11ycheck.browser.site_folder import Redirect, SiteFolder, content_headers

_START = 256 * 1024


class Answers:
    """Digests of a folder's answers as of now. A file is read once; one that changes later equals nothing."""

    def __init__(self, root: Path) -> None:
        self._site = SiteFolder(root)
        self._now = time.time()
        self._files: dict[str, str] = {}
        self._paths: dict[str, str] = {}

    def digest(self, path: str) -> str:
        """The digest of the answer to a percent-encoded path; the query is ignored, as the server does."""
        path = path.partition("?")[0]
        if path not in self._paths:
            self._paths[path] = self._answer(path)
        return self._paths[path]

    def _answer(self, path: str) -> str:
        found = self._site.find(path)
        if isinstance(found, Redirect):
            return f"redirect {found.path}"
        if found is not None:
            return self._file(found.path)
        own = self._site.find("/404.html")
        return "missing" if own is None or isinstance(own, Redirect) else f"missing {self._file(own.path)}"

    def _file(self, path: Path) -> str:
        name = os.fspath(path)
        if name not in self._files:
            try:
                body = path.read_bytes()
                if path.stat().st_mtime > self._now:
                    return f"changing {time.time_ns()}"
            except OSError as error:
                return f"unreadable {error.errno}"
            kind = sorted(content_headers(path, body[:_START]).items())
            self._files[name] = f"{hashlib.sha256(body).hexdigest()} {kind}"
        return self._files[name]
