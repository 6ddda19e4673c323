"""Fetches sitemaps for the parser, within bounds: size, number and time; from a folder first where there is one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import requests
from usp.web_client.abstract_client import (
    AbstractWebClient,
    AbstractWebClientResponse,
    AbstractWebClientSuccessResponse,
    WebClientErrorResponse,
)

from a11ycheck import __version__
from a11ycheck.targets.reach import Reach

LOCAL_BASE = "http://local-file.invalid/"
MAX_BYTES = 50 * 1024 * 1024
MAX_SITEMAPS = 2_000
MAX_REDIRECTS = 5
ANSWER_SECONDS = 20.0
TOTAL_SECONDS = 180.0


class _RefusedError(Exception):
    """Why a sitemap was not fetched, for a person to read."""


class _Answer(AbstractWebClientSuccessResponse):
    def __init__(self, url: str, body: bytes) -> None:
        self._url, self._body = url, body

    def status_code(self) -> int:
        return 200

    def status_message(self) -> str:
        return "OK"

    def header(self, case_insensitive_name: str) -> str | None:
        is_compressed = case_insensitive_name.lower() == "content-type" and self._body.startswith(b"\x1f\x8b")
        return "application/gzip" if is_compressed else None

    def raw_data(self) -> bytes:
        return self._body

    def url(self) -> str:
        return self._url


class SitemapClient(AbstractWebClient):
    """A web client for ultimate-sitemap-parser.

    `start` is the first sitemap's URL; the configured headers go to its origin only. `file` is that sitemap as a local
    file (then `start` is below `LOCAL_BASE`): others are looked for beside it, by the longest end of their path that
    exists. Hosts inside the network are asked only where the target is one, or where a local file names them itself.
    `refusals` says in plain words why a URL was not read.
    """

    def __init__(self, start: str, file: Path | None, headers: Iterable[str]) -> None:
        self._start, self._file = start, file
        self._reach = Reach(start) if file is None else None
        pairs = (header.partition(":") for header in headers)
        self._headers = {name.strip(): value.strip() for name, _, value in pairs}
        self._deadline = time.monotonic() + TOTAL_SECONDS
        self._fetched = 0
        self.refusals: dict[str, str] = {}

    def set_max_response_data_length(self, max_response_data_length: int | None) -> None:
        """Ignored: the bounds of this module are lower than the parser's."""

    def get(self, url: str) -> AbstractWebClientResponse:
        """The sitemap at the URL, or an error that is not to be retried."""
        try:
            self._fetched += 1
            if self._fetched > MAX_SITEMAPS:
                raise _RefusedError(f"more than {MAX_SITEMAPS} sitemaps")
            local = self._local(url)
            return self._remote(url) if local is None else _Answer(url, _read(local))
        except _RefusedError as refusal:
            self.refusals[url] = str(refusal)
            return WebClientErrorResponse(message=str(refusal), retryable=False)

    def _local(self, url: str) -> Path | None:
        if self._file is None or url == self._start:
            return self._file
        folder = Path(os.path.realpath(self._file.parent))
        names = [name for name in unquote(urlsplit(url).path).split("/") if name]
        for first in range(len(names)):
            file = Path(os.path.realpath(folder.joinpath(*names[first:])))
            if file.is_relative_to(folder) and file.is_file():
                return file
        return None

    def _remote(self, url: str) -> _Answer:
        reach = self._reach or Reach(url)
        with requests.Session() as session:
            for _ in range(MAX_REDIRECTS + 1):
                if reach.refuses(url):
                    raise _RefusedError("leads to an address inside the network")
                answer = self._ask(session, url)
                with answer:
                    if answer.is_redirect:
                        url = urljoin(url, answer.headers["Location"])
                    elif answer.status_code != 200:
                        raise _RefusedError(f"HTTP status {answer.status_code}")
                    else:
                        return _Answer(url, self._body(answer))
        raise _RefusedError(f"more than {MAX_REDIRECTS} redirects")

    def _ask(self, session: requests.Session, url: str) -> requests.Response:
        if urlsplit(url).scheme not in ("http", "https"):
            raise _RefusedError("redirected to something other than http or https")
        headers = {"User-Agent": f"a11ycheck/{__version__}"}
        if _origin(url) == _origin(self._start):
            headers |= self._headers
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise _RefusedError(f"all sitemaps together took longer than {TOTAL_SECONDS:.0f} s")
        try:
            return session.get(
                url, headers=headers, stream=True, allow_redirects=False, timeout=min(ANSWER_SECONDS, left)
            )
        except requests.RequestException as error:
            raise _RefusedError(_plain(error)) from error

    def _body(self, answer: requests.Response) -> bytes:
        body = bytearray()
        try:
            for chunk in answer.iter_content(64 * 1024):
                body += chunk
                if len(body) > MAX_BYTES:
                    raise _RefusedError(f"larger than {MAX_BYTES // 1024**2} MiB")
                if time.monotonic() > self._deadline:
                    raise _RefusedError(f"all sitemaps together took longer than {TOTAL_SECONDS:.0f} s")
        except requests.RequestException as error:
            raise _RefusedError(_plain(error)) from error
        return bytes(body)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise _RefusedError(f"larger than {MAX_BYTES // 1024**2} MiB")
        return file.read_bytes()
    except OSError as error:
        raise _RefusedError(error.strerror or "cannot be read") from error


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _plain(error: requests.RequestException) -> str:
    if isinstance(error, requests.exceptions.SSLError):
        return "its TLS certificate is not trusted"
    if isinstance(error, requests.Timeout):
        return f"no answer within {ANSWER_SECONDS:.0f} s"
    return "no connection" if isinstance(error, requests.ConnectionError) else "the answer is not usable"
