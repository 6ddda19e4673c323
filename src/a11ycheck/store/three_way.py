"""Merges two exported audits that began from the same one: what one side changed is taken, what both changed is listed."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11ycheck.errors import UsageError
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.exchange import load, round_trip, verdicts_of, write_document
from a11ycheck.store.verdicts import rulings, take_in

SECTIONS = ("verdicts", "files")
"""Parts of a document that are merged entry by entry; everything else is merged as a whole."""


@dataclass(frozen=True)
class Merged:
    """What a merge did. `theirs`: entries taken from the second side. `conflicts`: one line each.

    A conflict is an entry that both sides changed differently (the first side's stands), or a thing on which testers differ in
    what was merged and did not on either side.
    """

    theirs: int
    conflicts: tuple[str, ...]


def merge_exports(base: Path, mine: Path, other: Path, out: Path) -> Merged:
    """Merge `mine` and `other`, which both began from `base`, into `out`; comments of `mine` stay, attached files follow.

    Raises `UsageError` naming the file that cannot be read.
    """
    yaml = round_trip()
    before, document, theirs = (_read(yaml, path) for path in (base, mine, other))
    already = _differing(mine, document) | _differing(other, theirs)
    taken, conflicts = 0, []
    for section in SECTIONS:
        merged = document.setdefault(section, {})
        found, lines = _merge(section, before.get(section, {}), merged, theirs.get(section, {}))
        taken += found
        conflicts += lines
    rest = {name: value for name, value in theirs.items() if name not in SECTIONS}
    known = {name: value for name, value in before.items() if name not in SECTIONS}
    found, lines = _merge("", known, document, rest, kept=SECTIONS)
    taken += found
    conflicts += lines
    for about, said in sorted(_differing(out, document) - already):
        conflicts.append(f"{about}: testers differ: {said}")
    _copy_files(document, (mine, other), out)
    write_document(yaml, document, out)
    return Merged(taken, tuple(conflicts))


def _merge(section: str, base: Any, mine: Any, other: Any, kept: tuple[str, ...] = ()) -> tuple[int, list[str]]:
    """Take into `mine` what `other` changed since `base`."""
    taken, conflicts = 0, []
    for name in [*other, *(each for each in base if each not in other)]:
        was, ours, theirs = base.get(name), mine.get(name), other.get(name)
        if theirs in (was, ours) or name in kept:
            continue
        if ours == was:
            taken += 1
            if theirs is None:
                del mine[name]
            else:
                mine[name] = theirs
            continue
        what = f"{section} {name}".strip()
        conflicts.append(f"{what}: {_changed(was, ours)} on one side, {_changed(was, theirs)} on the other")
    return taken, conflicts


def _changed(was: Any, now: Any) -> str:
    if now is None:
        return "removed"
    if not isinstance(now, dict):
        return f"is {now!r}"
    old = was if isinstance(was, dict) else {}
    fields = [name for name in {**old, **now} if old.get(name) != now.get(name)]
    return ", ".join(f"{name} is {now.get(name, 'gone')!r}" for name in fields[:6])


def _differing(path: Path, document: Any) -> set[tuple[str, str]]:
    """Things on which testers differ, with what they said."""
    with (
        tempfile.TemporaryDirectory(prefix="a11ycheck-") as folder,
        closing(open_audit_file(Path(folder) / "audit.db")) as connection,
    ):
        take_in(connection, verdicts_of(path, document))
        return {
            (
                " ".join(about).strip(),
                ", ".join(f"{each.tester}: {each.result}" for each in (ruling.verdict, *ruling.rivals)),
            )
            for about, ruling in rulings(connection).items()
            if ruling.rivals
        }


def _copy_files(document: Any, sides: tuple[Path, ...], out: Path) -> None:
    folder = out.with_suffix("")
    for entry in document.get("files", {}).values():
        digest = str(entry.get("sha256", ""))
        if not digest.isalnum() or (folder / digest).exists():
            continue
        source = next(
            (side.with_suffix("") / digest for side in sides if (side.with_suffix("") / digest).is_file()), None
        )
        if source is None:
            raise UsageError(
                f"the attached file {digest} is beside neither side", "Copy the folders beside the files too."
            )
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / digest)


def _read(yaml: Any, path: Path) -> Any:
    if not path.is_file():
        raise UsageError(f"{path}: no such file", "Name files that `a11ycheck audit export` wrote.")
    return load(yaml, path)
