"""The run as tables, for the formats that spreadsheets read: findings, groups, pages, criteria."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from a11ycheck.language import gettext as _
from a11ycheck.language import later
from a11ycheck.reporters.html_site import Site
from a11ycheck.reporters.remedies import remedy, why
from a11ycheck.reporters.said import said
from a11ycheck.reporters.wording import (
    Section,
    group_element,
    group_help,
    impact_label,
    one_line,
    reason,
    rule_help,
    section_of,
    status_label,
    visible,
)
from a11ycheck.store.rows import FindingRow

Cell = str | int
MOST_TEXT = 2000


@dataclass(frozen=True)
class Table:
    """A table. `key`: its name for machines; `columns`: name for machines, header, and width in characters of each."""

    key: str
    title: str
    columns: tuple[tuple[str, str, int], ...]
    rows: Callable[[Site], Iterator[tuple[Cell, ...]]]


def _findings(site: Site) -> Iterator[tuple[Cell, ...]]:
    for finding in site.view.findings():
        yield _finding(site, finding)


def _finding(site: Site, finding: FindingRow) -> tuple[Cell, ...]:
    target, identity, rule = site.view.target_by_id[finding.target_id].target, finding.location.identity, finding.rule
    return (
        _(section_of(finding.outcome, best_practice=rule.best_practice)),
        impact_label(finding.impact) if finding.impact else "",
        one_line(target.url, MOST_TEXT),
        one_line(target.state),
        ", ".join(finding.variants),
        one_line(rule.rule),
        ", ".join(rule.criteria),
        _text(said(rule, finding.message) or rule_help(rule)),
        _text(finding.location.selector),
        _text(finding.location.html),
        one_line(identity.role),
        one_line(identity.name),
        finding.fingerprint,
        finding.group,
    )


def _groups(site: Site) -> Iterator[tuple[Cell, ...]]:
    for section, groups in site.sections.items():
        for group in groups:
            example, repair = group.example, remedy(group.rule)
            yield (
                _(section),
                impact_label(group.impact) if group.impact else "",
                group_help(group),
                group_element(group),
                one_line(group.rule.rule),
                ", ".join(group.rule.criteria),
                group.targets,
                group.completed,
                group.findings,
                one_line(", ".join(site.blocking.get(group.key, ()))),
                site.owner(group),
                one_line(example.location.identity.signature),
                one_line(site.view.target_by_id[example.target_id].target.url, MOST_TEXT),
                _text(example.location.selector),
                _text(example.location.html),
                why(group.rule),
                repair.fix,
                _text(group.rule.help_url),
                group.key,
            )


def _pages(site: Site) -> Iterator[tuple[Cell, ...]]:
    for row in site.targets:
        counts: Counter[Section] = site.counts.get(row.id, Counter())
        known = row.status != "not-audited"
        yield (
            one_line(row.target.url, MOST_TEXT),
            one_line(row.facts.title),
            one_line(row.target.state),
            row.target.variant.name,
            status_label(row.status),
            _text(reason(row)),
            row.facts.http_status or "",
            *(counts[section] if known else _("unknown") for section in Section),
        )


def _criteria(site: Site) -> Iterator[tuple[Cell, ...]]:
    for result in site.criteria:
        unknown = _("unknown")
        yield (
            result.num,
            _(result.criterion.name) if result.criterion else "",
            result.criterion.level if result.criterion else _("not in WCAG"),
            _(result.result),
            unknown if result.is_untested else len(result.groups),
            unknown if result.is_untested else result.pages,
            result.completed,
            result.untested,
        )


def _text(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= MOST_TEXT else f"{shown[:MOST_TEXT]}…"


FINDINGS = Table(
    "findings",
    later("Findings"),
    (
        ("outcome", later("Result"), 14), ("impact", later("Impact"), 12), ("page", later("Page"), 45),
        ("state", later("State"), 16), ("variants", later("Shown in"), 16), ("rule", later("Rule"), 24),
        ("criteria", later("Criteria"), 14), ("message", later("What was found"), 60),
        ("selector", later("Element"), 40), ("html", later("Snippet"), 50), ("role", later("Role"), 14),
        ("name", later("Name"), 30), ("fingerprint", later("Fingerprint"), 20), ("group", later("Group"), 20),
    ),
    _findings,
)  # fmt: skip
GROUPS = Table(
    "groups",
    later("Groups"),
    (
        ("result", later("Result"), 14), ("impact", later("Impact"), 12), ("what", later("What is wrong"), 50),
        ("element", later("With what"), 24), ("rule", later("Rule"), 24), ("criteria", later("Criteria"), 14),
        ("pages", later("Pages affected"), 10), ("of_pages", later("Of pages tested"), 10),
        ("places", later("Places"), 10), ("tasks", later("Tasks in whose way it stands"), 30),
        ("owner", later("Owner"), 20), ("component", later("Component"), 40), ("example", later("Example page"), 45),
        ("selector", later("Element"), 40), ("html", later("Snippet"), 50), ("why", later("Why it matters"), 60),
        ("fix", later("How to fix it"), 60), ("more", later("More on this rule"), 50), ("group", later("Group"), 20),
    ),
    _groups,
)  # fmt: skip
PAGES = Table(
    "pages",
    later("Pages"),
    (
        ("page", later("Page"), 50), ("title", later("Title"), 40), ("state", later("State"), 16),
        ("variant", later("Shown as"), 16), ("status", later("Status"), 16), ("reason", later("Why, and what to do"), 50),
        ("http", "HTTP", 8), ("violations", later("Violations"), 12), ("needs_review", later("Needs review"), 12),
        ("best_practice", later("Best practice"), 12),
    ),
    _pages,
)  # fmt: skip
CRITERIA = Table(
    "criteria",
    later("Criteria"),
    (
        ("criterion", later("Criterion"), 10), ("name", later("Name"), 44), ("level", later("Level"), 10),
        ("result", later("Result"), 24), ("groups", later("Groups"), 10), ("pages", later("Pages affected"), 14),
        ("completed", later("Rules completed"), 14), ("untested", later("Rules not completed everywhere"), 14),
    ),
    _criteria,
)  # fmt: skip
