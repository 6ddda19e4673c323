"""Fills a Word document that somebody gives: one with placeholders, or an official VPAT with its rows."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.word import official, placeholders
from a11ycheck.errors import UsageError

LARGEST = 200 * 1024 * 1024
"""Bytes that a template may hold when unpacked."""


def fill(acr: Acr, template: Path) -> bytes:
    """The template with the report in it.

    Raises `UsageError` for a file that is no Word document, and for one with neither placeholders nor rows of the report.
    """
    document = opened(template)
    if _has_placeholders(document):
        return placeholders.fill(acr, template)
    filled = official.fill(acr, document)
    if filled is None:
        raise UsageError(
            f"{template}: no placeholders such as {{{{ company }}}}, and no table with the rows of the report",
            "Give an official VPAT document, or put placeholders into your own.",
        )
    return filled


def opened(path: Path) -> Any:
    """The Word document at a path. Raises `UsageError` when there is none, or it unpacks to more than `LARGEST` bytes."""
    hint = "Check that the file is a Word document (.docx)."
    try:
        with zipfile.ZipFile(path) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST:
                raise UsageError(f"{path}: unpacks to more than {LARGEST // 1024**2} MB", hint)
        return Document(str(path))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}", hint) from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        PackageNotFoundError,
        LookupError,
        ValueError,
        AttributeError,
        SyntaxError,
    ) as error:
        raise UsageError(f"{path}: not a Word document: {error}", hint) from None


def _has_placeholders(document: Any) -> bool:
    parts = [document.element.body]
    parts += [part._element for section in document.sections for part in (section.header, section.footer)]
    for part in parts:
        for paragraph in part.iter(qn("w:p")):
            text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
            if "{{" in text or "{%" in text:
                return True
    return False
