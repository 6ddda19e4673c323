"""The report names the template it follows, a current one: VPAT® Version 2.5 or 2.5Rev.

A report that uses the name writes VPAT® with the mark; some buyers take no template older than 2.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("template-version", Severity.WARNING)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    named = report.catalog if report.kind == "openacr" else report.template
    if not named:
        if report.kind != "openacr":
            yield RULE.problem("title", "the version of the template is missing: (Based on VPAT® Version 2.5Rev)")
        return
    version = re.match(r"(\d+)\.(\d+)", named)
    if version and (int(version[1]), int(version[2])) < (2, 5):
        yield RULE.problem("template", f"based on an old template: {named}")
    if report.kind != "openacr" and re.search(r"VPAT(?!\s*(®|\(R\)))\s*Version", report.text):
        yield RULE.problem("title", "VPAT without ®")
