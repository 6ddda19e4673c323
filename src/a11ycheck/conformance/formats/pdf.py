"""The report as tagged PDF: what Chromium prints of the HTML report, completed for PDF/UA.

The HTML is ours, with a policy that lets nothing run or load; the browser is found as for a scan.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.formats import AcrFormat, html
from a11ycheck.conformance.office import office_extra
from a11ycheck.model import Variant

FORMAT = AcrFormat(name="pdf", extension="pdf", title="Tagged PDF")
_MARGIN = "15mm"


def render(acr: Acr) -> bytes:
    """The whole file.

    Raises `UsageError` when the extra `[office]` is not installed, `BrowserMissingError` when no browser starts.
    """
    with office_extra("PDF"):
        from a11ycheck.conformance.pdf_ua import finish
    title = f"{'' if acr.final else 'DRAFT: '}{acr.title}"
    with ThreadPoolExecutor(1) as own_thread:
        printed = own_thread.submit(_print, html.render(acr).decode(), acr.browser_path).result()
    return finish(printed, title, "en")


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
