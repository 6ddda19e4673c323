"""A loopback web server for pages written inside tests, and one browser for the whole session."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from a11ycheck.browser import axe_source
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.cli import main

Answer = Callable[[BaseHTTPRequestHandler], None]
Command = Callable[..., "subprocess.CompletedProcess[str]"]

# As Hypothesis does where it knows that it is in CI: a busy machine is no failure, and the same code gives the same result.
settings.register_profile("suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def one_worker() -> Iterator[None]:
    """Scans in this process take one worker unless told otherwise: the suite runs several at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("a11ycheck.workforce.cores", lambda: 1)
        yield


class Web:
    """A server on 127.0.0.1; its pages are set by the test. `requests` lists what was asked for: method and path."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[tuple[str, str]] = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                web.requests.append((self.command, self.path))
                answer = web.answers.get(self.path.partition("?")[0], _missing)
                answer(self)

            do_POST = do_PUT = do_DELETE = do_GET

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                """Browsers drop connections; that is no fault of a test."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.other = f"http://localhost:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def page(
        self, path: str, html: str, *, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
    ) -> str:
        """Serve this body at a path; returns the URL. Header names take underscores for dashes."""
        body = html.encode()

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            request.send_header("Content-Type", kind)
            request.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        return self.answer(path, answer)

    def answer(self, path: str, answer: Answer) -> str:
        """Serve whatever this function writes; returns the URL."""
        self.answers[path] = answer
        return self.base + path

    def redirect(self, path: str, to: str) -> str:
        """Answer 302 to another URL."""
        return self.page(path, "", status=302, Location=to)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _missing(request: BaseHTTPRequestHandler) -> None:
    body = b"<!DOCTYPE html><html lang=en><title>Missing</title><p>No such page"
    request.send_response(404)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web()
    yield server
    server.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserSession]:
    """The session that workers use, with the shipped axe."""
    session = BrowserSession(
        BrowserOptions(axe_source=axe_source.read(None), load_timeout=20.0, login_url_patterns=("*/login*",))
    )
    yield session
    session.close()


@pytest.fixture
def own_playwright(chromium: BrowserSession) -> None:
    """For a test that starts a Playwright itself: a thread holds only one, so the shared one ends until it is needed."""
    chromium.close()


@pytest.fixture
def a11ycheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """`a11ycheck(folder, "scan", …)`: the command line in a folder, in this process, which spares a second of imports."""

    def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            patch.chdir(folder)
            with pytest.raises(SystemExit) as left:
                main(list(words))
        told = capsys.readouterr()
        return subprocess.CompletedProcess(words, int(left.value.code or 0), told.out, told.err)

    return run


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder of pages: `site(index="<h1>…", guide="…")`; bodies are completed to documents."""

    def write(**pages: str) -> Path:
        folder = tmp_path / "site"
        folder.mkdir(exist_ok=True)
        for name, body in pages.items():
            (folder / f"{name}.html").write_text(document(body, name.title()), encoding="utf-8")
        return folder

    return write


def document(body: str, title: str = "Test page") -> str:
    """A whole document around a body; the body stands in `main`."""
    return f'<!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body><main>{body}</main></body></html>'
