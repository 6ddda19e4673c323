"""The report as a Word document with real headings, repeated header rows, language and title."""

from __future__ import annotations

from pathlib import Path

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.formats import AcrFormat
from a11ycheck.conformance.office import office_extra

FORMAT = AcrFormat(name="docx", extension="docx", title="Word document")


def render(acr: Acr) -> bytes:
    """The whole file. Raises `UsageError` when the extra `[office]` is not installed."""
    with office_extra("DOCX"):
        from a11ycheck.conformance.word.report import write
    return write(acr)


def fill(acr: Acr, template: Path) -> bytes:
    """A given document with the report in it: one with placeholders, or an official VPAT.

    Raises `UsageError` when the extra `[office]` is not installed, and for a document that cannot be filled.
    """
    with office_extra("DOCX"):
        from a11ycheck.conformance.word import template as given
    return given.fill(acr, template)
