"""What a reporter is, and how its files reach the output folder: written aside, checked, then moved.

A reporter is a module in this package (or an entry point of the group `a11ycheck.reporters`) with a `META` and a
function `write(view: RunView, config: Config, report: ReportPaths) -> None`. It reads the run and writes files only.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from a11ycheck.config import Config
from a11ycheck.discovery import modules
from a11ycheck.errors import A11yCheckError, UsageError
from a11ycheck.language import SOURCE, speaking
from a11ycheck.store.queries import RunView

STEM = "findings"
GROUP = "a11ycheck.reporters"


@dataclass(frozen=True)
class ReporterMeta:
    """The declaration at the top of a reporter.

    `format`: what `--format` takes; `extension`: of the main file, without a dot; `title`: one line for help texts;
    `several_files`: it also writes into a folder next to the main file, and so cannot be printed. `stem`: name of the main
    file without its extension, for what is more than a list of findings. `speaks`: it is for people, and its texts are in
    the catalogs; all others stay English. `single_file`: with `--single-file` it is a format of one file.
    """

    format: str
    extension: str
    title: str
    several_files: bool = False
    stem: str = STEM
    speaks: bool = False
    single_file: bool = False


@dataclass(frozen=True)
class ReportPaths:
    """Where a reporter writes: the main file, and a folder (it exists) for the rest, linked as `<folder name>/…`."""

    main: Path
    rest: Path


class Reporter(Protocol):
    """A module that writes one format."""

    META: ReporterMeta

    def write(self, view: RunView, config: Config, report: ReportPaths) -> None:
        """Write `report.main` (UTF-8 where it is text), and files in `report.rest` for a format of several files."""


def reporters() -> dict[str, Reporter]:
    """All reporters by format, in alphabetical order. Raises `A11yCheckError` when two claim the same format."""
    assert __package__ is not None
    found: dict[str, Reporter] = {}
    for module in sorted(modules(__package__, GROUP, "META"), key=lambda m: str(m.META.format)):
        if module.META.format in found:
            raise A11yCheckError(
                f"two reporters claim the format {module.META.format}",
                "Uninstall one of the plugins that add reporters.",
            )
        found[module.META.format] = module
    return found


def reporter(name: str) -> Reporter:
    """The reporter of a format. Raises `UsageError` that lists the known formats."""
    if (own := _own_reporter(name)) is not None:
        return own
    known = reporters()
    if name not in known:
        raise UsageError(f"unknown report format {name!r}", f"Known formats: {', '.join(known)}.")
    return known[name]


def _own_reporter(name: str) -> Reporter | None:
    """The module that bears the name of its format, loaded alone; None where there is none or plugins have a say."""
    module = f"{__package__}.{name.replace('-', '_')}"
    if not name.isascii() or "." in name or find_spec(module) is None or entry_points(group=GROUP):
        return None
    found = import_module(module)
    return found if getattr(getattr(found, "META", None), "format", None) == name else None


def check_output_dir(output_dir: Path) -> None:
    """Make the folder and prove that files can be made in it. Raises `UsageError` naming the folder."""
    try:
        output_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output_dir):
            pass
    except OSError as error:
        raise UsageError(
            f"{output_dir}: reports cannot be written to this folder: {error.strerror or error}",
            "Check its permissions, or name another folder with --output-dir.",
        ) from error


def write_reports(view: RunView, config: Config, formats: Iterable[str], output_dir: Path) -> list[Path]:
    """Write `<output_dir>/<stem>.<extension>` for each format, and return these paths in the order of `formats`.

    A report appears whole or not at all; files of the user in the folder are left alone. Raises `UsageError` for an
    unknown format or a folder that cannot be written to, `A11yCheckError` when writing fails, as on a full disk.
    """
    chosen = [reporter(name) for name in dict.fromkeys(formats)]
    check_output_dir(output_dir)
    return [_write(one, view, config, output_dir) for one in chosen]


def print_report(view: RunView, config: Config, name: str, stream: BinaryIO) -> None:
    """Write a one-file format to a stream. Raises `UsageError` for a format of several files."""
    chosen = reporter(name)
    if _is_several(chosen, config):
        raise UsageError(
            f"{name} is a format of several files and cannot be printed",
            "Name a folder with --output-dir instead"
            + (", or print one file with --single-file." if chosen.META.single_file else "."),
        )
    with tempfile.TemporaryDirectory(prefix="a11ycheck-") as folder:
        report = _staged(chosen, Path(folder))
        _call(chosen, view, config, report)
        with report.main.open("rb") as body:
            shutil.copyfileobj(body, stream)
    stream.flush()


def _is_several(one: Reporter, config: Config) -> bool:
    return one.META.several_files and not (one.META.single_file and config.single_file)


def _call(one: Reporter, view: RunView, config: Config, report: ReportPaths) -> None:
    """Let a reporter write, in the configured language when it has it."""
    with speaking(config.language if one.META.speaks else SOURCE):
        one.write(view, config, report)


def _staged(one: Reporter, folder: Path) -> ReportPaths:
    report = ReportPaths(folder / f"{one.META.stem}.{one.META.extension}", folder / one.META.stem)
    report.rest.mkdir()
    return report


def _write(one: Reporter, view: RunView, config: Config, output_dir: Path) -> Path:
    main = output_dir / f"{one.META.stem}.{one.META.extension}"
    try:
        with tempfile.TemporaryDirectory(prefix=".a11ycheck-", dir=output_dir) as folder:
            report = _staged(one, Path(folder))
            _call(one, view, config, report)
            if _is_several(one, config):
                _publish(report.rest, output_dir / one.META.stem, one.META.format)
            os.replace(report.main, main)
    except OSError as error:
        raise A11yCheckError(
            f"{main}: the report cannot be written: {error.strerror or error}",
            "Make room or check the permissions, then run `a11ycheck report` to write it from the stored run.",
        ) from error
    return main


def _publish(staged: Path, folder: Path, name: str) -> None:
    """Move files into their folder and remove those that an earlier report of this format left there.

    A list of the written files is kept in the folder, so that nothing of the user's is ever removed.
    """
    listing = folder / f".{name}-files"
    earlier = listing.read_text(encoding="utf-8").splitlines() if listing.is_file() else []
    files = sorted(path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file())
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        os.replace(staged / file, folder / file)
    for file in set(earlier) - set(files):
        if not PurePosixPath(file).is_absolute() and ".." not in PurePosixPath(file).parts:
            (folder / file).unlink(missing_ok=True)
    folder.mkdir(exist_ok=True)
    (staged / listing.name).write_text("\n".join(files) + "\n", encoding="utf-8")
    os.replace(staged / listing.name, listing)
