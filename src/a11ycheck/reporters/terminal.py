"""The summary printed after a scan: what could not be audited first, then groups by impact, then the gate's line.

It is for people, so it is no `--format`. Page texts are shown on one line with control characters spelled out, never
read as markup or escape codes. Off a terminal, lines are not wrapped, so that URLs stay whole in logs. The plain form, for
screen readers, has no colours and no indentation, and each line says all of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from a11ycheck.language import gettext as _
from a11ycheck.language import later, ngettext
from a11ycheck.language import number as in_figures
from a11ycheck.model import Impact, TargetStatus
from a11ycheck.reporters.driven import driven_sample
from a11ycheck.reporters.reasons import spoken_reason
from a11ycheck.reporters.said import gate_said
from a11ycheck.reporters.wording import (
    NOT_CONFORMANCE,
    Section,
    count,
    criterion_label,
    group_label,
    groups_by_section,
    impact_label,
    of_pages,
    one_line,
    page_label,
    reason,
    status_label,
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
    Section.VIOLATION: later("Violations"),
    Section.NEEDS_REVIEW: later("Needs review"),
    Section.BEST_PRACTICE: later("Best practice (no violation of a standard)"),
}
_COUNTED = {
    Section.VIOLATION: "violation group",
    Section.NEEDS_REVIEW: "needs-review group",
    Section.BEST_PRACTICE: "best-practice group",
}


class Detail(Enum):
    """How much is told: `BRIEF` only what could not be audited and totals, `USUAL` the worst groups, `WHOLE` all of them."""

    BRIEF = 0
    USUAL = 1
    WHOLE = 2


def show(
    view: RunView,
    console: Console,
    gate_line: str,
    written: Sequence[Path] = (),
    details: Sequence[str] = (),
    *,
    detail: Detail = Detail.USUAL,
    plain: bool = False,
) -> None:
    """Print the summary of a run, in the language spoken now.

    `gate_line`: the gate's decision in a sentence; `written`: reports to point to; `details`: what else the gate says.
    """
    out = _Printer(console, plain=plain)
    most = None if detail is Detail.WHOLE else MOST_SHOWN
    _targets(out, view.targets, TargetStatus.NOT_AUDITED, "bold red", most)
    _targets(out, view.targets, TargetStatus.PARTIAL, "bold yellow", most)
    sections = groups_by_section(view)
    for section, groups in sections.items() if detail is not Detail.BRIEF else ():
        _groups(out, view, section, groups, MOST_GROUPS[section] if detail is Detail.USUAL else None)
    _closing(out, view, sections, written)
    for told in details if detail is not Detail.BRIEF else ():
        out.line(one_line(gate_said(told), 600))
    out.line(gate_line, style="bold")


class _Printer:
    """Prints indented lines without interpreting anything in them."""

    def __init__(self, console: Console, *, plain: bool) -> None:
        self._console = console
        self.plain = plain

    def line(self, text: str = "", *, level: int = 0, style: str = "") -> None:
        """One line; on a terminal it wraps with its indentation."""
        encoding = self._console.encoding or "utf-8"
        known = text.encode(encoding, "backslashreplace").decode(encoding)
        if self.plain:
            if known:
                self._console.print(Text(known), soft_wrap=True)
        elif self._console.is_terminal and known:
            wrapped = Text(known, style, overflow="fold")
            self._console.print(Padding(wrapped, (0, 0, 0, level * _INDENT), expand=False))
        else:
            self._console.print(Text(" " * level * _INDENT + known, style), soft_wrap=True)


def _targets(out: _Printer, rows: Iterable[TargetRow], status: TargetStatus, style: str, most: int | None) -> None:
    found = [row for row in rows if row.status is status]
    if not found:
        return
    out.line(f"{status_label(status)}: {count(len(found), 'page')}", style=style)
    for row in found[:most]:
        if out.plain:
            out.line(f"{status_label(status)}: {page_label(row)}. {_why(row)}")
        else:
            out.line(page_label(row), level=1)
            out.line(_why(row), level=2)
    if most:
        _more(out, len(found) - most, "more page")
    out.line()


def _why(row: TargetRow) -> str:
    return " ".join(filter(None, (spoken_reason(row.reason), one_line(reason(row), 600))))


def _groups(out: _Printer, view: RunView, section: Section, groups: Sequence[GroupRow], most: int | None) -> None:
    if not groups:
        return
    places = sum(group.findings for group in groups)
    out.line(f"{_(_HEADING[section])}: {count(len(groups), 'group')}, {count(places, 'place')}", style="bold")
    for impact, shown in groupby(groups[:most], key=lambda group: group.impact):
        if not out.plain:
            out.line(impact_label(impact), level=1, style=_IMPACT_STYLE[impact])
        for group in shown:
            lines = list(_group_lines(view, group))
            if out.plain:
                out.line(f"{_(section)}, {impact_label(impact)}: {'. '.join(text for text, _style in lines)}")
                continue
            for text, style in lines:
                out.line(text, level=2 if style else 3, style=style)
    if most:
        _more(out, len(groups) - most, "more group")
    out.line()


def _group_lines(view: RunView, group: GroupRow) -> Iterator[tuple[str, str]]:
    rule = group.rule
    yield f"{group_label(group)} ({one_line(rule.rule)})", "bold"
    if rule.criteria:
        yield ", ".join(criterion_label(num) for num in rule.criteria), ""
    example = group.example
    place = _("for example %(page)s") % {"page": page_label(view.target_by_id[example.target_id])}
    yield f"{of_pages(group.targets, group.completed)}, {count(group.findings, 'place')}; {place}", ""
    if example.location.selector:
        yield one_line(example.location.selector), ""
    if link := web_link(rule.help_url):
        yield link, ""


def _more(out: _Printer, left: int, noun: str) -> None:
    if left > 0:
        out.line(_("and %(more)s, in the reports") % {"more": count(left, noun)}, level=1)


def _closing(out: _Printer, view: RunView, sections: dict[Section, list[GroupRow]], written: Sequence[Path]) -> None:
    statuses = view.status_counts()
    told = [
        (TargetStatus.AUDITED, ngettext("%(number)s audited", "%(number)s audited", statuses[TargetStatus.AUDITED])),
        (
            TargetStatus.PARTIAL,
            ngettext("%(number)s audited in part", "%(number)s audited in part", statuses[TargetStatus.PARTIAL]),
        ),
        (
            TargetStatus.NOT_AUDITED,
            ngettext("%(number)s not audited", "%(number)s not audited", statuses[TargetStatus.NOT_AUDITED]),
        ),
    ]
    pages = ", ".join(text % {"number": in_figures(statuses[status])} for status, text in told if statuses[status])
    out.line(f"{count(len(view.targets), 'page')}: {pages or _('none audited')}")
    out.line(", ".join(count(len(sections[section]), noun) for section, noun in _COUNTED.items()))
    if sample := driven_sample(view).sentence:
        out.line(sample)
    out.line(_(NOT_CONFORMANCE))
    if written:
        out.line(_("Reports: %(paths)s") % {"paths": ", ".join(str(path) for path in written)})
