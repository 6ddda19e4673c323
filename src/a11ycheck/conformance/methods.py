"""Notes and Evaluation Methods Used: only what the run and the signatures show, next to what the owner wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from a11ycheck.config import Product
from a11ycheck.conformance.dates import stored_date
from a11ycheck.conformance.evidence import RunEvidence
from a11ycheck.conformance.front_matter import paragraphs
from a11ycheck.conformance.remarks import plural
from a11ycheck.conformance.verdicts import Signature
from a11ycheck.model import TargetStatus
from a11ycheck.standards.editions import Edition
from a11ycheck.store.queries import RunView

NOBODY = "Nobody has tested with assistive technology for this report so far."


def evaluation_methods(
    view: RunView, run: RunEvidence, product: Product, signatures: tuple[Signature, ...]
) -> tuple[str, ...]:
    """Paragraphs on how the product was evaluated: the owner's text first, then facts."""
    return (
        *paragraphs(product.evaluation_methods),
        _automated(view, run),
        _scope(view, run),
        *_people(signatures),
    )


def notes(run: RunEvidence, product: Product, edition: Edition, profile: Mapping[str, bool]) -> tuple[str, ...]:
    """Paragraphs of the Notes: the owner's text, policies of this report, what is not covered."""
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
    if not profile:
        found.append("No question of the product profile has been answered, so rows that depend on it are undecided.")
    if run.not_audited:
        found.append(
            f"Not covered: {len(run.not_audited)} of the {plural(len(run.targets), run.unit)} planned, which could not be"
            " audited; see the list of pages."
        )
    return tuple(found)


def _automated(view: RunView, run: RunEvidence) -> str:
    tools = [f"a11ycheck {view.tool_version}", *_versions(view.versions)]
    viewports = sorted({target.target.variant.name for target in run.targets})
    began, ended = stored_date(view.started), stored_date(view.finished or view.started)
    when = f"on {began}" if began == ended else f"from {began} to {ended}"
    rules = {(rule.check, rule.rule) for evidence in run.criteria.values() for rule in evidence.rules}
    text = f"Automated tests {when} (run {view.id}) with {', '.join(tools)}"
    text += f" on {view.versions['system']}." if view.versions.get("system") else "."
    if rules:
        text += f" {plural(len(rules), 'rule')} that bear on a criterion ran."
    if viewports:
        text += f" Viewport and settings: {', '.join(viewports)}."
    if view.status != "complete":
        text += " The run did not end regularly; pages that it did not reach are not covered."
    return text + " Automated tests can show failures; they cannot show that a criterion is met."


def _versions(versions: Mapping[str, Any]) -> Iterable[str]:
    """The tools of a run by name and version, as its record has them."""
    if versions.get("axe"):
        yield f"axe-core {versions['axe']}"
    if versions.get("browser"):
        yield f"{versions['browser']} {versions.get('browser_version', '')}".strip()
    if versions.get("playwright"):
        yield f"Playwright {versions['playwright']}"


def _scope(view: RunView, run: RunEvidence) -> str:
    status = view.status_counts()
    driven = sum(target.driven for target in run.targets)
    text = f"Sample: {plural(len(run.audited), run.unit)} audited"
    if partial := status[TargetStatus.PARTIAL]:
        text += f", {partial} of them in part"
    if failed := len(run.not_audited):
        text += f"; {failed} could not be audited"
    if driven:
        text += f"; {driven} also operated by keyboard, zoom and the like by a script"
    return text + "; the list of pages names them all."


def _people(signatures: tuple[Signature, ...]) -> Iterable[str]:
    if not signatures:
        yield "No manual test has been recorded so far."
    for name in dict.fromkeys(signature.name for signature in signatures):
        own = [signature for signature in signatures if signature.name == name]
        days = sorted({signature.date for signature in own})
        methods = sorted({signature.method for signature in own if signature.method})
        when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
        yield f"Manual tests by {name}, {when}" + (f": {', '.join(methods)}." if methods else ".")
    technology = sorted({signature.assistive_technology for signature in signatures if signature.assistive_technology})
    yield f"Assistive technology used: {', '.join(technology)}." if technology else NOBODY
