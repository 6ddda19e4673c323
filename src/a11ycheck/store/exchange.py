"""An audit as one YAML file and a folder of attached files: readable in a diff, and taken in again without loss.

Needs the extra `[audit]` (ruamel.yaml). A file written again keeps the comments that people put into the older one.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from io import StringIO
from pathlib import Path
from typing import Any

from a11ycheck.errors import UsageError
from a11ycheck.store import audit_sample
from a11ycheck.store.attachments import attach, attachments, body_of
from a11ycheck.store.audit_sample import AuditSample, SamplePage, SampleProcess
from a11ycheck.store.verdicts import Verdict, VerdictError, all_verdicts, check, rulings, take_in

VERSION = 1
_DEFAULTS = {field.name: field.default for field in fields(Verdict)}
_LEFT_OUT = frozenset({"seq", "uid"})


@dataclass(frozen=True)
class TakenIn:
    """What an import did. `conflicts` names the things on which testers differ now, one line each."""

    new: int
    known: int
    files: int
    conflicts: tuple[str, ...]


def write_export(connection: sqlite3.Connection, path: Path) -> Path:
    """Write the YAML file at `path` and attached files to the folder of the same name beside it; returns `path`.

    Verdicts stand by uid in the order of saving, fields that are empty are left out. Raises `UsageError` when an older
    file at `path` cannot be read.
    """
    yaml = round_trip()
    document = (
        load(yaml, path) if path.exists() else yaml.load("# An audit by a11ycheck: verdicts with their history.\n{}\n")
    )
    document.fa.set_block_style()
    document["version"] = VERSION
    sample = audit_sample.latest(connection)
    if sample is not None:
        _update(document, "sample", json.loads(json.dumps(asdict(sample))))
    verdicts = document.setdefault("verdicts", {})
    for verdict in all_verdicts(connection):
        _update(verdicts, verdict.uid, _plain(verdict))
    files = document.setdefault("files", {})
    folder = path.with_suffix("")
    for kept in attachments(connection):
        found = body_of(connection, kept.sha256)
        assert found is not None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / kept.sha256).write_bytes(found[1])
        entry = {name: value for name, value in asdict(kept).items() if name not in ("kind",) and value}
        _update(files, f"{kept.sha256[:16]} {kept.subject} {kept.key} {kept.place}".strip(), entry)
    write_document(yaml, document, path)
    return path


def write_document(yaml: Any, document: Any, path: Path) -> None:
    """Write a document in place of an older one at once, so that a reader never sees half of it."""
    text = StringIO()
    yaml.dump(document, text)
    aside = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    aside.write_text(text.getvalue(), encoding="utf-8")
    os.replace(aside, path)


def read_export(connection: sqlite3.Connection, path: Path) -> TakenIn:
    """Take in what `write_export` wrote. Nothing is overwritten: known edits stay, differing testers become conflicts.

    Raises `UsageError` naming file and entry when something in it cannot stand; nothing is taken in then.
    """
    if not path.is_file():
        raise UsageError(f"{path}: no such file", "Name a file that `a11ycheck audit export` wrote.")
    document = load(round_trip(), path)
    verdicts = verdicts_of(path, document)
    bodies = list(_files(path, document))
    sample = _sample(path, document)
    before = {about for about, ruling in rulings(connection).items() if ruling.rivals}
    new, known = take_in(connection, verdicts)
    for about, name, body, tester, stamp in bodies:
        attach(connection, about, name, body, tester, stamp)
    conflicts = []
    for about, ruling in rulings(connection).items():
        if ruling.rivals:
            said = ", ".join(f"{each.tester}: {each.result}" for each in (ruling.verdict, *ruling.rivals))
            conflicts.append(f"{' '.join(about).strip()}: {said}{'' if about not in before else ' (known before)'}")
    current = audit_sample.latest(connection)
    if sample is not None and current is None:
        audit_sample.store(connection, sample, sample.tester)
    elif sample is not None and current is not None and sample.digest != current.digest:
        conflicts.append(
            f"the audit sample differs: {len(current.pages)} pages here, {len(sample.pages)} there; yours stays"
        )
    return TakenIn(new, known, len(bodies), tuple(conflicts))


def _represent_text(representer: Any, text: str) -> Any:
    """YAML folds the Unicode line breaks in a plain scalar; in double quotes they are escaped and survive."""
    style = '"' if any(mark in text for mark in "\x85\u2028\u2029") else None
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _plain(verdict: Verdict) -> dict[str, Any]:
    values = asdict(verdict) | {"digests": list(verdict.digests)}
    return {
        name: value
        for name, value in values.items()
        if name not in _LEFT_OUT and (name not in _DEFAULTS or value != _DEFAULTS[name]) and value != []
    }


def verdicts_of(path: Path, document: Any) -> list[Verdict]:
    """The verdicts of a document in its order. Raises `UsageError` naming the entry that cannot stand."""
    if document.get("version") != VERSION:
        raise UsageError(
            f"{path}: version {document.get('version')!r} is not {VERSION}", "Update a11ycheck to read it."
        )
    return list(_verdicts(path, document))


def _verdicts(path: Path, document: Any) -> Iterator[Verdict]:
    known = {field.name for field in fields(Verdict)} - _LEFT_OUT
    for uid, entry in document.get("verdicts", {}).items():
        where = f"{path}: verdicts.{uid}"
        if not isinstance(entry, dict) or not set(entry) <= known:
            raise UsageError(f"{where}: unknown fields", f"Known fields: {', '.join(sorted(known))}.")
        values: dict[str, Any] = {
            name: value if isinstance(value, bool | list) else str(value) for name, value in entry.items()
        }
        values["digests"] = tuple(str(each) for each in values.get("digests", ()))
        try:
            verdict = Verdict(uid=str(uid), **values)
            if not verdict.stamp:
                raise VerdictError("stamp", "A verdict needs its date.")
            yield check(verdict)
        except (TypeError, KeyError, AttributeError) as error:
            raise UsageError(f"{where}: incomplete", "It needs subject, key, tester, result and stamp.") from error
        except VerdictError as error:
            raise UsageError(f"{where}: {error.field}: {error.message}", "") from error


def _files(path: Path, document: Any) -> Iterator[tuple[Any, str, bytes, str, str]]:
    folder = path.with_suffix("")
    for name, entry in document.get("files", {}).items():
        digest = str(entry.get("sha256", ""))
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise UsageError(f"{path}: files.{name}: not a SHA-256", "Export the audit again.")
        try:
            body = (folder / digest).read_bytes()
        except OSError as error:
            raise UsageError(f"{folder / digest}: cannot be read", "Copy the folder beside the file too.") from error
        if hashlib.sha256(body).hexdigest() != digest:
            raise UsageError(f"{folder / digest}: was changed since it was attached", "Copy the folder again.")
        about = (str(entry["subject"]), str(entry["key"]), str(entry.get("place", "")))
        yield about, str(entry["name"]), body, str(entry["tester"]), str(entry["stamp"])


def _sample(path: Path, document: Any) -> AuditSample | None:
    entry = document.get("sample")
    if entry is None:
        return None
    try:
        pages = tuple(SamplePage(**_texts(page)) for page in entry["pages"])
        texts = {name: str(entry.get(name, "")) for name in ("scope", "tester", "stamp")}
        processes = tuple(
            SampleProcess(str(each["name"]), tuple(str(place) for place in each["places"]))
            for each in entry.get("processes", ())
        )
        return AuditSample(pages, int(entry["seed"]), int(entry["percent"]), **texts, processes=processes)
    except (TypeError, KeyError, ValueError) as error:
        raise UsageError(f"{path}: sample: incomplete", "Export the audit again.") from error


def _texts(entry: Any) -> dict[str, Any]:
    return {name: str(value) for name, value in entry.items()}


def _update(holder: Any, name: str, entry: dict[str, Any]) -> None:
    """Set an entry where it changed only, so that comments inside and around the others stay."""
    old = holder.get(name)
    if old is None:
        holder[name] = entry
        return
    for gone in [each for each in old if each not in entry]:
        del old[gone]
    for each, value in entry.items():
        if old.get(each) != value:
            old[each] = value


def load(yaml: Any, path: Path) -> Any:
    """The document of an exported file, with its comments. Raises `UsageError` when it is none."""
    from ruamel.yaml.error import YAMLError

    try:
        document = yaml.load(path.read_text(encoding="utf-8"))
    except (YAMLError, OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not YAML: {str(error).splitlines()[0]}", "Correct or remove the file.") from error
    if not isinstance(document, dict):
        raise UsageError(f"{path}: not an exported audit", "Name a file that `a11ycheck audit export` wrote.")
    return document


def round_trip() -> Any:
    """A YAML reader and writer that keeps comments. Raises `UsageError` without ruamel.yaml."""
    try:
        from ruamel.yaml import YAML
    except ImportError as error:
        raise UsageError("ruamel.yaml is not installed", "pip install 'a11ycheck[audit]'") from error
    yaml = YAML()
    yaml.representer.add_representer(str, _represent_text)
    yaml.width = 100
    yaml.allow_unicode = True
    return yaml
