"""An HTML report opened in a browser as its readers do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page


def files(entry: Path) -> list[Path]:
    return [entry, *sorted((entry.parent / "findings").glob("*.html"))]


@contextmanager
def page_of(chromium: Browser, **options: object) -> Iterator[Page]:
    context = chromium.new_context(**options)
    yield context.new_page()
    context.close()
