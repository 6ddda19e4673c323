"""Writes configurations to begin with: a commented one, and ones converted from pa11y-ci's `.pa11yci` files.

What has no counterpart is named, never dropped in silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import tomlkit

from a11ycheck.config_file import CONFIG_NAME
from a11ycheck.errors import ConfigError, UsageError
from a11ycheck.model import Json

_STANDARD = {"wcag2a": "wcag20", "wcag2aa": "wcag20", "wcag2aaa": "wcag20", "section508": "508"}
_CODE = re.compile(r"^WCAG2A{1,3}\.Principle\d\.Guideline\d_\d\.(?P<criterion>\d_\d_\d{1,2})")
_LEAST_TIMEOUT = 30.0
_ELEMENT = r"wait for (?:element )?(.+?) to be "
_PATTERNS: tuple[tuple[str, Callable[[re.Match[str]], dict[str, Json]]], ...] = (
    (r"click (?:element )?(.+)", lambda m: {"action": "click", "css": m[1]}),
    (r"set (?:field )?(.+?) to (.+)", lambda m: {"action": "fill", "css": m[1], "value": m[2]}),
    (r"clear (?:field )?(.+)", lambda m: {"action": "fill", "css": m[1], "value": ""}),
    (r"check (?:field )?(.+)", lambda m: {"action": "check", "css": m[1]}),
    (r"uncheck (?:field )?(.+)", lambda m: {"action": "check", "css": m[1], "checked": False}),
    (r"navigate to (?:url )?(\S+)", lambda m: {"action": "goto", "url": m[1]}),
    (r"screen capture (\S+)", lambda m: {"action": "screenshot", "file": m[1]}),
    (r"wait for (?:path|url|fragment|hash|host) to be (\S+)", lambda m: {"action": "wait_for", "url": f"*{m[1]}"}),
    (_ELEMENT + r"(?:visible|added)", lambda m: {"action": "wait_for", "css": m[1]}),
    (_ELEMENT + r"(?:hidden|removed)", lambda m: {"action": "expect", "css": m[1], "hidden": True}),
)


def starter(targets: Iterable[str] = ()) -> str:
    """A configuration with the keys that most teams need, each explained."""
    given = tomlkit.array()
    given.extend(list(targets) or ["docs/_build/html"])
    return f"""\
# Configuration of a11ycheck; `a11ycheck schema config` prints every key.

# URLs, folders of rendered HTML, .html files, sitemap.xml or .txt lists of URLs.
targets = {given.as_string()}

# What the gate counts, at level AA: wcag20, wcag21, wcag22, 508, en301549.
standard = ["wcag22"]

# Reports: html, json, jsonl, sarif, junit, github, gitlab, markdown, summary, comment, text.
format = ["html", "json"]

# Fail on this impact or worse only: minor, moderate, serious, critical. Without it, on every violation.
# fail_on = "serious"

# What is known when you begin: made by `a11ycheck baseline`, kept in version control.
# baseline_file = "a11ycheck-baseline.json"

# Findings that the gate leaves alone until a date; the conformance report still shows them.
# [[suppress]]
# rule = "color-contrast"
# url = "*/legacy/*"
# reason = "redesign planned"
# owner = "docs team"
# until = 2030-01-01

# How many findings may be there.
# [budget]
# total = 10
"""


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises `UsageError` when it is."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path}: is here already and stays as it is", "Move it away first.") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from None


_COMMENT = re.compile(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
"""A text in quotes, which stays, or a comment, as the documentation of pa11y-ci shows them in its JSON."""


def from_pa11y(path: Path) -> tuple[str, tuple[str, ...]]:
    """A configuration from a `.pa11yci` file, and what could not be converted. Raises `ConfigError` naming the file."""
    try:
        data = json.loads(_COMMENT.sub(r"\1", path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path}: not JSON: {error}", "Configurations in JavaScript have to be converted by hand."
        ) from None
    if not isinstance(data, dict):
        raise ConfigError(f"{path}: not a configuration of pa11y-ci", f"It is converted to {CONFIG_NAME} by its keys.")
    conversion = _Conversion(path)
    return conversion.text(data), tuple(conversion.notes)


class _Conversion:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.notes: list[str] = []

    def text(self, data: dict[str, Any]) -> str:
        """The whole configuration."""
        document = tomlkit.document()
        document.add(tomlkit.comment(f"Converted from {self.path.name}."))
        defaults = self._table(data.get("defaults", {}), "defaults")
        urls, flows = self._urls(data.get("urls", []), defaults)
        if urls:
            array = tomlkit.array()
            array.extend(urls)
            document.add("targets", array.multiline(len(urls) > 1))
        for key, value in self._settings(defaults):
            document.add(key, value)
        suppressions = list(self._ignored(defaults.get("ignore", []), "defaults.ignore", ""))
        for entry in data.get("urls", []):
            if isinstance(entry, dict):
                url = str(entry["url"])
                suppressions += self._ignored(entry.get("ignore", []), f"ignore of {url}", url)
        if suppressions:
            document.add("suppress", _tables(suppressions))
        if "threshold" in defaults:
            document.add("budget", tomlkit.item({"total": int(defaults["threshold"])}))
        if flows:
            document.add("flow", _tables(flows))
        for key in data.keys() - {"defaults", "urls"}:
            self.notes.append(f"{key} (not a key of pa11y-ci that is known here)")
        return tomlkit.dumps(document)

    def _table(self, value: Any, key: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ConfigError(f"{self.path}: {key}: must be an object")
        return value

    def _urls(self, entries: Any, defaults: dict[str, Any]) -> tuple[list[str], list[dict[str, Json]]]:
        if not isinstance(entries, list):
            raise ConfigError(f"{self.path}: urls: must be a list")
        urls, flows = [], []
        for number, entry in enumerate(entries):
            url = entry if isinstance(entry, str) else self._table(entry, f"urls.{number}").get("url")
            if not isinstance(url, str):
                raise ConfigError(f"{self.path}: urls.{number}.url: must be a text")
            own = entry if isinstance(entry, dict) else {}
            actions = own.get("actions", defaults.get("actions", []))
            if steps := list(self._steps(actions, url)):
                steps.append({"action": "audit", "state": "after actions"})
                flows.append({"name": f"page {number + 1}", "url": url, "steps": steps})
            else:
                urls.append(url)
            for key in sorted(own.keys() - {"url", "actions", "ignore"}):
                self.notes.append(f"{key} of {url} (a setting of a single page)")
        return urls, flows

    def _settings(self, defaults: dict[str, Any]) -> Iterator[tuple[str, Json]]:
        viewport = defaults.get("viewport", {})
        handled = {"actions", "ignore", "threshold", "runners", "log"}
        if "standard" in defaults:
            handled.add("standard")
            name = str(defaults["standard"]).lower()
            if name in _STANDARD:
                yield "standard", [_STANDARD[name]]
            else:
                self.notes.append(f"defaults.standard {defaults['standard']}")
        if "timeout" in defaults:
            handled.add("timeout")
            seconds = float(defaults["timeout"]) / 1000
            if seconds < _LEAST_TIMEOUT:
                self.notes.append(
                    f"defaults.timeout of {seconds:g} s; a page gets {_LEAST_TIMEOUT:g} s, audits take their time"
                )
            yield "timeout", max(_LEAST_TIMEOUT, seconds)
        if isinstance(viewport, dict) and {"width", "height"} <= viewport.keys():
            handled.add("viewport")
            yield "viewport", f"{viewport['width']}x{viewport['height']}"
        if "concurrency" in defaults:
            handled.add("concurrency")
            yield "workers", int(defaults["concurrency"])
        if headers := defaults.get("headers"):
            handled.add("headers")
            yield "header", [f"{name}: {value}" for name, value in headers.items()]
        if defaults.get("includeWarnings"):
            handled.add("includeWarnings")
            yield "fail_on_review", True
        for key in sorted(defaults.keys() - handled):
            self.notes.append(f"defaults.{key}")

    def _ignored(self, codes: Any, key: str, url: str) -> Iterator[dict[str, Json]]:
        """Suppressions: axe's rule names as they are, codes of HTML_CodeSniffer by their criterion."""
        for code in codes if isinstance(codes, list) else []:
            rule: dict[str, Json] = {}
            if match := _CODE.match(str(code)):
                rule["criterion"] = match["criterion"].replace("_", ".")
                self.notes.append(
                    f"{code} ({key}) exactly; its whole criterion {rule['criterion']} is suppressed, narrow it"
                )
            elif re.fullmatch(r"[a-z][a-z0-9-]*", str(code)) and code not in ("notice", "warning", "error"):
                rule["rule"] = str(code)
            else:
                self.notes.append(f"{code} ({key})")
                continue
            yield rule | ({"url": url} if url else {}) | {"reason": f"ignored in {self.path.name}"}

    def _steps(self, actions: Any, url: str) -> Iterator[dict[str, Json]]:
        for action in actions if isinstance(actions, list) else []:
            for pattern, step in _PATTERNS:
                if match := re.fullmatch(pattern, str(action).strip(), re.IGNORECASE):
                    yield step(match)
                    break
            else:
                self.notes.append(f"action {action!r} of {url}")


def _tables(rows: list[dict[str, Json]]) -> tomlkit.items.AoT:
    tables = tomlkit.aot()
    for row in rows:
        tables.append(tomlkit.item(row))
    return tables
