"""Audits a visit in a browser of ours: evidence first, then judgement."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.audit.collecting import AuditOptions, Notes, chosen_collectors, collect, first_line, unneeded
from a11ycheck.audit.judging import judged
from a11ycheck.audit.loads import Loads, running_order
from a11ycheck.browser.flow import walk
from a11ycheck.browser.flow_script import script_secrets
from a11ycheck.browser.load import load
from a11ycheck.browser.pictures import picture
from a11ycheck.browser.realm import IsolatedRealm, gone
from a11ycheck.browser.session import BrowserOptions, BrowserSession, OpenPage
from a11ycheck.browser.steps import secrets_of
from a11ycheck.errors import BrowserMissingError, NotAuditedError, ScriptError, UsageError
from a11ycheck.evidence import links
from a11ycheck.evidence.base import Collector
from a11ycheck.findings.identity import identified
from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import (
    PageFacts,
    Target,
    TargetResult,
    TargetStatus,
    Visit,
)

if TYPE_CHECKING:
    pass


def audit_visit(visit: Visit, session: BrowserSession, options: AuditOptions) -> Iterator[TargetResult]:
    """Visit once and yield one result a target, audited or with the reason why not. Never raises for a bad page."""
    redactor = Redactor((*options.secrets, *_typed_secrets(visit)), options.redaction.patterns)
    left = list(visit.targets)
    try:
        for result in _results(visit, session, options):
            left.remove(result.target)
            cut = session.watchdog.fired and result.status is TargetStatus.PARTIAL
            told = result.model_copy(update={"reason": "timeout"}) if cut else result
            yield identified(told, redactor)
    except (BrowserMissingError, UsageError):
        raise
    except Exception as error:
        cause = _too_slow(options) if session.watchdog.fired else _cause(error)
        for target in left:
            yield redactor.model(not_audited(visit, target, cause))


def _cause(error: Exception) -> NotAuditedError:
    """Why a visit ended, in plain words: whatever a page does to us costs that page alone."""
    if isinstance(error, NotAuditedError):
        return error
    if isinstance(error, PlaywrightError):
        return gone(error) or NotAuditedError("browser-error", first_line(error.message), "Try again.")
    if isinstance(error, ScriptError):
        return NotAuditedError(
            "script-failed", f"a script of a11ycheck failed on this page: {first_line(error.message)}"
        )
    told = f"{type(error).__name__}: {first_line(str(error))}"
    return NotAuditedError("own-fault", f"a fault of a11ycheck itself on this page: {told}", "Please report it.")


def _too_slow(options: AuditOptions) -> NotAuditedError:
    return NotAuditedError(
        "timeout",
        f"the visit took more than {options.timeout:g} s and what its size allows",
        "Raise --timeout if the page is that slow.",
    )


def not_audited(visit: Visit, target: Target, error: NotAuditedError) -> TargetResult:
    """The result of a target that could not be audited."""
    message = f"{error.message}. {error.hint}" if error.hint else error.message
    return TargetResult(
        order=visit.order, target=target, status=TargetStatus.NOT_AUDITED, reason=error.reason, message=message,
        driving=visit.driving,
    )  # fmt: skip


def _results(visit: Visit, session: BrowserSession, options: AuditOptions) -> Iterator[TargetResult]:
    deadline = time.monotonic() + options.timeout * 0.8
    options = replace(options, repeats=visit.repeats)
    if options.survey:
        yield _surveyed(visit, session, options, deadline)
        return
    chosen = chosen_collectors(options.effort, options.interact, driving=visit.driving, repeated=bool(visit.repeats))
    if visit.pictures:
        yield from _pictured(visit, session)
        return
    together = [collector for collector in chosen if not collector.META.mutates]
    if not visit.driving:
        with session.page(visit.variant, fresh=bool(visit.flow), anonymous=visit.anonymous) as opened:
            for target, realm, facts in _arrivals(visit, opened, session.options):
                started = time.monotonic()
                session.requests.settle()
                deadline += session.watchdog.allow(facts.elements)
                notes = Notes()
                for collector in together:
                    collect(collector, opened.page, realm, visit.variant, options, deadline, notes)
                result = judged(visit.order, target, facts, notes, realm, options, chosen, driving=False)
                yield result.model_copy(update={"seconds": round(time.monotonic() - started, 3)})
        return
    for target in visit.targets:
        session.watchdog.renew(options.timeout)
        yield _driven(visit, target, session, options, time.monotonic() + options.timeout * 0.8, chosen)


def _pictured(visit: Visit, session: BrowserSession) -> Iterator[TargetResult]:
    """What the ordered elements look like, and nothing else."""
    fields = bool(visit.flow)
    with session.page(visit.variant, fresh=True, anonymous=visit.anonymous) as opened:
        for target, _, facts in _arrivals(visit, opened, session.options):
            orders = [order for order in visit.pictures if order.state == target.state]
            taken = (picture(opened.page, order, session.options.redaction, fields=fields) for order in orders)
            yield TargetResult(
                order=visit.order, target=target, status=TargetStatus.AUDITED, facts=facts,
                pictures=tuple(each for each in taken if each),
            )  # fmt: skip


def _surveyed(visit: Visit, session: BrowserSession, options: AuditOptions, deadline: float) -> TargetResult:
    """Where the page links, and nothing else."""
    notes = Notes()
    with session.page(visit.variant) as opened:
        realm, facts = load(opened, visit.url, session.options)
        collect(links, opened.page, realm, visit.variant, options, deadline, notes)
    (target,) = visit.targets
    return TargetResult(
        order=visit.order, target=target, status=TargetStatus.AUDITED, facts=facts, evidence=notes.collected,
        reason=notes.troubles[0][0] if notes.troubles else "", message="; ".join(text for _, text in notes.troubles),
    )  # fmt: skip


def _driven(
    visit: Visit,
    target: Target,
    session: BrowserSession,
    options: AuditOptions,
    deadline: float,
    chosen: list[Collector],
) -> TargetResult:
    """Each collector gets a page as loaded; see `audit.loads`."""
    started = time.monotonic()
    notes = Notes()

    def arrive(opened: OpenPage, untouched: bool) -> tuple[IsolatedRealm, PageFacts]:
        return _arrive_at(visit, target, opened, session.options, untouched=untouched)

    with Loads(session, visit.variant, arrive, options.interact, anonymous=visit.anonymous) as loads:
        for collector in running_order(chosen, options.interact):
            known = loads.last
            if known and unneeded(collector, known, visit.variant, options, deadline, notes):
                continue
            page = loads.page_for(collector)
            if page is not known or collector.META.mutates:
                deadline += session.watchdog.allow(page.facts.elements)
            collect(
                collector, page.opened.page, page.realm, visit.variant, options, deadline, notes, page.hands_off.events
            )
    result = judged(visit.order, target, loads.facts, notes, page.realm, options, chosen, driving=True)
    return result.model_copy(update={"seconds": round(time.monotonic() - started, 3)})


def _arrivals(
    visit: Visit, opened: OpenPage, options: BrowserOptions, *, untouched: bool = False
) -> Iterator[tuple[Target, IsolatedRealm, PageFacts]]:
    """Each target of a visit with the page standing on it."""
    if not visit.flow:
        yield (visit.targets[0], *load(opened, visit.url, options, untouched=untouched))
        return
    by_state = {target.state: target for target in visit.targets}
    for state, realm, facts in walk(visit, opened, options, untouched=untouched):
        yield by_state[state], realm, facts


def _arrive_at(
    visit: Visit, target: Target, opened: OpenPage, options: BrowserOptions, *, untouched: bool
) -> tuple[IsolatedRealm, PageFacts]:
    for reached, realm, facts in _arrivals(visit, opened, options, untouched=untouched):
        if reached == target:
            return realm, facts
    raise NotAuditedError("flow-step", f"the flow never reached the state {target.state!r}")


def _typed_secrets(visit: Visit) -> tuple[str, ...]:
    """Values that a flow types: they never leave the worker."""
    return secrets_of(visit.steps) + (script_secrets(Path(visit.script)) if visit.script else ())
