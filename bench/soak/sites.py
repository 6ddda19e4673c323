"""What a long run visits: documentation and an application served on loopback, in a mixed order that is always the same."""

from __future__ import annotations

import contextlib
import functools
import random
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

REPOSITORY = Path(__file__).parents[2]
APPLICATION_SHARE = 0.2


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers drop connections."""


@contextlib.contextmanager
def served(folders: Sequence[Path], visits: int) -> Iterator[list[str]]:
    """The URLs of as many visits: pages of the folders and of the example application, each again where there are too few."""
    with contextlib.ExitStack() as stack:
        pages = [url for folder in folders for url in stack.enter_context(_documentation(folder))]
        application = stack.enter_context(_application())
        random.Random(11).shuffle(pages)
        screens = int(visits * APPLICATION_SHARE)
        chosen = [pages[number % len(pages)] for number in range(visits - screens)]
        urls = [
            f"{url}?again={number // len(pages)}" if number >= len(pages) else url for number, url in enumerate(chosen)
        ]
        urls += [f"{application}?screen={number}" for number in range(screens)]
        random.Random(12).shuffle(urls)
        yield urls


@contextlib.contextmanager
def _documentation(folder: Path) -> Iterator[list[str]]:
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield [f"{base}/{quote(page.relative_to(folder).as_posix())}" for page in sorted(folder.rglob("*.html"))]
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def _application() -> Iterator[str]:
    command = [sys.executable, str(REPOSITORY / "examples" / "webapp" / "serve.py"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
