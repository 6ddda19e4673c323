"""`--format trusted-tester`: the sheet of the 61 Trusted Tester conditions, for a tester to fill in.

Not a certified Trusted Tester result: Fail is prefilled where a person confirmed a failure, the rest is blank.
"""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from a11ycheck.config import Config
from a11ycheck.conformance.dates import stored_date
from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.recorded import read
from a11ycheck.conformance.remarks import plural
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.trusted_tester import NOT_CERTIFIED, sheet
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.standards.trusted_tester import TRUSTED_TESTER_VERSION
from a11ycheck.store.queries import RunView
from a11ycheck.templates import environment

META = ReporterMeta(
    format="trusted-tester",
    extension="html",
    title="Trusted Tester sheet, for a tester to fill in.",
    stem="trusted-tester",
)
COLUMNS = ("Condition", "Requirements", "Result", "Evidence", "Procedure")


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the sheet as one HTML file."""
    run = collect(view, read(view, config).verdicts())
    lines = sheet(run)
    templates = environment()
    assert templates.loader is not None
    style = templates.loader.get_source(templates, "acr/acr.css")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text = templates.get_template("trusted_tester/sheet.html").render(
        columns=COLUMNS,
        date=stored_date(view.finished or view.started),
        failed=sum(bool(line.result) for line in lines),
        lines=lines,
        not_certified=NOT_CERTIFIED,
        pages=plural(len(run.audited), run.unit),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        product=printable(" ".join(part for part in (config.product.name, config.product.version) if part)),
        run_id=view.id,
        style=Markup(style),
        version=TRUSTED_TESTER_VERSION,
    )
    report.main.write_bytes(text.encode("utf-8", "replace"))
