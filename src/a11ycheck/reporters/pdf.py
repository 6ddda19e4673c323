"""`--format pdf`: the findings report as tagged PDF (PDF/UA-1), printed from the single HTML file; needs `[office]`."""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.conformance.printing import printed_pdf
from a11ycheck.language import gettext as _
from a11ycheck.language import spoken
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_environment import product
from a11ycheck.reporters.html_single import single_file
from a11ycheck.reporters.html_site import Site
from a11ycheck.store.queries import RunView

META = ReporterMeta(format="pdf", extension="pdf", title="The findings report as tagged PDF.", speaks=True)


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the file. Raises `UsageError` without the extra `[office]`, `BrowserMissingError` when no browser starts."""
    title = ": ".join(part for part in (_("Accessibility findings"), product(config)) if part)
    source = single_file(Site(view, config), config)
    report.main.write_bytes(printed_pdf(source, title, spoken(), config.browser_path))
