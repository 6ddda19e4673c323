"""The report says what was judged: which pages or processes, in which product or environment.

WCAG answers are for full pages and complete processes (VPAT 2.5Rev); a reader has to see which ones were tested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("scope", Severity.WARNING)
_SCOPE = re.compile(
    r"\b(?:pages?|screens?|views?|process(?:es)?|workflows?|flows?|templates?|samples?|modules?|components? tested|user journeys?)\b|://",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if (report.methods or report.notes) and not _SCOPE.search(f"{report.methods} {report.notes}"):
        yield RULE.problem("evaluation methods", "neither methods nor notes say which pages or processes were judged")
