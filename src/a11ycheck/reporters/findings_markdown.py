"""The findings as Markdown, for the reporters that write it: whole, as a job summary, as a comment.

Texts of pages stand in code spans, where GitHub and GitLab neither link nor mention anybody, and cannot end them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from a11ycheck.conformance.markup import markdown
from a11ycheck.findings.source_place import Confidence
from a11ycheck.gate.verdict import Standing
from a11ycheck.gate.wording import details
from a11ycheck.language import gettext as _
from a11ycheck.language import later
from a11ycheck.model import TargetStatus
from a11ycheck.reporters.items import Item, Items
from a11ycheck.reporters.reasons import spoken_reason
from a11ycheck.reporters.said import gate_said
from a11ycheck.reporters.wording import (
    NOT_CONFORMANCE,
    Section,
    count,
    criterion_label,
    group_label,
    impact_label,
    one_line,
    page_label,
    reason,
    web_link,
)
from a11ycheck.store.rows import GroupRow

_CONFIDENCE = {
    Confidence.SURE: later("sure"), Confidence.LIKELY: later("likely"), Confidence.PAGE: later("page"),
    Confidence.TEMPLATE: later("template"),
}  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """How much is told: groups a section, places a group, pages not audited, and whether what does not fail is listed."""

    groups: int
    places: int
    pages: int
    quiet_ones: bool


def code(text: str, length: int = 300) -> str:
    """The text as a code span that it cannot end; empty text gives none."""
    shown = one_line(text, length)
    if not shown:
        return ""
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def lines(items: Items, measure: Measure) -> Iterator[str]:
    """The document, line by line, the most important first."""
    yield "## " + _("Accessibility: %(result)s") % {"result": _heading(items)}
    yield ""
    yield markdown(items.gate.line)
    yield ""
    yield from _not_audited(items, measure)
    yield from _section(_("Fails the gate"), items, measure, lambda item: item.standing is Standing.FAILS)
    told = [f"- {code(gate_said(detail), 600)}" for detail in details(items.gate) if not detail.startswith("New: ")]
    if told:
        yield from ("### " + _("Gate"), "", *told, "")
    if measure.quiet_ones:
        known = (Standing.KNOWN, Standing.WITHIN_BUDGET, Standing.SUPPRESSED, Standing.ANSWERED)
        yield from _section(
            _("Known, within budget, suppressed or answered"), items, measure, lambda item: item.standing in known
        )
        for section in Section:
            yield from _section(
                _("%(section)s, not counted") % {"section": _(section)}, items, measure, _not_counted(section)
            )
    yield markdown(_(NOT_CONFORMANCE))


def _heading(items: Items) -> str:
    if items.gate.empty or items.gate.not_audited:
        return _("not known")
    return _("gate failed") if items.gate.failed else _("gate passed")


def _not_audited(items: Items, measure: Measure) -> Iterator[str]:
    unknown = [target for target in items.view.targets if target.status is not TargetStatus.AUDITED]
    if not unknown:
        return
    heading = _("Not audited in full: %(pages)s") % {"pages": count(len(unknown), "page")}
    yield from (f"### {heading}", "")
    for target in unknown[: measure.pages]:
        yield f"- {code(page_label(target))}: {code(' '.join(filter(None, (spoken_reason(target.reason), reason(target)))), 600)}"
    yield from _more(len(unknown) - measure.pages, "page")
    yield ""


def _section(title: str, items: Items, measure: Measure, keep: Callable[[Item], bool]) -> Iterator[str]:
    groups = items.groups(keep)
    if not groups:
        return
    places = sum(len(found) for _, found in groups)
    yield from (f"### {title}: {count(len(groups), 'group')}, {count(places, 'place')}", "")
    for group, found in groups[: measure.groups]:
        yield from _group(group, found, measure)
    yield from _more(len(groups) - measure.groups, "group")
    yield ""


def _not_counted(section: Section) -> Callable[[Item], bool]:
    return lambda item: item.standing is None and item.section is section


def _group(group: GroupRow, found: list[Item], measure: Measure) -> Iterator[str]:
    rule = group.rule
    criteria = ", ".join(criterion_label(num) for num in rule.criteria)
    pages = len({item.target.id for item in found})
    link = web_link(rule.help_url)
    where = _("%(places)s on %(pages)s") % {"places": count(len(found), "place"), "pages": count(pages, "page")}
    facts = [
        code(rule.rule),
        criteria and markdown(f"WCAG {criteria}"),
        impact_label(group.impact).lower() if group.impact else "",
        where,
    ]
    how = _("how to mend it")
    mend = f" [{how}](<{link.replace('<', '%3C').replace('>', '%3E')}>)" if link else ""
    yield f"- **{markdown(group_label(group))}** ({'; '.join(fact for fact in facts if fact)}){mend}"
    for item in found[: measure.places]:
        yield (
            f"  - {code(page_label(item.target))} {code(item.finding.location.selector)}"
            + (
                " "
                + _("from %(place)s")
                % {
                    "place": f"{code(f'{item.source.file}:{item.source.line}')} ({_(_CONFIDENCE[item.source.confidence])})"
                }
                if item.source
                else ""
            )
            + (f": {code(gate_said(item.why))}" if item.why else "")
        )
    yield from (f"  {line}" for line in _more(len(found) - measure.places, "place"))


def _more(left: int, noun: str) -> Iterator[str]:
    if left > 0:
        yield "- " + _("and %(more)s") % {"more": count(left, f"more {noun}")}
