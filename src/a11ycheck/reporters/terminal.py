"""The summary printed after a scan: what could not be audited first, then groups by impact, then the gate's line.

It is for people, so it is no `--format`. Page texts are shown on one line with control characters spelled out, never
read as markup or escape codes. Off a terminal, lines are not wrapped, so that URLs stay whole in logs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from a11ycheck.model import Impact, TargetStatus
from a11ycheck.reporters.wording import (
    NOT_CONFORMANCE,
    Section,
    count,
    criterion_label,
    group_label,
    groups_by_section,
    of_pages,
    one_line,
    page_label,
    reason,
    web_link,
)
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import GroupRow, TargetRow

MOST_SHOWN = 20
MOST_GROUPS = {Section.VIOLATION: 20, Section.NEEDS_REVIEW: 8, Section.BEST_PRACTICE: 3}
_INDENT = 2
_IMPACT_STYLE = {
    Impact.CRITICAL: "bold red",
    Impact.SERIOUS: "red",
    Impact.MODERATE: "yellow",
    Impact.MINOR: "cyan",
    None: "",
}
_HEADING = {
    Section.VIOLATION: "Violations",
    Section.NEEDS_REVIEW: "Needs review",
    Section.BEST_PRACTICE: "Best practice (no violation of a standard)",
}


def show(
    view: RunView, console: Console, gate_line: str, written: Sequence[Path] = (), details: Sequence[str] = ()
) -> None:
    """Print the summary of a run.

    `gate_line`: the gate's decision in a sentence; `written`: reports to point to; `details`: what else the gate says.
    """
    out = _Printer(console)
    _targets(out, view.targets, TargetStatus.NOT_AUDITED, "Not audited", "bold red")
    _targets(out, view.targets, TargetStatus.PARTIAL, "Audited in part", "bold yellow")
    sections = groups_by_section(view)
    for section, groups in sections.items():
        _groups(out, view, section, groups)
    _closing(out, view, sections, written)
    for detail in details:
        out.line(one_line(detail, 600))
    out.line(gate_line, style="bold")


class _Printer:
    """Prints indented lines without interpreting anything in them."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def line(self, text: str = "", *, level: int = 0, style: str = "") -> None:
        """One line; on a terminal it wraps with its indentation."""
        encoding = self._console.encoding or "utf-8"
        known = text.encode(encoding, "backslashreplace").decode(encoding)
        if self._console.is_terminal and known:
            wrapped = Text(known, style, overflow="fold")
            self._console.print(Padding(wrapped, (0, 0, 0, level * _INDENT), expand=False))
        else:
            self._console.print(Text(" " * level * _INDENT + known, style), soft_wrap=True)


def _targets(out: _Printer, rows: Iterable[TargetRow], status: TargetStatus, heading: str, style: str) -> None:
    found = [row for row in rows if row.status is status]
    if not found:
        return
    out.line(f"{heading}: {count(len(found), 'page')}", style=style)
    for row in found[:MOST_SHOWN]:
        out.line(page_label(row), level=1)
        out.line(one_line(reason(row), 600), level=2)
    _more(out, len(found) - MOST_SHOWN, "page")
    out.line()


def _groups(out: _Printer, view: RunView, section: Section, groups: Sequence[GroupRow]) -> None:
    if not groups:
        return
    places = sum(group.findings for group in groups)
    out.line(f"{_HEADING[section]}: {count(len(groups), 'group')}, {count(places, 'place')}", style="bold")
    for impact, shown in groupby(groups[: MOST_GROUPS[section]], key=lambda group: group.impact):
        out.line(impact.capitalize() if impact else "No impact given", level=1, style=_IMPACT_STYLE[impact])
        for group in shown:
            for text, style in _group_lines(view, group):
                out.line(text, level=2 if style else 3, style=style)
    _more(out, len(groups) - MOST_GROUPS[section], "group")
    out.line()


def _group_lines(view: RunView, group: GroupRow) -> Iterator[tuple[str, str]]:
    rule = group.rule
    yield f"{group_label(group)} ({one_line(rule.rule)})", "bold"
    if rule.criteria:
        yield ", ".join(criterion_label(num) for num in rule.criteria), ""
    yield f"{of_pages(group.targets, group.completed)}, {count(group.findings, 'place')}", ""
    example = group.example
    yield f"for example {page_label(view.target_by_id[example.target_id])}", ""
    if example.location.selector:
        yield one_line(example.location.selector), ""
    if link := web_link(rule.help_url):
        yield link, ""


def _more(out: _Printer, left: int, noun: str) -> None:
    if left > 0:
        out.line(f"and {count(left, 'more ' + noun)}, in the reports", level=1)


def _closing(
    out: _Printer,
    view: RunView,
    sections: dict[Section, list[GroupRow]],
    written: Sequence[Path],
) -> None:
    statuses = view.status_counts()
    told = {
        TargetStatus.AUDITED: "audited",
        TargetStatus.PARTIAL: "audited in part",
        TargetStatus.NOT_AUDITED: "not audited",
    }
    pages = ", ".join(f"{statuses[status]:,} {word}" for status, word in told.items() if statuses[status])
    out.line(f"{count(len(view.targets), 'page')}: {pages or 'none audited'}")
    found = {
        Section.VIOLATION: "violation group",
        Section.NEEDS_REVIEW: "needs-review group",
        Section.BEST_PRACTICE: "best-practice group",
    }
    out.line(", ".join(count(len(sections[section]), noun) for section, noun in found.items()))
    out.line(NOT_CONFORMANCE)
    if written:
        out.line("Reports: " + ", ".join(str(path) for path in written))
