"""The packages of the extra `[office]`, asked for only when a format needs them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from a11ycheck.errors import UsageError

PACKAGES = frozenset({"docx", "docxtpl", "pikepdf", "xlsxwriter"})


@contextmanager
def office_extra(what: str) -> Iterator[None]:
    """Import office packages inside; a missing one raises `UsageError` naming the extra. `what`: such as "DOCX"."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in PACKAGES:
            raise
        raise UsageError(
            f"{what} needs the package {error.name}, which is not installed",
            "Install the extra: pip install 'a11ycheck[office]'.",
        ) from error
