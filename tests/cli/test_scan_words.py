"""What `a11ycheck scan` says on the way and at the end: quiet, verbose, plain, without colours, narrow, in Spanish."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from tests.conftest import document

BAD = document("<h1>Barrier</h1><img src=logo.png>")
COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-7][0-9;]*m")
SANDBOX = re.compile(r"(Warning|Aviso): .*\n")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page.html").write_text(BAD)
    return tmp_path


def command(*flags: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "a11ycheck",
        "scan",
        "site",
        "--effort",
        "quick",
        "--format",
        "json",
        "--no-cache",
        *flags,
    ]


def said(site: Path, *flags: str) -> tuple[str, str]:
    done = subprocess.run(command(*flags), cwd=site, capture_output=True, text=True, timeout=150, check=False)
    assert done.returncode == 1, done.stderr
    return done.stdout, SANDBOX.sub("", done.stderr)


def on_a_terminal(site: Path, columns: int, **environment: str) -> str:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    usual = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "CI")}
    process = subprocess.Popen(
        command(), cwd=site, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, close_fds=True,
        env=usual | {"TERM": "xterm-256color"} | environment,
    )  # fmt: skip
    os.close(theirs)
    told = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:
            break
        if not more:
            break
        told += more
    os.close(ours)
    assert process.wait(timeout=150) == 1
    return told.decode()


def test_quiet_says_totals_and_the_result_alone(site: Path) -> None:
    out, err = said(site, "--quiet")
    assert err == ""
    assert "image-alt" not in out
    assert out.startswith("1 page: 1 audited\n1 violation group, ")
    assert out.endswith("Gate failed: 1 finding in 1 group.\n")


def test_verbose_names_each_page_as_a_person_knows_it(site: Path) -> None:
    out, err = said(site, "--verbose")
    assert "Audited: site/page.html\n" in err
    assert "127.0.0.1" not in err
    assert "(image-alt)" in out


def test_plain_says_all_of_a_thing_on_one_line(site: Path) -> None:
    out, err = said(site, "--plain")
    assert [line for line in (out + err).splitlines() if line.startswith(" ")] == []
    (line,) = (line for line in out.splitlines() if "image-alt" in line)
    assert line.startswith("Violation, Critical: Images must have alternative text")
    assert "page.html" in line


def test_a_terminal_gets_colours_unless_they_are_refused_and_its_width_is_kept(site: Path) -> None:
    assert COLOUR.search(on_a_terminal(site, 100))
    plain = on_a_terminal(site, 40, NO_COLOR="1")
    assert not COLOUR.search(plain)
    lines = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", plain).replace("\r", "").splitlines()
    assert max(map(len, lines)) <= 40


def test_all_of_it_is_said_in_spanish(site: Path) -> None:
    out, err = said(site, "--language", "es", "--verbose", "--max-pages", "1")
    assert err.splitlines()[:2] == ["1 visita prevista.", "Auditada: site/page.html"]
    assert "Control no superado" in out
    assert not re.search(r"\b(audited|planned|Warning|page|violations)\b", re.sub(r"\S*page\.html|https\S+", "", err))
