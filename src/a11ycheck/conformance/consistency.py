"""What has to agree before a report is issued: rows that repeat others with those, its date with its tests, one version.

Functional performance rows are held to the rows behind them where they are proposed (`functional`). Sources: rules for rows
that repeat WCAG in VPAT 2.5Rev, EN 301 549 V3.2.1 clauses 10 to 12, and what reviewers of real reports object to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from a11ycheck.config import Product
from a11ycheck.conformance.evidence import RunEvidence
from a11ycheck.conformance.lint.rules.contradictions import REPEATS
from a11ycheck.conformance.lint.rules.one_version import other_versions
from a11ycheck.conformance.lint.rules.report_date import parse
from a11ycheck.conformance.proposal import Proposal
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.verdicts import Signature
from a11ycheck.standards.functional import fpc
from a11ycheck.store.rows import TargetRow

DOCUMENTATION = frozenset({"602.3", "12.1.2", "12.2.4"})
_MANUALS = re.compile(
    r"(?:^|[./_-])(?:docs?|documentation|help|support|manuals?|guides?|handbook)(?:$|[./_-])", re.IGNORECASE
)
_SHORT = ("Partially Supports", "Does Not Support")


def inconsistencies(
    proposals: Mapping[str, Proposal],
    run: RunEvidence,
    product: Product,
    signatures: tuple[Signature, ...],
    tested: str,
) -> tuple[str, ...]:
    """One sentence for each thing that does not agree. `proposals`: all rows by number; `tested`: ISO time of the run."""
    return (
        *_repeating(proposals),
        *_documentation(proposals, run),
        *_functional(proposals),
        *_dates(product.report_date, signatures, tested),
        *_versions(product),
    )


def _repeating(proposals: Mapping[str, Proposal]) -> Iterator[str]:
    """Rows that stand for all WCAG rows of a component, and are answered better than those."""
    for num, components in REPEATS.items():
        if _level(proposals, num) != "Supports":
            continue
        short = [
            proposal.row.num
            for proposal in proposals.values()
            if proposal.row.part == "wcag"
            and any(answer.component in components and answer.level in _SHORT for answer in proposal.answers)
        ]
        if short:
            yield f"{num} says Supports, though the WCAG rows that it repeats fall short: {', '.join(short)}."


def _documentation(proposals: Mapping[str, Proposal], run: RunEvidence) -> Iterator[str]:
    """Rows on support documentation against what this run found on pages of documentation."""
    pages = {target.id for target in run.audited if is_documentation(target)}
    failing = [
        proposal.row.num
        for proposal in proposals.values()
        if proposal.evidence is not None and proposal.evidence.affected & pages
    ]
    for num in sorted(DOCUMENTATION):
        if failing and _level(proposals, num) == "Supports":
            yield f"{num} says Supports, though this run has failures on pages of the documentation: {', '.join(failing)}."


def _functional(proposals: Mapping[str, Proposal]) -> Iterator[str]:
    """EN statements against the 508 criteria for the same users, which rest on fewer rows."""
    for row in fpc():
        other = row.counterpart or ""
        if _level(proposals, row.num) in _SHORT and _level(proposals, other) == "Supports":
            yield f"{other} says Supports, though {row.num} says {_level(proposals, row.num)} for the same users."


def _dates(report_date: str, signatures: tuple[Signature, ...], tested: str) -> Iterator[str]:
    """Tests that are younger than the report. A report date without a day holds for its whole month."""
    own = parse(report_date)
    if own is None:
        return
    has_day = bool(re.search(r"\b\d{1,2}\b", re.sub(r"\d{4}", "", report_date, count=1)))
    made = {f"the run of {tested[:10]}": tested[:10]}
    made |= {f"a test by {printable(each.name)} of {each.date}": each.date for each in signatures if each.date}
    for what, day in made.items():
        given = parse(day)
        later = given and (given > own if has_day else (given.year, given.month) > (own.year, own.month))
        if later:
            yield f"The report date {report_date} lies before {what}."


def _versions(product: Product) -> Iterator[str]:
    """Other versions of the product in the owner's own texts."""
    texts = {
        "notes": product.notes,
        "description": product.description,
        "evaluation_methods": product.evaluation_methods,
    }
    for key, text in texts.items():
        for other in other_versions(product.name, product.version, text):
            yield f"product.{key} speaks of {product.name} {other}, the report is about {product.version}."


def is_documentation(target: TargetRow) -> bool:
    """Whether a page is documentation: of a rendered folder, or with a name such as docs or help in host or path."""
    parts = urlsplit(target.target.url)
    if parts.scheme not in ("http", "https"):
        return True
    return bool(_MANUALS.search(parts.hostname or "") or _MANUALS.search(parts.path))


def _level(proposals: Mapping[str, Proposal], num: str) -> str:
    proposal = proposals.get(num)
    return (proposal.answers[0].level or "") if proposal is not None and proposal.answers else ""
