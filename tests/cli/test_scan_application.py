"""`a11ycheck scan` on the example application, as its user would: server, login, flows, all from one configuration."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

SERVE = Path(__file__).parents[2] / "examples" / "webapp" / "serve.py"
PASSWORD = "correct-horse-battery"
CONFIG = """
effort = "quick"
format = ["jsonl", "json"]
[server]
command = '"{python}" "{serve}" --port {port}'
url = "http://127.0.0.1:{port}/"
[login]
url = "/"
expect = {{css = "[data-test=message]"}}
steps = [
  {{action = "fill", css = "#username", value = "demo"}},
  {{action = "fill", css = "#password", secret = "SIGN_IN_PASSWORD"}},
  {{action = "click", css = "#sign-in"}},
]
[[flow]]
name = "sign in"
url = "/"
anonymous = true
steps = [{{action = "audit", state = "login", expect = {{css = "#username"}}}}]
[[flow]]
name = "open menu"
url = "/"
steps = [
  {{action = "audit", state = "channel", expect = {{css = "[data-test=message]"}}}},
  {{action = "click", test_id = "user-menu"}},
  {{action = "audit", state = "menu open", expect = {{css = ".menu-list"}}}},
]
[[flow]]
name = "create"
uses = "open menu"
url = "/"
steps = [
  {{action = "click", test_id = "user-menu"}},
  {{action = "click", test_id = "new-channel"}},
  {{action = "fill", test_id = "channel-name", value = "No good"}},
  {{action = "click", test_id = "create"}},
  {{action = "audit", state = "dialog with an error", expect = {{test_id = "dialog"}}}},
]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "a11ycheck.toml").write_text(CONFIG.format(python=sys.executable, serve=SERVE, port=port))
    return tmp_path


def scan(folder: Path, password: str) -> tuple[int, str, dict[str, tuple[str, str]]]:
    """Exit code, stderr, and status and reason of every state."""
    done = subprocess.run(
        [sys.executable, "-m", "a11ycheck", "scan"], cwd=folder, capture_output=True, text=True, timeout=150, check=False,
        env=os.environ | {"PARLEY_PASSWORD": PASSWORD, "SIGN_IN_PASSWORD": password},
    )  # fmt: skip
    lines = (folder / "a11y-report" / "findings.jsonl").read_text().splitlines()
    states = {line["state"]: (line["status"], line["reason"]) for line in map(json.loads, lines)}
    return done.returncode, done.stdout + done.stderr, states


def test_every_state_is_reached_and_no_secret_is_left(folder: Path) -> None:
    code, _, states = scan(folder, PASSWORD)
    assert (code, states) == (
        1, dict.fromkeys(("login", "channel", "menu open", "dialog with an error"), ("audited", "")),
    )  # fmt: skip
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert PASSWORD.encode() not in everything


def test_a_wrong_password_is_said_and_the_sign_in_page_is_audited_all_the_same(folder: Path) -> None:
    code, text, states = scan(folder, "wrong-password-9")
    assert code == 3
    assert states["login"] == ("audited", "")
    assert {states[name] for name in ("channel", "menu open", "dialog with an error")} == {
        ("not-audited", "login-failed")
    }
    assert "the login form is still there" in text.replace("\n", " ")
    assert "wrong-password-9" not in text
