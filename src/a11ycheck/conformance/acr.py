"""The whole conformance report as data, ready for any format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from a11ycheck.config import Config, Product
from a11ycheck.conformance.accounts import Account, accounts
from a11ycheck.conformance.claims import questions
from a11ycheck.conformance.components import wcag_proposal
from a11ycheck.conformance.consistency import inconsistencies
from a11ycheck.conformance.evidence import RunEvidence, collect
from a11ycheck.conformance.forced_colours import seen_with_forced_colours, with_forced_colours
from a11ycheck.conformance.front_matter import FrontMatter, front_matter
from a11ycheck.conformance.functional import functional_proposal
from a11ycheck.conformance.methods import evaluation_methods
from a11ycheck.conformance.notes import notes, table_notes
from a11ycheck.conformance.processes import complete_processes
from a11ycheck.conformance.profile import check_profile
from a11ycheck.conformance.proposal import Answer, Proposal
from a11ycheck.conformance.provisions import provision_proposal
from a11ycheck.conformance.remarks import plural
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.verdicts import NO_VERDICTS, Verdicts
from a11ycheck.standards.editions import Edition, EditionId, Row, Table, edition
from a11ycheck.standards.terms import Term, terms
from a11ycheck.store.audit_sample import latest
from a11ycheck.store.queries import RunView


@dataclass(frozen=True)
class AcrTable:
    """A table of the report: its notes and a proposal per row, in template order."""

    table: Table
    notes: tuple[str, ...]
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True)
class Undecided:
    """One cell that a person still has to decide."""

    proposal: Proposal
    answer: Answer

    @property
    def label(self) -> str:
        """Row and component, such as "1.1.1 Non-text Content (Web)"."""
        return self.proposal.row.label + (f" ({self.answer.label})" if self.answer.label else "")


@dataclass(frozen=True)
class Acr:
    """A conformance report of one edition. `claims`: questions on what the audited pages say of their conformance.

    `browser_path`: the browser that the configuration names, for formats that need one. `accounts`: lists that stand
    behind the tables. `unsettled`: verdicts in conflict or stale, and what does not agree with what, one line each.
    """

    edition: Edition
    final: bool
    front: FrontMatter
    notes: tuple[str, ...]
    evaluation_methods: tuple[str, ...]
    product: Product
    terms: tuple[Term, ...]
    tables: tuple[AcrTable, ...]
    run: RunEvidence
    run_id: int
    claims: tuple[str, ...] = ()
    browser_path: Path | None = None
    unsettled: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()

    @property
    def title(self) -> str:
        """The title of the report."""
        return self.front.title

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All rows in template order."""
        return tuple(proposal for table in self.tables for proposal in table.proposals)

    @property
    def undecided(self) -> tuple[Undecided, ...]:
        """All cells that nobody decided, in template order."""
        return tuple(
            Undecided(proposal, answer)
            for proposal in self.proposals
            for answer in proposal.answers
            if answer.undecided
        )

    @property
    def blockers(self) -> tuple[str, ...]:
        """What stands between this draft and a final report, one line each."""
        lines = list(self.front.gaps)
        if self.run.not_audited:
            names = ", ".join(printable(target.target.page_key) for target in self.run.not_audited)
            lines.append(f"{plural(len(self.run.not_audited), self.run.unit)} not audited: {names}")
        lines.extend(self.unsettled)
        for item in self.undecided:
            lines.append(f"{item.label}: undecided ({item.answer.reasons[0].text})")
        return tuple(lines)


def build(
    view: RunView,
    config: Config,
    edition_id: EditionId = "508",
    *,
    verdicts: Verdicts = NO_VERDICTS,
    final: bool = False,
) -> Acr:
    """Propose every row of an edition from one run, the product profile and people's verdicts.

    Suppressions, baseline and the gate's settings play no part. The Level AAA table is left out, with a note. Raises
    `ConfigError` for an unknown or contradicting profile answer or an ambiguous report date.
    """
    product = config.product
    check_profile(product.profile)
    template = edition(edition_id)
    sample = latest(view.connection)
    run = replace(
        collect(view, verdicts, config.known_issue, config.ownership),
        processes=complete_processes(view, config.process, sample),
    )
    proposals: dict[str, Proposal] = {}
    tables = tuple(table for table in template.tables if table.level != "AAA")
    rows = [row for table in tables for row in table.rows]
    for row in sorted(rows, key=_rolls_up):
        if row.part == "wcag":
            proposals[row.num] = wcag_proposal(row, run, product.profile, verdicts, product.absent_content)
        elif _rolls_up(row):
            proposals[row.num] = functional_proposal(row, proposals, verdicts)
        else:
            proposals[row.num] = provision_proposal(row, product.profile, verdicts)
    seen = seen_with_forced_colours(view)
    proposals = {num: with_forced_colours(proposal, seen) for num, proposal in proposals.items()}
    return Acr(
        edition=template,
        final=final,
        front=front_matter(config, view),
        notes=notes(run, config, template),
        evaluation_methods=evaluation_methods(view, run, product, verdicts.signatures(), sample),
        product=product,
        terms=tuple(term for term in terms() if term.rows == "all"),
        tables=tuple(
            AcrTable(table, table_notes(table, found), found)
            for table in tables
            for found in (tuple(proposals[row.num] for row in table.rows),)
        ),
        run=run,
        run_id=view.id,
        claims=questions(view, run),
        browser_path=config.browser_path,
        unsettled=(
            *verdicts.unsettled(),
            *inconsistencies(proposals, run, product, verdicts.signatures(), view.finished or view.started),
        ),
        accounts=accounts(
            view, run, [row.num for row in rows if row.part == "wcag"], config.ownership, config.suppress
        ),
    )


def _rolls_up(row: Row) -> bool:
    return row.handling in ("derive-fpc", "derive-fps")
