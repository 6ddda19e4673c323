"""Evaluation Methods Used: only what the run and the signatures show, next to what the owner wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from a11ycheck.config import Product
from a11ycheck.conformance.dates import stored_date
from a11ycheck.conformance.evidence import RunEvidence
from a11ycheck.conformance.front_matter import paragraphs
from a11ycheck.conformance.remarks import joined, plural
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.verdicts import Signature
from a11ycheck.model import TargetStatus
from a11ycheck.store.audit_sample import AuditSample, Why
from a11ycheck.store.queries import RunView

NOBODY = "Nobody has tested with assistive technology for this report so far."


def evaluation_methods(
    view: RunView, run: RunEvidence, product: Product, signatures: tuple[Signature, ...], sample: AuditSample | None
) -> tuple[str, ...]:
    """Paragraphs on how the product was evaluated: the owner's text first, then facts."""
    return (
        *paragraphs(product.evaluation_methods),
        _automated(view, run),
        _scope(view, run),
        _audit_sample(sample),
        *_people(signatures),
    )


def _automated(view: RunView, run: RunEvidence) -> str:
    tools = [f"a11ycheck {view.tool_version}", *_versions(view.versions)]
    viewports = sorted({target.target.variant.name for target in run.targets})
    began, ended = stored_date(view.started), stored_date(view.finished or view.started)
    when = f"on {began}" if began == ended else f"from {began} to {ended}"
    rules = {(rule.check, rule.rule) for evidence in run.criteria.values() for rule in evidence.rules}
    text = f"Automated tests {when} (run {view.id}) with {', '.join(tools)}"
    text += f" on {_system(view.versions['system'])}." if view.versions.get("system") else "."
    if rules:
        text += f" {plural(len(rules), 'rule')} that bear on a criterion ran."
    if viewports:
        text += f" Viewport and settings: {', '.join(viewports)}."
    if view.status != "complete":
        text += " The run did not end regularly; pages that it did not reach are not covered."
    return text + " Automated tests can show failures; they cannot show that a criterion is met."


def _system(platform: str) -> str:
    """The operating system with the main parts of its version, such as `Linux 6.1`, of what Python calls the platform."""
    name, _, rest = platform.partition("-")
    number = re.match(r"\d+(?:\.\d+)?", rest)
    return f"{name} {number[0]}" if number else name


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


def _audit_sample(sample: AuditSample | None) -> str:
    if sample is None:
        return "No sample of pages has been chosen for manual tests so far."
    words: dict[Why, str] = {
        "structured": "chosen as typical", "process": "steps of complete processes", "random": "drawn at random",
    }  # fmt: skip
    counted = Counter(page.why for page in sample.pages)
    parts = tuple(f"{counted[why]} {said}" for why, said in words.items() if counted[why])
    text = f"Sample for manual tests, after WCAG-EM: {plural(len(sample.pages), 'page')} and states, {joined(parts)}"
    text += f" (seed {sample.seed})" if counted["random"] else ""
    text += f"; fixed by {printable(sample.tester)} on {stored_date(sample.stamp)}." if sample.stamp else "."
    if sample.processes:
        names = joined(tuple(f"“{printable(process.name)}”" for process in sample.processes))
        text += f" Complete processes in it: {names}."
    return text + (f" Scope: {printable(sample.scope)}" if sample.scope else "")


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
