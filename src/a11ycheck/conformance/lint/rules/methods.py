"""Evaluation methods say how was tested: manual tests and assistive technology by name, not product knowledge.

VPAT 2.5Rev no longer lets general product knowledge stand as a method; reviewers refuse automated tests alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("evaluation-methods", Severity.WARNING)
_AT = re.compile(
    r"\b(nvda|jaws|voiceover|talkback|narrator|orca|zoomtext|dragon|voice control|voice access|magnifier|switch access"
    r"|screen reader)\b",
    re.IGNORECASE,
)
_NO_AT = re.compile(r"nobody has tested with assistive technology|no assistive technology", re.IGNORECASE)
_AT_VERSION = re.compile(rf"{_AT.pattern}\W+(?:\w+\W+){{0,3}}?v?\d", re.IGNORECASE)
_MANUAL = re.compile(r"manual|keyboard|by hand|expert review|trusted tester|wcag-em", re.IGNORECASE)
_NO_MANUAL = re.compile(r"no manual test", re.IGNORECASE)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    text = report.methods
    if not text:
        return
    if re.search(r"product knowledge|general (public )?knowledge", text, re.IGNORECASE):
        yield RULE.problem("evaluation methods", "product knowledge is not a method by itself")
    if _NO_MANUAL.search(text) or not _MANUAL.search(text):
        yield RULE.problem("evaluation methods", "no manual test is named")
    if _NO_AT.search(text) or not _AT.search(text):
        yield RULE.problem("evaluation methods", "no assistive technology is named")
    elif not _AT_VERSION.search(text):
        yield RULE.problem("evaluation methods", "no version is given for the assistive technology")
