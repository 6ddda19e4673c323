"""Saved logins: encrypted, private, expiring; and what of a state is secret."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from a11ycheck.browser import storage_state
from a11ycheck.browser.storage_state import key_file, read_storage_state, secret_values, write_storage_state
from a11ycheck.errors import ConfigError

STATE = {
    "cookies": [{"name": "sid", "value": "cookie-secret"}, {"name": "lang", "value": "en"}],
    "origins": [{"origin": "https://x.example", "localStorage": [{"name": "t", "value": "local-secret"}]}],
    "sessionStorage": {"https://x.example": {"tab": "session-secret"}},
}


@pytest.fixture(autouse=True)
def _own_key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("A11YCHECK_STATE_KEY", raising=False)


def test_a_saved_login_comes_back_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "state" / "login.state"
    write_storage_state(file, STATE, seconds=60)
    assert read_storage_state(file) == STATE
    body = file.read_bytes()
    assert not any(secret in body for secret in (b"cookie-secret", b"local-secret", b"session-secret", b"x.example"))
    assert [stat.S_IMODE(path.stat().st_mode) for path in (file, key_file())] == [0o600, 0o600]


def test_an_old_file_that_others_could_read_becomes_private(tmp_path: Path) -> None:
    file = tmp_path / "login.state"
    file.write_text("old")
    file.chmod(0o644)
    write_storage_state(file, STATE, seconds=60)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_expired_login_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "login.state"
    write_storage_state(file, STATE, seconds=60)
    later = storage_state.time.time() + 61
    monkeypatch.setattr(storage_state.time, "time", lambda: later)
    with pytest.raises(ConfigError, match=r"login\.state: the saved login has expired"):
        read_storage_state(file)


def test_the_key_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "login.state"
    monkeypatch.setenv("A11YCHECK_STATE_KEY", Fernet.generate_key().decode())
    write_storage_state(file, STATE, seconds=60)
    assert not key_file().exists()
    monkeypatch.setenv("A11YCHECK_STATE_KEY", Fernet.generate_key().decode())
    with pytest.raises(ConfigError, match="encrypted with another key"):
        read_storage_state(file)
    monkeypatch.setenv("A11YCHECK_STATE_KEY", "no key")
    with pytest.raises(ConfigError, match="A11YCHECK_STATE_KEY: not a key"):
        read_storage_state(file)
    monkeypatch.delenv("A11YCHECK_STATE_KEY")
    with pytest.raises(ConfigError, match=r"no key to read the saved login: .*state\.key is missing"):
        read_storage_state(file)


def test_a_damaged_or_foreign_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "login.state"
    write_storage_state(file, STATE, seconds=60)
    file.write_bytes(file.read_bytes()[:-10])
    with pytest.raises(ConfigError, match="another key"):
        read_storage_state(file)
    for body in ("not json", "[]", json.dumps({"something": "else"})):
        file.write_text(body)
        with pytest.raises(ConfigError, match="not a storage state"):
            read_storage_state(file)
    with pytest.raises(ConfigError, match="not a storage state"):
        read_storage_state(tmp_path / "missing")


def test_long_values_are_secret_and_short_ones_are_not() -> None:
    assert secret_values(STATE) == ("cookie-secret", "local-secret", "session-secret")
    assert secret_values(None) == ()
