"""How reports say things: page texts made visible, labels of pages and criteria, and which section a group belongs to.

A page that did not load or was not judged is never worded as good.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from urllib.parse import urlsplit

from a11ycheck.language import counted, later, ngettext
from a11ycheck.language import gettext as _
from a11ycheck.language import number as in_figures
from a11ycheck.model import Impact, Outcome, TargetStatus, Variant
from a11ycheck.standards import wcag
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import GroupRow, RuleRow, TargetRow

NOT_CONFORMANCE = later(
    "Automated checks find only part of the barriers. Finding none is not conformance; a person has to judge the rest."
)
MAX_LINK = 4000
_WHOLE_PAGE = ("html", "body")
_JOINERS = "\u200c\u200d\u00ad"
_MAY_BE_HIDDEN = re.compile(r"[^\t\n\x20-\x7e\xa1-\xac\xae-\u05ff]")


class Section(StrEnum):
    """Where reports list a group; best practice is never mixed with what a standard requires."""

    VIOLATION = later("Violation")
    NEEDS_REVIEW = later("Needs review")
    BEST_PRACTICE = later("Best practice")


def section_of(outcome: Outcome, *, best_practice: bool) -> Section:
    """The section of an outcome of a rule."""
    if best_practice:
        return Section.BEST_PRACTICE
    return Section.VIOLATION if outcome is Outcome.FAILED else Section.NEEDS_REVIEW


def section_of_group(group: GroupRow) -> Section:
    """The section of a group: one that holds a violation is a violation."""
    return section_of(group.outcome, best_practice=group.rule.best_practice)


def groups_by_section(view: RunView) -> dict[Section, list[GroupRow]]:
    """All sections in their order, each with its groups, worst first."""
    sections: dict[Section, list[GroupRow]] = {each: [] for each in Section}
    for group in view.groups:
        sections[section_of_group(group)].append(group)
    return sections


def visible(text: str) -> str:
    r"""The text with what hides or reorders text spelled out: control characters, direction overrides, as [U+202E].

    Line breaks and tabs stay. Emoji joiners, the Persian non-joiner and soft hyphens stay too.
    """
    return _MAY_BE_HIDDEN.sub(_spelled, text.replace("\r\n", "\n"))


def one_line(text: str, length: int = 300) -> str:
    """The visible text on one line of at most `length` characters."""
    return shorten(" ".join(visible(text).split()), length)


def shorten(text: str, length: int) -> str:
    """The text, or its beginning and how many characters are left out."""
    if len(text) <= length:
        return text
    return f"{text[:length].rstrip()}… ({len(text) - length} more characters)"


_NOUNS = {
    "page": counted("%(number)s page", "%(number)s pages"),
    "place": counted("%(number)s place", "%(number)s places"),
    "group": counted("%(number)s group", "%(number)s groups"),
    "rule": counted("%(number)s rule", "%(number)s rules"),
    "violation": counted("%(number)s violation", "%(number)s violations"),
    "planned visit": counted("%(number)s planned visit", "%(number)s planned visits"),
    "more page": counted("%(number)s more page", "%(number)s more pages"),
    "more place": counted("%(number)s more place", "%(number)s more places"),
    "more group": counted("%(number)s more group", "%(number)s more groups"),
    "violation group": counted("%(number)s violation group", "%(number)s violation groups"),
    "needs-review group": counted("%(number)s needs-review group", "%(number)s needs-review groups"),
    "best-practice group": counted("%(number)s best-practice group", "%(number)s best-practice groups"),
}
_IMPACTS = {
    Impact.CRITICAL: later("Critical"), Impact.SERIOUS: later("Serious"), Impact.MODERATE: later("Moderate"),
    Impact.MINOR: later("Minor"),
}  # fmt: skip
_STATUSES = {
    TargetStatus.AUDITED: later("Audited"),
    TargetStatus.PARTIAL: later("Audited in part"),
    TargetStatus.NOT_AUDITED: later("Not audited"),
}


def count(number: int, noun: str) -> str:
    """A number with its noun, such as `1 page` or `1,200 pages`."""
    one, many = _NOUNS.get(noun, (f"%(number)s {noun}", f"%(number)s {noun}s"))
    return ngettext(one, many, number) % {"number": in_figures(number)}


def of_pages(affected: int, completed: int) -> str:
    """`2 of 5 pages`: of those where the rule completed."""
    return _("%(part)s of %(whole)s") % {"part": in_figures(affected), "whole": count(completed, "page")}


def impact_label(impact: Impact | None) -> str:
    """How much it hinders people, in a word."""
    return _(_IMPACTS[impact]) if impact else _("No impact given")


def status_label(status: TargetStatus) -> str:
    """Whether a target was audited, in words."""
    return _(_STATUSES[status])


def criterion_label(num: str) -> str:
    """`1.4.3 Contrast (Minimum) (AA)`, or the bare number when WCAG has no such criterion."""
    if not wcag.is_criterion(num):
        return num
    found = wcag.criterion(num)
    return f"{num} {_(found.name)} ({found.level})"


def group_label(group: GroupRow) -> str:
    """What is wrong and with what: `Images must have alternative text: img in banner`."""
    what = group_element(group)
    return f"{group_help(group)}: {what}" if what else group_help(group)


def group_help(group: GroupRow) -> str:
    """What is wrong."""
    return rule_help(group.rule)


def rule_help(rule: RuleRow) -> str:
    """What is wrong where a rule finds something: its title in the language spoken now, or its id."""
    return one_line(_(rule.help)) or one_line(rule.rule)


def group_element(group: GroupRow) -> str:
    """With what: `img in banner`, or `span.price in main` where there is no role; empty for the page as a whole."""
    identity = group.example.location.identity
    tag = identity.signature.rpartition(">")[2]
    role = one_line(identity.role or ("" if tag in _WHOLE_PAGE else tag), 60)
    landmarks = one_line(" > ".join(identity.landmarks), 120)
    if landmarks:
        return (_("%(role)s in %(landmarks)s") % {"role": role, "landmarks": landmarks}).strip()
    return role


def page_label(row: TargetRow) -> str:
    """The URL, with state and variant where they are not the ordinary ones."""
    label = one_line(row.target.url)
    if row.target.state:
        label += f" [{one_line(row.target.state)}]"
    if row.target.variant != Variant():
        label += f" ({row.target.variant.name})"
    return label


def reason(row: TargetRow) -> str:
    """Why a target was not audited in full, and what to do: its message, with the reason word before it."""
    return f"{row.reason}: {visible(row.message)}" if row.message else row.reason


def web_link(url: str) -> str:
    """The URL when it is safe to link to: http or https, of sane length and without hidden characters; else empty."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_safe = parts.scheme in ("http", "https") and bool(parts.netloc) and len(url) <= MAX_LINK and visible(url) == url
    return url if is_safe else ""


def _spelled(match: re.Match[str]) -> str:
    character = match.group()
    if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") or character in _JOINERS:
        return character
    return f"[U+{ord(character):04X}]"
