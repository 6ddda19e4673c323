"""Starts the application to audit, waits until it answers, and stops it with everything it started."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import requests

from a11ycheck.application import ServerConfig
from a11ycheck.errors import ConfigError, ServerError

LAST_LINES = 10
ANSWER_SECONDS = 5.0
GRACE_SECONDS = 5.0


class ServerProcess:
    """A running server. `log`: the file with all it wrote."""

    def __init__(self, server: ServerConfig, log: Path) -> None:
        self.log = log
        self._server = server
        self._started = time.monotonic()
        log.parent.mkdir(parents=True, exist_ok=True)
        try:
            with log.open("wb") as out:
                self._process = subprocess.Popen(
                    shlex.split(server.command), stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                    start_new_session=True,
                )  # fmt: skip
        except OSError as error:
            raise ConfigError(
                f"[server]: {server.command!r} cannot be started: {error.strerror}", "Check the command."
            ) from None
        except ValueError as error:
            raise ConfigError(f"[server]: the command {server.command!r} is not complete: {error}") from None
        self._guard = _guard(self._process.pid)

    @property
    def end(self) -> str | None:
        """How the server ended by itself, with the last lines of its log; None while it runs."""
        code = self._process.poll()
        if code is None:
            return None
        seconds = time.monotonic() - self._started
        how = f"exited with code {code}" if code >= 0 else f"was ended by {signal.Signals(-code).name}"
        return f"the server {how} after {seconds:.1f} s{self._last_lines()}"

    def wait(self) -> None:
        """Return once the URL answers with less than 500. Raises `ServerError` when it ends or takes too long."""
        said = ""
        while time.monotonic() - self._started < self._server.timeout:
            if end := self.end:
                raise ServerError(end, f"Its whole output is in {self.log}.")
            try:
                with requests.get(
                    self._server.url, timeout=ANSWER_SECONDS, stream=True, allow_redirects=False
                ) as answer:
                    if answer.status_code < 500:
                        return
                    said = f"; it answered {answer.status_code}"
            except requests.RequestException:
                said = ""
            time.sleep(0.1)
        raise ServerError(
            f"{self._server.url} did not answer within {self._server.timeout:g} s{said}{self._last_lines()}",
            f"Its whole output is in {self.log}; raise timeout in [server] if it needs longer.",
        )

    def stop(self) -> None:
        """End the server and all processes of its group and below it: politely first, then for good."""
        if self._guard is not None:
            self._guard.kill()
            self._guard.communicate()
        with contextlib.suppress(psutil.Error):
            left = psutil.Process(self._process.pid).children(recursive=True)
            self._signal(signal.SIGTERM)
            for child in left:
                with contextlib.suppress(psutil.Error):
                    child.terminate()
            _, left = psutil.wait_procs(left, GRACE_SECONDS)
            for child in left:
                with contextlib.suppress(psutil.Error):
                    child.kill()
        try:
            self._process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if hasattr(signal, "SIGKILL"):
            self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        """Signal the process group, which lives as long as any of its processes."""
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)
        elif self._process.poll() is None:
            self._process.terminate()

    def _last_lines(self) -> str:
        text = self.log.read_bytes()[-20_000:].decode("utf-8", "replace")
        lines = [line for line in text.splitlines() if line.strip()][-LAST_LINES:]
        shown = ("".join(character if character.isprintable() else "�" for character in line) for line in lines)
        return ":\n" + "\n".join(f"  {line}" for line in shown) if lines else "; it wrote nothing"


_GUARD = """
import os, signal, sys
sys.stdin.read()
os.killpg(int(sys.argv[1]), signal.SIGKILL)
"""


def _guard(pid: int) -> subprocess.Popen[bytes] | None:
    """A process that ends the server's group when this one is gone, even if it was killed: then its input closes."""
    if not hasattr(os, "killpg"):
        return None
    return subprocess.Popen(
        [sys.executable, "-c", _GUARD, str(pid)],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@contextlib.contextmanager
def running(server: ServerConfig | None, log: Path) -> Iterator[ServerProcess | None]:
    """The configured server, answering; stopped at the end. None without `[server]`.

    Raises `ServerError` when something else answers at its URL already, or when it does not start.
    """
    if server is None:
        yield None
        return
    if _is_taken(server.url):
        raise ServerError(
            f"something answers at {server.url} already, before the server of [server] was started",
            "Stop it, choose another port, or leave [server] out to audit what runs there.",
        )
    process = ServerProcess(server, log)
    try:
        process.wait()
        yield process
    finally:
        process.stop()


def _is_taken(url: str) -> bool:
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        socket.create_connection((parts.hostname or "", port), timeout=ANSWER_SECONDS).close()
    except OSError:
        return False
    return True
