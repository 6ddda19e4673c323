"""Every criterion of a reported level, and every row of a reported chapter, has its row; single rows are never removed.

VPAT 2.5Rev, essential requirements and what may be left out. For OpenACR files `catalog-rows` asks the same of the catalog.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.editions import edition
from a11ycheck.standards.wcag import VERSIONS, all_criteria, criterion

RULE = LintRule("rows-missing", Severity.ERROR)
MOST = 12


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if report.kind == "openacr":
        return
    yield from _criteria(report)
    found = {entry.num for entry in report.entries if not entry.is_wcag}
    for table in edition("int").tables:
        wanted = [row.num for row in table.rows if row.is_answered and not row.refers] if table.part != "wcag" else []
        missing = [num for num in wanted if num not in found]
        if missing and len(missing) < len(wanted):
            yield RULE.problem(table.heading, f"rows are missing: {_listed(missing)}")


def _criteria(report: Report) -> Iterator[Problem]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in report.entries:
        if entry.is_wcag:
            found[criterion(entry.num).level].add(entry.num)
    nums = set().union(*found.values())
    newest = max((VERSIONS.index(criterion(num).introduced) for num in nums), default=0)
    for level, own in sorted(found.items()):
        wanted = [
            each.num
            for each in all_criteria()
            if each.level == level and VERSIONS.index(each.introduced) <= newest and not each.always_met
        ]
        if missing := [num for num in wanted if num not in own]:
            yield RULE.problem(f"Level {level}", f"rows are missing: {_listed(missing)}")


def _listed(nums: list[str]) -> str:
    return ", ".join(nums[:MOST]) + (f" and {len(nums) - MOST} more" if len(nums) > MOST else "")
