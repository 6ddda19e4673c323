"""The application's own server: started, awaited, explained, stopped with all it started."""

from __future__ import annotations

import contextlib
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import requests

from a11ycheck.application import ServerConfig
from a11ycheck.errors import ConfigError, ServerError
from a11ycheck.targets.server_process import running

SERVE = """
import http.server, subprocess, sys, time
print("starting", flush=True)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print("child", child.pid, flush=True)
time.sleep(0.3)
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.send_header("Content-Length", "0"); self.end_headers()
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def server(port: int, code: str, timeout: float = 20.0) -> ServerConfig:
    command = shlex.join([sys.executable, "-c", code, str(port)])
    return ServerConfig(command=command, url=f"http://127.0.0.1:{port}/", timeout=timeout)


def gone(pid: int) -> bool:
    """Whether a process ends within 20 s."""
    for _ in range(200):
        with contextlib.suppress(psutil.NoSuchProcess):
            if psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
                time.sleep(0.1)
                continue
        return True
    return False


def test_it_answers_inside_and_is_gone_with_its_children_outside(port: int, tmp_path: Path) -> None:
    with running(server(port, SERVE), tmp_path / "state" / "server.log") as process:
        assert process is not None
        assert requests.get(f"http://127.0.0.1:{port}/", timeout=30).status_code == 200
        assert process.end is None
    log = (tmp_path / "state" / "server.log").read_text()
    assert log.startswith("starting\n")
    child = int(re.findall(r"child (\d+)", log)[0])
    assert gone(child)
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://127.0.0.1:{port}/", timeout=30)


def test_it_does_not_outlive_a_run_that_was_killed(port: int, tmp_path: Path) -> None:
    run = f"""
import os, signal
from pathlib import Path
from a11ycheck.application import ServerConfig
from a11ycheck.targets.server_process import running
config = ServerConfig(command={shlex.join([sys.executable, "-c", SERVE, str(port)])!r}, url="http://127.0.0.1:{port}/")
with running(config, Path({str(tmp_path / "server.log")!r})):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", run], check=False).returncode == -signal.SIGKILL
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(requests.ConnectionError):
            requests.get(f"http://127.0.0.1:{port}/", timeout=30)
            time.sleep(0.1)
            continue
        return
    pytest.fail("the server still answers")


def test_an_early_end_is_shown_with_the_last_lines(port: int, tmp_path: Path) -> None:
    failing = "import sys, time; [print('line', n) for n in range(30)]; print('\\x1b[31mno database'); time.sleep(0.2); sys.exit(3)"
    with pytest.raises(ServerError) as caught, running(server(port, failing), tmp_path / "server.log"):
        pass
    assert re.match(r"the server exited with code 3 after \d+\.\d s:\n  line 21\n", caught.value.message)
    assert caught.value.message.endswith("  �[31mno database")
    assert (caught.value.exit_code, str(tmp_path / "server.log") in caught.value.hint) == (3, True)


def test_a_server_that_never_answers_is_stopped(port: int, tmp_path: Path) -> None:
    code = "import os, time; print('pid', os.getpid(), flush=True); time.sleep(60)"
    with (
        pytest.raises(ServerError, match=r"did not answer within 6 s"),
        running(server(port, code, 6), tmp_path / "server.log"),
    ):
        pass
    assert gone(int((tmp_path / "server.log").read_text().split()[1]))


def test_a_taken_port_is_noticed_before_anything_starts(port: int, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with (
            pytest.raises(ServerError, match="something answers at"),
            running(server(port, SERVE), tmp_path / "server.log"),
        ):
            pass
    assert not (tmp_path / "server.log").exists()


def test_a_server_that_dies_on_the_way_says_so(port: int, tmp_path: Path) -> None:
    dying = SERVE.replace(").serve_forever()", ").handle_request(); sys.exit(7)")
    with running(server(port, dying), tmp_path / "server.log") as process:
        assert process is not None
        deadline = time.monotonic() + 60
        while process.end is None and time.monotonic() < deadline:
            time.sleep(0.05)
        assert "exited with code 7" in (process.end or "")


@pytest.mark.parametrize(
    ("command", "message"), [("no-such-program", "cannot be started"), ("sh 'open", "not complete")]
)
def test_a_command_that_is_none_is_a_configuration_error(port: int, tmp_path: Path, command: str, message: str) -> None:
    given = ServerConfig(command=command, url=f"http://127.0.0.1:{port}/")
    with pytest.raises(ConfigError, match=message), running(given, tmp_path / "server.log"):
        pass


def test_nothing_runs_without_a_server(tmp_path: Path) -> None:
    with running(None, tmp_path / "server.log") as process:
        assert process is None
    assert not list(tmp_path.iterdir())
