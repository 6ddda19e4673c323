"""Notes of the report and of each table: the owner's text, policies, what is not covered, what holds for many rows."""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.conformance.components import QUESTION
from a11ycheck.conformance.evidence import RunEvidence
from a11ycheck.conformance.front_matter import paragraphs
from a11ycheck.conformance.proposal import Proposal
from a11ycheck.conformance.remarks import OWNERS, joined, plural
from a11ycheck.conformance.text import printable
from a11ycheck.standards.editions import Edition, Table

SAID_IN_NOTES = frozenset({"applies", "profile-unanswered", "untested"})
"""Reasons of such components that are the same in every row."""


def notes(run: RunEvidence, config: Config, edition: Edition) -> tuple[str, ...]:
    """Paragraphs of the Notes: the owner's text, policies of this report, what is not covered."""
    product = config.product
    found = [*paragraphs(product.notes)]
    found.append(
        f"Content that the product does not have is reported as {product.absent_content} in the WCAG tables,"
        " once a person has confirmed that there is none."
    )
    found.append(
        "Components are answered apart in each WCAG row. Functional performance rows are summarised from the rows"
        " that bear on them; the worst answer counts."
    )
    found.append("WCAG Level AAA was not evaluated; its table is left out.")
    if edition.en_version is not None:
        found.append(
            f"EN 301 549 is reported by V{edition.en_version}. Clause 9 is answered by the WCAG rows; its conformance"
            " requirements (9.6) have no row of their own."
        )
    if others := _others(config):
        found.append(
            f"Made by others and shown on the pages: {others}. Failures there count in the rows, with remarks of their own."
        )
    if not product.profile:
        found.append("No question of the product profile has been answered, so rows that depend on it are undecided.")
    if run.not_audited:
        found.append(
            f"Not covered: {len(run.not_audited)} of the {plural(len(run.targets), run.unit)} planned, which could not be"
            " audited; see the list of pages."
        )
    return tuple(found)


def table_notes(table: Table, proposals: tuple[Proposal, ...]) -> tuple[str, ...]:
    """The notes above a table: where its answers come from, and what is undecided in the same way in all its rows."""
    if table.chapter == "en_301_549_web":
        return ("The WCAG tables answer all requirements of this clause; it has no table of its own.",)
    if table.level is None:
        return ()
    return ("Answers of the Web component rest on the pages audited.", *_components(proposals))


def _components(proposals: tuple[Proposal, ...]) -> tuple[str, ...]:
    """What keeps components undecided that no scan of pages reaches: said once, not in each row."""
    said: dict[str, dict[str, None]] = {}
    for proposal in proposals:
        for answer in proposal.answers:
            if answer.component in QUESTION and answer.undecided and answer.signature is None:
                texts = (reason.text for reason in answer.reasons if reason.code in SAID_IN_NOTES)
                said.setdefault(answer.label, {}).update(dict.fromkeys(texts))
    return tuple(f"{label}, where undecided: {' '.join(texts)}" for label, texts in said.items() if texts)


def _others(config: Config) -> str:
    parts = dict.fromkeys(
        OWNERS[table.owner] + (f" ({printable(table.name)})" if table.name else "")
        for table in config.ownership
        if table.owner != "product"
    )
    return joined(tuple(parts)) if parts else ""
