"""The report as tagged PDF: what Chromium prints of the HTML report, completed for PDF/UA.

The HTML is ours, with a policy that lets nothing run or load; the browser is found as for a scan.
"""

from __future__ import annotations

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.formats import AcrFormat, html
from a11ycheck.conformance.printing import printed_pdf

FORMAT = AcrFormat(name="pdf", extension="pdf", title="Tagged PDF")


def render(acr: Acr) -> bytes:
    """The whole file.

    Raises `UsageError` when the extra `[office]` is not installed, `BrowserMissingError` when no browser starts.
    """
    title = f"{'' if acr.final else 'DRAFT: '}{acr.title}"
    return printed_pdf(html.render(acr).decode(), title, "en", acr.browser_path)
