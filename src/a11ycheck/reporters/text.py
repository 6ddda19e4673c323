"""`--format text`: one line a finding, as compilers write them: `file:line: rule: message`, what fails the gate first."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.config import Config
from a11ycheck.gate.wording import details
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.items import Item, Items
from a11ycheck.reporters.wording import NOT_CONFORMANCE, one_line, page_label, reason
from a11ycheck.store.queries import RunView

META = ReporterMeta(format="text", extension="txt", title="Plain text, one line a finding.")


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the lines."""
    report.main.write_text("".join(f"{line}\n" for line in _lines(Items(view, config))), encoding="utf-8", newline="\n")


def _lines(items: Items) -> Iterator[str]:
    for target in items.gate.not_audited:
        yield f"{page_label(target)}: not audited in full: {one_line(reason(target), 600)}"
    for item in items:
        yield _line(item)
    yield ""
    for detail in details(items.gate):
        yield one_line(detail, 600)
    yield NOT_CONFORMANCE
    yield items.gate.line


def _line(item: Item) -> str:
    word = item.standing or item.section.lower()
    selector = one_line(item.finding.location.selector, 300)
    why = f" ({one_line(item.why, 200)})" if item.why else ""
    return (
        f"{item.file}:{item.line}: {item.finding.rule.rule} [{word}]: {item.sentence}{why}"
        f" | {page_label(item.target)}" + (f" {selector}" if selector else "")
    )
