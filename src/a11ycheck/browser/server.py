"""A loopback web server for one folder of rendered pages, so that they behave as they will where they are published."""

from __future__ import annotations

import logging
import os
import re
import socket
import sys
import threading
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from types import TracebackType
from typing import Any, BinaryIO, Self

from a11ycheck.browser.site_folder import Redirect, SiteFolder, content_headers

_LOG = logging.getLogger(__name__)
_CHUNK = 256 * 1024
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class StaticServer:
    """Serves a folder at `base_url` (`http://127.0.0.1:PORT/`) from its start until `close`; a context manager.

    Answers GET and HEAD with clean URLs, byte ranges, validators and a 404 page; never lists a folder, never leaves it
    (see `SiteFolder`), and refuses requests that name another host. Raises `OSError` when no port can be bound.
    """

    def __init__(self, root: Path) -> None:
        self._server = _Server(SiteFolder(root))
        self.base_url = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="static-server", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop listening and drop open connections; closing twice is harmless."""
        self._server.shutdown()
        self._server.server_close()
        self._server.drop_connections()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, site: SiteFolder) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site
        self.hosts = {f"127.0.0.1:{self.server_port}", f"localhost:{self.server_port}"}
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()

    def server_bind(self) -> None:
        """Bind without the name look-up of `HTTPServer`, which can wait for a DNS server."""
        TCPServer.server_bind(self)
        self.server_name = "127.0.0.1"
        self.server_port = self.socket.getsockname()[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def drop_connections(self) -> None:
        with self._lock:
            for connection in self._connections:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError as error:
                    _LOG.debug("already gone: %s", error)

    def handle_error(self, request: Any, client_address: Any) -> None:
        error = sys.exc_info()[1]
        if isinstance(error, ConnectionError | TimeoutError):
            _LOG.debug("connection dropped by the browser: %s", error)
        else:
            _LOG.exception("the static server failed on a request")


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = _CHUNK
    timeout = 60

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send_page(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse_method

    def _answer(self) -> None:
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self._send_page(HTTPStatus.MISDIRECTED_REQUEST, {})
            return
        path, question_mark, query = self.path.partition("#")[0].partition("?")
        found = self.server.site.find(path)
        if isinstance(found, Redirect):
            self._send_page(HTTPStatus.MOVED_PERMANENTLY, {"Location": found.path + question_mark + query})
        elif found is None:
            self._send_not_found()
        else:
            try:
                body = found.path.open("rb")
            except OSError as error:
                _LOG.debug("cannot be read: %s", error)
                self._send_page(HTTPStatus.FORBIDDEN, {})
                return
            with body:
                self._send_file(found.path, body)

    def _send_file(self, path: Path, body: BinaryIO) -> None:
        facts = os.fstat(body.fileno())
        size = facts.st_size
        tag = f'"{facts.st_mtime_ns:x}-{size:x}"'
        validators = {"ETag": tag, "Last-Modified": formatdate(facts.st_mtime, usegmt=True)}
        if self._is_fresh(tag, facts.st_mtime):
            self._send_head(HTTPStatus.NOT_MODIFIED, validators)
            return
        start = body.read(_CHUNK)
        headers = validators | content_headers(path, start) | {"Accept-Ranges": "bytes"}
        wanted = self._range(size, validators)
        if wanted is None:
            self._send_head(HTTPStatus.OK, headers | {"Content-Length": str(size)})
            first, last = 0, size - 1
        elif not wanted:
            self._send_page(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{size}"})
            return
        else:
            first, last = wanted.start, wanted.stop - 1
            span = {"Content-Range": f"bytes {first}-{last}/{size}", "Content-Length": str(len(wanted))}
            self._send_head(HTTPStatus.PARTIAL_CONTENT, headers | span)
        if self.command == "GET":
            self._copy(body, first, last)

    def _copy(self, body: BinaryIO, first: int, last: int) -> None:
        body.seek(first)
        left = last - first + 1
        while left > 0:
            chunk = body.read(min(_CHUNK, left))
            if not chunk:
                self.close_connection = True
                return
            self.wfile.write(chunk)
            left -= len(chunk)

    def _is_fresh(self, tag: str, modified: float) -> bool:
        """Whether the browser's copy is current (RFC 9110, 13.2.2: `If-None-Match` outranks `If-Modified-Since`)."""
        if known := self.headers.get("If-None-Match"):
            return known.strip() == "*" or tag in (each.strip().removeprefix("W/") for each in known.split(","))
        return self._not_modified_since(self.headers.get("If-Modified-Since"), modified)

    @staticmethod
    def _not_modified_since(date: str | None, modified: float) -> bool:
        try:
            return date is not None and int(modified) <= parsedate_to_datetime(date).timestamp()
        except (ValueError, OverflowError):
            return False

    def _range(self, size: int, validators: dict[str, str]) -> range | None:
        """The bytes asked for; None for the whole file, an empty range if there are none (RFC 9110, 14.2)."""
        asked = _RANGE.fullmatch(self.headers.get("Range", "").strip())
        condition = self.headers.get("If-Range")
        if self.command != "GET" or not asked or (condition is not None and condition not in validators.values()):
            return None
        first, last = asked.groups()
        if first:
            if last and int(last) < int(first):
                return None
            return range(int(first), min(int(last) + 1 if last else size, size))
        return range(max(size - int(last), 0), size) if last else None

    def _send_not_found(self) -> None:
        """Answer 404, with the site's own 404 page if it has one."""
        own = self.server.site.find("/404.html")
        if own is None or isinstance(own, Redirect):
            self._send_page(HTTPStatus.NOT_FOUND, {})
            return
        body = own.path.read_bytes()
        self._send_head(HTTPStatus.NOT_FOUND, content_headers(own.path, body) | {"Content-Length": str(len(body))})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_page(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        text = f"{status.value} {status.phrase}"
        page = f'<!doctype html>\n<html lang="en"><title>{text}</title><h1>{text}</h1></html>\n'
        body = page.encode()
        self._send_head(
            status, headers | {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        )
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def version_string(self) -> str:
        return "a11ycheck"

    def log_message(self, format: str, *args: Any) -> None:
        _LOG.debug(format, *args)
