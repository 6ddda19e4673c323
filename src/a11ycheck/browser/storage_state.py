"""The state of a login: cookies, local storage, IndexedDB and session storage; kept in memory, or encrypted in a file.

It is Playwright's storage state with one more key, `sessionStorage`: `{origin: {name: value}}`, of the page where the
login ended.
"""

from __future__ import annotations

import base64
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from a11ycheck.browser.navigation import origin
from a11ycheck.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from cryptography.fernet import Fernet
    from playwright.sync_api import BrowserContext, Page

State = dict[str, Any]
SESSION = "sessionStorage"
KEY_VARIABLE = "A11YCHECK_STATE_KEY"
_ENCRYPTED = b"gAAAA"
_AGAIN = "Create one with `a11ycheck login URL`."

_RESTORE = """(saved) => {
  const items = window === window.top ? saved[location.origin] : undefined;
  if (!items || window.sessionStorage.length) return;
  for (const [name, value] of Object.entries(items)) sessionStorage.setItem(name, value);
}"""


def capture(page: Page) -> State:
    """The storage state of a page's context, with the session storage of the page's own origin."""
    state: State = dict(page.context.storage_state(indexed_db=True))
    items = page.evaluate("() => ({ ...sessionStorage })") if page.url.startswith("http") else {}
    return state | ({SESSION: {origin(page.url): items}} if items else {})


def for_playwright(state: State | None) -> State | None:
    """The part that Playwright knows."""
    return None if state is None else {key: value for key, value in state.items() if key != SESSION}


def holds_storage(state: State | None) -> bool:
    """Whether there is more than cookies, so that every visit needs a context of its own."""
    return bool(state and (state.get("origins") or state.get(SESSION)))


def restore_session_storage(context: BrowserContext, state: State | None) -> None:
    """Fill the session storage of new tabs before any script of the page runs."""
    if state and (saved := state.get(SESSION)):
        context.add_init_script(f"({_RESTORE})({json.dumps(saved)})")


def secret_values(state: State | None) -> tuple[str, ...]:
    """Values of a state that must not be stored elsewhere: those of eight characters or more."""
    if state is None:
        return ()
    values = [cookie.get("value", "") for cookie in state.get("cookies", ())]
    values += [item.get("value", "") for each in state.get("origins", ()) for item in each.get("localStorage", ())]
    values += [value for items in state.get(SESSION, {}).values() for value in items.values()]
    return tuple(value for value in values if len(value) >= 8)


def read_storage_state(path: Path) -> State:
    """Read a storage state: a file of `a11ycheck login`, or Playwright's JSON. Raises `ConfigError` naming it.

    An encrypted state needs the key it was written with, and must not have expired.
    """
    try:
        body = path.read_bytes()
        state = _decrypted(path, body) if body.startswith(_ENCRYPTED) else json.loads(body)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: not a storage state: {error}", _AGAIN) from None
    if not isinstance(state, dict) or not {"cookies", "origins"} & set(state):
        raise ConfigError(f"{path}: not a storage state: no cookies and no origins", _AGAIN)
    return state


def write_storage_state(path: Path, state: State, *, seconds: float) -> None:
    """Write a state encrypted (Fernet), readable by the owner alone, good for this many seconds."""
    told = {"expires": time.time() + seconds, "state": state}
    token = _fernet(create=True).encrypt(json.dumps(told).encode())
    path.parent.mkdir(parents=True, exist_ok=True)
    _write_private(path, token)


def key_file() -> Path:
    """Where the key is kept unless `A11YCHECK_STATE_KEY` holds it."""
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "a11ycheck" / "state.key"


def _decrypted(path: Path, token: bytes) -> Any:
    from cryptography.fernet import InvalidToken

    try:
        told = json.loads(_fernet(create=False).decrypt(token))
    except InvalidToken:
        raise ConfigError(
            f"{path}: encrypted with another key",
            f"Set {KEY_VARIABLE} to the key it was written with, or log in again.",
        ) from None
    if told["expires"] < time.time():
        raise ConfigError(f"{path}: the saved login has expired", "Log in again with `a11ycheck login URL`.")
    return told["state"]


def _fernet(*, create: bool) -> Fernet:
    try:
        from cryptography.fernet import Fernet
    except ImportError:
        raise UsageError("saved logins need the package cryptography", "pip install 'a11ycheck[login]'") from None
    key = os.environ.get(KEY_VARIABLE, "").strip().encode()
    where = KEY_VARIABLE if key else str(key_file())
    if not key:
        if not key_file().is_file():
            if not create:
                raise ConfigError(f"no key to read the saved login: {where} is missing", f"Set {KEY_VARIABLE}.")
            key_file().parent.mkdir(parents=True, exist_ok=True)
            _write_private(key_file(), Fernet.generate_key())
        key = key_file().read_bytes().strip()
    try:
        base64.urlsafe_b64decode(key)
        return Fernet(key)
    except ValueError:
        raise ConfigError(f"{where}: not a key", "Make one: openssl rand -base64 32 | tr +/ -_") from None


def _write_private(path: Path, body: bytes) -> None:
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(body)
