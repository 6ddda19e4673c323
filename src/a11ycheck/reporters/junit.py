"""`--format junit`: JUnit XML, a suite for each page, for the test views of CI systems.

A page that was not audited in full is an error. What fails the gate is a failure, what it lets pass is skipped with the
reason, and each page has a case of its own that says it was audited.
"""

from __future__ import annotations

from itertools import groupby

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from a11ycheck.config import Config
from a11ycheck.gate.verdict import GateResult, Standing, is_unknown
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.items import Item, Items, by_target, xml_text
from a11ycheck.reporters.wording import count, criterion_label, one_line, page_label, reason, web_link
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow

META = ReporterMeta(format="junit", extension="junit.xml", title="JUnit XML, a suite for each page.")

MOST_PLACES = 50


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the suites."""
    items = Items(view, config)
    xml = JUnitXml("a11ycheck")
    for target, found in by_target(items):
        xml.append(_suite(target, found))  # type: ignore[no-untyped-call]
    if complaints := _of_the_configuration(items.gate):
        suite = TestSuite("gate")
        for complaint in complaints:
            case = TestCase(xml_text(one_line(complaint)), "gate")
            case.result = [Failure("see the configuration", "gate")]
            suite.add_testcase(case)
        xml.append(suite)  # type: ignore[no-untyped-call]
    xml.update_statistics()  # type: ignore[no-untyped-call]
    xml.write(str(report.main), pretty=True)


def _of_the_configuration(gate: GateResult) -> list[str]:
    expired = [f"Suppression expired on {rule.until}: {rule.label}" for rule in gate.expired]
    return expired + [account.line for account in gate.exceeded]


def _suite(target: TargetRow, found: list[Item]) -> TestSuite:
    name = xml_text(page_label(target))
    suite = TestSuite(name)
    audited = TestCase("page is audited", name, round(target.seconds, 3))
    if is_unknown(target):
        audited.result = [Error(xml_text(one_line(reason(target), 600)), target.reason)]
    suite.add_testcase(audited)
    ordered = sorted(found, key=_case_key)
    for _, alike in groupby(ordered, key=_case_key):
        suite.add_testcase(_case(name, list(alike)))
    return suite


def _case_key(item: Item) -> tuple[str, str, str]:
    return item.finding.rule.check, item.finding.rule.rule, item.standing or item.section


def _case(page: str, items: list[Item]) -> TestCase:
    rule, standing = items[0].finding.rule, items[0].standing
    criteria = ", ".join(criterion_label(num) for num in rule.criteria)
    case = TestCase(xml_text(one_line(f"{rule.rule}: {rule.help}" + (f" ({criteria})" if criteria else ""))), page)
    told = f"{count(len(items), 'place')}: {items[0].sentence}"
    result: Failure | Skipped
    if standing is Standing.FAILS:
        result = Failure(xml_text(told), items[0].finding.impact or "violation")
    else:
        result = Skipped(xml_text(f"{standing or items[0].section.lower()}, {told}"))
    lines = [line for item in items[:MOST_PLACES] for line in _place(item)]
    if len(items) > MOST_PLACES:
        lines.append(f"and {len(items) - MOST_PLACES} more")
    if link := web_link(rule.help_url):
        lines.append(link)
    result.text = xml_text("\n".join(lines))
    case.result = [result]
    return case


def _place(item: Item) -> list[str]:
    lines = [f"{item.file}:{item.line}", f"  {item.sentence}"]
    lines += [f"  {one_line(item.finding.location.selector, 300)}"] if item.finding.location.selector else []
    return lines + ([f"  new: {one_line(item.why, 300)}"] if item.why else [])
