"""Looks at everything a scan needs on this machine and says what is missing and how to get it."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

from a11ycheck import __version__, config
from a11ycheck.browser import axe_source
from a11ycheck.browser.launch import launch
from a11ycheck.config import Config
from a11ycheck.errors import A11yCheckError
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.workforce import cores

EXTRAS = {
    "audit": ("flask", "flask_wtf", "ruamel.yaml", "waitress"),
    "office": ("docx", "docxtpl", "pikepdf", "xlsxwriter"),
    "login": ("cryptography",),
    "dask": ("distributed",),
    "pytest": ("pytest", "pytest_playwright"),
}
"""What each optional part of the package imports."""
BYTES_PER_WORKER = 1_000_000_000
"""Memory to have free for one worker with its browser; large pages need about this much."""


class Health(StrEnum):
    """`PROBLEM`: no scan can succeed; `WARNING`: something works less well or is not there."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at: what it is, how it is, and for what is not well the way out."""

    subject: str
    health: Health
    found: str
    remedy: str = ""


def examine(config_file: Path | None = None, browser_path: Path | None = None) -> Iterator[Diagnosis]:
    """Look at one thing after the other; starts the browser once, visits nothing, writes nothing that stays."""
    yield Diagnosis("a11ycheck", Health.OK, f"{__version__}, Python {platform.python_version()}, {platform.platform()}")
    settings, told = _configuration(config_file, browser_path)
    yield told
    yield _browser(settings.browser_path)
    yield _axe(settings.axe_source)
    yield _machine()
    yield from _folders(settings)
    yield _audit_file(settings.audit_file)
    yield from _extras()


def _configuration(path: Path | None, browser_path: Path | None) -> tuple[Config, Diagnosis]:
    flags = {"browser_path": browser_path}
    try:
        settings, source = config.load(path, flags), config.source(path)
    except A11yCheckError as error:
        return Config(browser_path=browser_path), _broken("configuration", error)
    hint = "" if source else "`a11ycheck init` writes one to start from."
    return settings, Diagnosis("configuration", Health.OK, source or "none found; defaults are used", hint)


def _browser(path: Path | None) -> Diagnosis:
    try:
        with sync_playwright() as playwright:
            started = launch(playwright, path)
            started.browser.close()
    except A11yCheckError as error:
        return _broken("browser", error)
    found = f"{started.flavour} {started.version}, Playwright {version('playwright')}"
    if started.sandbox:
        return Diagnosis("browser", Health.OK, f"{found}, in its sandbox")
    return Diagnosis(
        "browser",
        Health.WARNING,
        f"{found}, without its sandbox",
        "Scan only pages you trust, or run as a user who may use namespaces (not as root).",
    )


def _axe(path: Path | None) -> Diagnosis:
    try:
        text = axe_source.read(path)
    except A11yCheckError as error:
        return _broken("axe-core", error)
    origin = path or (axe_source.installed() if axe_source.installed().is_file() else None)
    found = f"{axe_source.version(text)} ({origin or 'shipped with axe-playwright-python'})"
    return Diagnosis("axe-core", Health.OK, found, "" if origin else "`a11ycheck install-axe` fetches the newest one.")


def _machine() -> Diagnosis:
    memory = psutil.virtual_memory().available
    workers = cores()
    found = f"{workers} cores, {memory / 1e9:.1f} GB of memory free"
    if memory < workers * BYTES_PER_WORKER:
        fits = max(1, int(memory // BYTES_PER_WORKER))
        return Diagnosis("machine", Health.WARNING, found, f"Use --workers {fits}: a worker may need 1 GB.")
    return Diagnosis("machine", Health.OK, found)


def _folders(settings: Config) -> Iterator[Diagnosis]:
    for subject, folder in (("reports", settings.output_dir), ("audit file's folder", settings.audit_file.parent)):
        nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        if not nearest.is_dir() or not os.access(nearest, os.W_OK):
            yield Diagnosis(
                subject, Health.PROBLEM, f"{folder}: {nearest} cannot be written to", "Choose another folder."
            )
        else:
            free = shutil.disk_usage(nearest).free
            health = Health.OK if free > BYTES_PER_WORKER else Health.WARNING
            remedy = "" if health is Health.OK else "Free some space before a large scan."
            yield Diagnosis(subject, health, f"{folder}, {free / 1e9:.1f} GB free", remedy)


def _audit_file(path: Path) -> Diagnosis:
    if not path.is_file():
        return Diagnosis("audit file", Health.OK, f"{path}: none yet; a scan makes it")
    try:
        with closing(open_audit_file(path, create=False)) as connection:
            runs = connection.execute("SELECT count(*) FROM run").fetchone()[0]
            damage = connection.execute("PRAGMA quick_check").fetchone()[0]
    except A11yCheckError as error:
        return _broken("audit file", error)
    if damage != "ok":
        return Diagnosis("audit file", Health.PROBLEM, f"{path}: {damage}", "Restore it from a copy.")
    return Diagnosis("audit file", Health.OK, f"{path}: {runs} runs, {path.stat().st_size / 1e6:.1f} MB")


def _extras() -> Iterator[Diagnosis]:
    for extra, modules in EXTRAS.items():
        missing = [name for name in modules if not _importable(name)]
        if missing:
            yield Diagnosis(
                f"extra [{extra}]",
                Health.WARNING,
                f"not installed: {', '.join(missing)}",
                f"{Path(sys.executable).name} -m pip install 'a11ycheck[{extra}]'",
            )
        else:
            yield Diagnosis(f"extra [{extra}]", Health.OK, "installed")


def _importable(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _broken(subject: str, error: A11yCheckError) -> Diagnosis:
    return Diagnosis(subject, Health.PROBLEM, error.message, error.hint)
