"""What results depend on besides pages and options: our code, the libraries under it, plugins, browser, fonts, system."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from pathlib import Path

from a11ycheck import __version__
from a11ycheck.browser.find import SYSTEM_NAMES

ASK_SECONDS = 20.0
_PACKAGE = Path(__file__).parent
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/Library/Fonts")


def digest(browser_path: Path | None) -> str:
    """A digest that changes when any of it does. `browser_path`: the configured browser."""
    found = hashlib.sha256()
    for part in (*_system(), *_code(), *_packages(), *_browsers(browser_path), *_fonts()):
        found.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return found.hexdigest()


def _system() -> Iterator[str]:
    yield f"{__version__} {platform.python_version()} {platform.system()} {platform.machine()} {platform.release()}"


def _code() -> Iterator[str]:
    """The package's own files, so that a check that is being worked on is not taken for the one before."""
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in (".py", ".js", ".toml", ".json"):
            yield f"{path.relative_to(_PACKAGE)} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _packages() -> Iterator[str]:
    names = {name.partition(";")[0].split("[")[0].split(">")[0].split("=")[0].strip() for name in _requirements()}
    for name in sorted(names):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
    plugins = entry_points()
    for group in sorted(plugins.groups):
        if group.startswith("a11ycheck."):
            for entry in plugins.select(group=group):
                yield f"{group} {entry.name} {entry.value} {entry.dist.version if entry.dist else ''}"


def _requirements() -> list[str]:
    try:
        return [name for name in requires("a11ycheck") or () if "extra ==" not in name]
    except PackageNotFoundError:
        return ["playwright", "axe-playwright-python"]


def _browsers(browser_path: Path | None) -> Iterator[str]:
    """Versions of the browsers that may be launched: the configured one, or Playwright's own and the system's first."""
    if browser_path is not None:
        yield f"{browser_path.name} {_said_by(str(browser_path), '--version')}"
        return
    own = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or _own_browsers())
    yield from sorted(path.name for path in own.glob("chromium*"))
    if path := next((path for name in SYSTEM_NAMES if (path := shutil.which(name))), None):
        yield f"{Path(path).name} {_said_by(path, '--version')}"


def _own_browsers() -> Path:
    """Where Playwright keeps its browsers (https://playwright.dev/python/docs/browsers#managing-browser-binaries)."""
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/ms-playwright"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")).expanduser() / "ms-playwright"


def _fonts() -> Iterator[str]:
    """The fonts by file, as fontconfig lists them, else as font folders hold them."""
    if shutil.which("fc-list"):
        yield from sorted(_said_by("fc-list", ":", "file", "fullname", "fontversion").splitlines())
        return
    folders = [Path(name).expanduser() for name in _FONT_FOLDERS]
    if "WINDIR" in os.environ:
        folders.append(Path(os.environ["WINDIR"]) / "Fonts")
    for folder in folders:
        yield from sorted(f"{path.name} {path.stat().st_size}" for path in folder.rglob("*") if path.is_file())


def _said_by(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=ASK_SECONDS, check=False)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError) as error:
        return f"{type(error).__name__} {os.times().elapsed}"
    return done.stdout.strip()
