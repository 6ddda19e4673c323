"""The baseline: the barriers that a team knows of, as a small sorted JSON file to be kept in the repository.

One line a fingerprint, with its count and what a reviewer needs to recognize it. A missing, damaged, foreign or newer
file is an error that names it, and nothing is overwritten.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from a11ycheck import __version__
from a11ycheck.errors import ConfigError, UsageError
from a11ycheck.findings.fingerprint import VERSION as FINGERPRINTS
from a11ycheck.frozen import Frozen
from a11ycheck.gate.instances import Instance
from a11ycheck.model import Effort, TargetStatus
from a11ycheck.store.queries import RunView

FORMAT = "a11ycheck-baseline"
VERSION = 1
DEFAULT_NAME = Path("a11ycheck-baseline.json")
MOST_NAME = 80


class Entry(Frozen):
    """What is known under one fingerprint: how often it is on its page, and what it is.

    `anchor`: what tells it from others where the name is empty. `thing` and `digests` recognize a barrier that moved;
    `variants`: where it showed.
    """

    count: int = Field(ge=1)
    check: str
    rule: str
    page: str
    group: str
    role: str = ""
    landmarks: str = ""
    name: str = ""
    anchor: str = ""
    variants: tuple[str, ...]
    thing: str
    digests: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is, for people: `image-alt at img "Logo" in banner`."""
        what = " ".join(part for part in (self.role, f'"{self.name}"' if self.name else self.anchor) if part)
        return f"{self.rule} at {what or 'the page'}" + (f" in {self.landmarks}" if self.landmarks else "")


class Baseline(Frozen):
    """Known barriers, and of which run: versions, effort, sample, rules that ran, pages (and which were driven)."""

    format: Literal["a11ycheck-baseline"] = "a11ycheck-baseline"
    version: Literal[1] = 1
    fingerprints: str = FINGERPRINTS
    tool: str = __version__
    axe: str
    browser: str
    effort: Effort
    sample: str
    seed: int
    kinds: tuple[Literal["violation", "needs review", "best practice"], ...]
    rules: dict[str, str]
    pages: tuple[str, ...]
    driven: tuple[str, ...]
    findings: dict[str, Entry]

    @property
    def known_rules(self) -> frozenset[tuple[str, str]]:
        """Check and rule of all that ran."""
        return frozenset((check, rule) for check, rules in self.rules.items() for rule in rules.split())


def of_run(view: RunView, found: Iterable[Instance], kinds: Iterable[str]) -> Baseline:
    """The baseline that knows these barriers of a run. `kinds`: which sorts of findings they were chosen from."""
    done = [target for target in view.targets if target.status is not TargetStatus.NOT_AUDITED]
    rules: dict[str, set[str]] = defaultdict(set)
    for check, rule in view.completed:
        rules[check].add(rule)
    return Baseline(
        tool=view.tool_version,
        axe=str(view.versions.get("axe", "")),
        browser=str(view.versions.get("browser", "")),
        effort=Effort(view.config.get("effort", Effort.STANDARD)),
        sample=str(view.config.get("sample", "auto")),
        seed=int(view.config.get("seed", 0)),
        kinds=tuple(kinds),
        rules={check: " ".join(sorted(names)) for check, names in sorted(rules.items())},
        pages=tuple(sorted({target.page_key for target in done})),
        driven=tuple(sorted({target.page_key for target in done if target.driven})),
        findings=in_order(entries(found)),
    )


def entries(found: Iterable[Instance]) -> dict[str, Entry]:
    """An entry for each fingerprint."""
    together: dict[str, list[Instance]] = defaultdict(list)
    for instance in found:
        together[instance.key].append(instance)
    return {key: _entry(alike) for key, alike in together.items()}


def in_order(findings: Mapping[str, Entry]) -> dict[str, Entry]:
    """Sorted by page, rule and name, so that a change in the file is a change of the site."""
    return dict(sorted(findings.items(), key=lambda item: (item[1].page, item[1].rule, item[1].name, item[0])))


def read(path: Path) -> Baseline:
    """Read a baseline. Raises `ConfigError` that names the file, and the key or line that is wrong."""
    if not path.is_file():
        raise ConfigError(f"{path}: no such baseline", f"Make one from the newest run: a11ycheck baseline {path}")
    try:
        data = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_without_doubles)
    except (json.JSONDecodeError, UnicodeDecodeError, _DoubleKeyError) as error:
        raise ConfigError(
            f"{path}: the baseline is damaged: {error}",
            "Take it back from version control, or remove it and make it anew.",
        ) from None
    except OSError as error:
        raise ConfigError(f"{path}: the baseline cannot be read: {error.strerror or error}") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ConfigError(f"{path}: not a baseline of a11ycheck", "Name the file that `a11ycheck baseline` made.")
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise ConfigError(
            f"{path}: version: made by a newer a11ycheck (format {version}, this one reads {VERSION})",
            "Update a11ycheck.",
        )
    if data.get("fingerprints") != FINGERPRINTS:
        raise ConfigError(
            f"{path}: fingerprints: version {data.get('fingerprints')!r}, this a11ycheck makes {FINGERPRINTS!r}",
            "Remove the file and make it anew with `a11ycheck baseline`.",
        )
    try:
        return Baseline.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ConfigError(
            f"{path}: {key}: {first['msg']}", "Take it back from version control, or remove it and make it anew."
        ) from None


def write(path: Path, baseline: Baseline) -> None:
    """Write the file whole or not at all: one line a page and a finding, so that reviewers and merges cope."""
    data = baseline.model_dump(mode="json", exclude_defaults=True)
    head = {key: data[key] for key in data if key not in ("pages", "driven", "findings")}
    lines = [f'  "format": "{FORMAT}"', f'  "version": {VERSION}', f'  "fingerprints": "{baseline.fingerprints}"']
    lines += [f'  "tool": {json.dumps(baseline.tool)}'] if "tool" not in head else []
    lines += [f"  {json.dumps(key)}: {_text(value)}" for key, value in head.items()]
    for key in ("pages", "driven"):
        items = [f"    {_text(page)}" for page in data.get(key, ())]
        lines.append(f'  "{key}": [' + ("\n" + ",\n".join(items) + "\n  " if items else "") + "]")
    found = [f"    {_text(key)}: {_text(entry)}" for key, entry in data.get("findings", {}).items()]
    lines.append('  "findings": {' + ("\n" + ",\n".join(found) + "\n  " if found else "") + "}")
    _replace(path, "{\n" + ",\n".join(lines) + "\n}\n")


def _entry(alike: list[Instance]) -> Entry:
    first = alike[0].example
    identity = first.location.identity
    return Entry(
        count=len(alike),
        check=first.rule.check,
        rule=first.rule.rule,
        page=alike[0].page,
        group=first.group,
        role=identity.role,
        landmarks=" > ".join(identity.landmarks),
        name=" ".join(identity.name.split())[:MOST_NAME],
        anchor="" if identity.name else " ".join(identity.anchor.split())[:MOST_NAME],
        variants=tuple(sorted({variant for instance in alike for variant in instance.variants})),
        thing=alike[0].thing,
        digests=tuple(sorted({instance.digest for instance in alike if instance.digest})),
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)


def _replace(path: Path, text: str) -> None:
    folder = path.absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".a11ycheck-", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
                file.write(text)
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise UsageError(
            f"{path}: the baseline cannot be written: {error.strerror or error}", "Check the folder's permissions."
        ) from error


class _DoubleKeyError(Exception):
    """A key that stands twice, as after a merge that kept both sides."""


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _DoubleKeyError(f"the key {key!r} stands twice")
        found[key] = value
    return found
