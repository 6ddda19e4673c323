"""Which axe-core runs: the one a user names, else the one `install-axe` fetched, else the one shipped as a dependency."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from pathlib import Path

from a11ycheck.errors import A11yCheckError, ConfigError
from a11ycheck.model import Json

_VERSION = re.compile(r"axe v(\d+\.\d+\.\d+[\w.-]*)")


def installed() -> Path:
    """Where `install-axe` keeps its copy for this user; the file may not exist."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home()))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "a11ycheck" / "axe.min.js"


def read(path: Path | None, locale: Path | None = None) -> str:
    """The source text of axe-core. `path`: the user's choice; `locale`: a file of axe's `locales/` for its messages.

    Raises `ConfigError` when it is not axe-core, or not a locale of it.
    """
    text = _read(path)
    return f"{text}\n;axe.configure({{locale: {json.dumps(read_locale(locale))}}});" if locale else text


def read_locale(path: Path) -> dict[str, Json]:
    """A locale of axe-core: `{lang, rules, checks, …}`. Raises `ConfigError` when the file is none."""
    hint = "Name a file such as node_modules/axe-core/locales/es.json with --axe-locale."
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: the locale of axe-core cannot be read: {error}", hint) from None
    if not (isinstance(found, dict) and isinstance(found.get("lang"), str) and isinstance(found.get("rules"), dict)):
        raise ConfigError(f"{path}: this is not a locale of axe-core", hint)
    return found


def _read(path: Path | None) -> str:
    chosen = path or (installed() if installed().is_file() else None)
    if chosen is None:
        from axe_playwright_python.base import AXE_SCRIPT

        return str(AXE_SCRIPT)
    try:
        text = chosen.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{chosen}: axe-core cannot be read: {error}", "Name axe.min.js with --axe-source.") from None
    if version(text) is None or "runPartial" not in text:
        raise ConfigError(f"{chosen}: this is not axe-core 4.3 or newer", "Name axe.min.js with --axe-source.")
    return text


def version(source: str) -> str | None:
    """The version in axe-core's leading comment; None when there is none."""
    match = _VERSION.search(source[:400])
    return match.group(1) if match else None


def install(release: str = "latest") -> tuple[Path, str]:
    """Fetch axe-core through the user's npm, check it against npm's integrity hash, and keep it for this user.

    `release`: a version number, or `latest`. Returns the file and its version. Raises `A11yCheckError` when npm is
    missing, the release does not exist, or the package does not match its hash.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise A11yCheckError("npm is not installed", "Install Node.js, or download axe.min.js and use --axe-source.")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"axe-core@{release}", "--json", "--pack-destination", folder]
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
        if done.returncode:
            reason = next(
                (line for line in done.stderr.splitlines() if "E404" in line or "ETARGET" in line), done.stderr.strip()
            )
            raise A11yCheckError(
                f"npm could not fetch axe-core@{release}: {reason[-300:]}", "Check the version and the network."
            )
        reply = json.loads(done.stdout)
        packed = reply[0] if isinstance(reply, list) else next(iter(reply.values()))
        archive = Path(folder) / packed["filename"]
        digest = "sha512-" + b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != packed["integrity"]:
            raise A11yCheckError(
                "the fetched axe-core does not match npm's integrity hash", "Try again; if it stays, tell npm."
            )
        with tarfile.open(archive) as tar:
            member = tar.extractfile("package/axe.min.js")
            assert member is not None
            text = member.read().decode("utf-8")
    found = version(text)
    if found is None or found != packed["version"]:
        raise A11yCheckError(
            f"the package says {packed['version']}, its axe.min.js says {found}", "Choose another version."
        )
    target = installed()
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_suffix(".new")
    aside.write_text(text, encoding="utf-8")
    aside.replace(target)
    return target, found
