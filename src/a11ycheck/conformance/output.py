"""Writes a report to its file: aside first, then moved, so that nothing is ever half written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from a11ycheck.config import Config
from a11ycheck.conformance.acr import Acr, build
from a11ycheck.conformance.formats import acr_format, docx
from a11ycheck.conformance.verdicts import NO_VERDICTS, Verdicts
from a11ycheck.errors import A11yCheckError
from a11ycheck.standards.editions import EditionId
from a11ycheck.store.queries import RunView


def write_acr(
    view: RunView,
    config: Config,
    edition: EditionId,
    format_name: str,
    output_dir: Path,
    *,
    verdicts: Verdicts = NO_VERDICTS,
) -> Path:
    """Write the draft of one edition in one format, as `acr-<edition>.<ext>`, and return its path.

    Raises `UsageError` for an unknown format, `ConfigError` for a profile or date that cannot be used, and
    `A11yCheckError` when the file cannot be written.
    """
    return write_report(build(view, config, edition, verdicts=verdicts), format_name, output_dir)


def body_of(acr: Acr, format_name: str, template: Path | None = None) -> bytes:
    """The report in one format; Word documents are made from the `template`, a .docx file, where one is given."""
    if template is not None and format_name == docx.FORMAT.name:
        return docx.fill(acr, template)
    return acr_format(format_name).render(acr)


def write_report(acr: Acr, format_name: str, output_dir: Path, template: Path | None = None) -> Path:
    """Write a report in one format and return its path; for `template` see `body_of`. Raises `A11yCheckError` when that fails."""
    path = output_dir / f"acr-{acr.edition.id}.{acr_format(format_name).FORMAT.extension}"
    body = body_of(acr, format_name, template)
    try:
        output_dir.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=output_dir, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
            os.chmod(aside, 0o666 & ~_umask())
            os.replace(aside, path)
        except BaseException:
            os.unlink(aside)
            raise
    except OSError as error:
        raise A11yCheckError(
            f"{path}: the report cannot be written: {error}", "Check the folder, or name another with --output-dir."
        ) from error
    return path


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
