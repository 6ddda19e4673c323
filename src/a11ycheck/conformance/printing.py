"""Pages of our own as tagged PDF: what Chromium prints, completed for PDF/UA.

The HTML is ours, with a policy that lets nothing run or load; the browser is found as for a scan.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.conformance.office import office_extra
from a11ycheck.model import Variant

_MARGIN = "15mm"


def printed_pdf(
    page_source: str, title: str, language: str, browser_path: Path | None, *, landscape: bool = True
) -> bytes:
    """The whole file on Letter pages, landscape.

    Raises `UsageError` when the extra `[office]` is not installed, `BrowserMissingError` when no browser starts.
    """
    with office_extra("PDF"):
        from a11ycheck.conformance.pdf_ua import finish
    with ThreadPoolExecutor(1) as own_thread:
        printed = own_thread.submit(_print, page_source, browser_path).result()
    return finish(printed, title, language)


def _print(page_source: str, browser_path: Path | None) -> bytes:
    """What the browser makes of a page. Playwright's sync API allows one at a time in a thread, so this needs its own."""
    with (
        closing(BrowserSession(BrowserOptions(axe_source="", browser_path=browser_path))) as session,
        session.page(Variant(), fresh=True) as opened,
    ):
        opened.page.set_content(page_source, wait_until="load")
        return opened.page.pdf(
            format="Letter",
            landscape=True,
            margin={"top": _MARGIN, "bottom": _MARGIN, "left": _MARGIN, "right": _MARGIN},
            tagged=True,
            outline=True,
            print_background=True,
        )
