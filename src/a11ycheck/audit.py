"""Audits: a visit in a browser of ours, or a page that somebody else opened. Evidence first, then judgement."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser import axe_source
from a11ycheck.browser.flow import walk
from a11ycheck.browser.flow_script import script_secrets
from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.pictures import picture
from a11ycheck.browser.realm import MainRealm, gone
from a11ycheck.browser.redact import Redaction, redact, redacted
from a11ycheck.browser.session import BrowserOptions, BrowserSession, OpenPage
from a11ycheck.browser.settle import script
from a11ycheck.browser.steps import secrets_of
from a11ycheck.checks.base import Evidence, checks, judge_page
from a11ycheck.errors import BrowserMissingError, NotAuditedError, ScriptError, UsageError
from a11ycheck.evidence import axe, links
from a11ycheck.evidence.base import Collector, PageAccess, Realm, collectors
from a11ycheck.findings.identity import identified
from a11ycheck.findings.secrets import Redactor
from a11ycheck.findings.superseded import answered
from a11ycheck.model import (
    Effort,
    Interact,
    Json,
    PageFacts,
    Target,
    TargetResult,
    TargetStatus,
    Variant,
    Visit,
    short_hash,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass(frozen=True)
class AuditOptions:
    """How deep an audit goes.

    `timeout`: seconds one visit may take; `secrets`: values that must not be stored; `survey`: only look where pages link;
    `repeats`: as in `Visit`; `redaction`: as of the browser.
    """

    effort: Effort = Effort.STANDARD
    interact: Interact = Interact.OBSERVE
    timeout: float = 120.0
    secrets: tuple[str, ...] = ()
    survey: bool = False
    repeats: str = ""
    redaction: Redaction = field(default_factory=Redaction)


@dataclass
class _Notes:
    """What collecting from one target brought, and what went wrong."""

    collected: dict[str, Json] = field(default_factory=dict)
    troubles: list[tuple[str, str]] = field(default_factory=list)


def audit_visit(visit: Visit, session: BrowserSession, options: AuditOptions) -> Iterator[TargetResult]:
    """Visit once and yield one result a target, audited or with the reason why not. Never raises for a bad page."""
    redactor = Redactor((*options.secrets, *_typed_secrets(visit)), options.redaction.patterns)
    left = list(visit.targets)
    try:
        for result in _results(visit, session, options):
            left.remove(result.target)
            cut = session.watchdog.fired and result.status is TargetStatus.PARTIAL
            told = result.model_copy(update={"reason": "timeout"}) if cut else result
            yield redactor.model(identified(told, redactor))
    except (BrowserMissingError, UsageError):
        raise
    except Exception as error:
        cause = _too_slow(options) if session.watchdog.fired else _cause(error)
        for target in left:
            yield redactor.model(not_audited(visit, target, cause))


def audit_page(
    page: Page, *, state: str = "", effort: Effort = Effort.STANDARD, redaction: Redaction | None = None
) -> TargetResult:
    """Audit any sync Playwright page as it stands, with read-only collectors; DOM, focus and scroll stay as found.

    `redaction`: what is hidden meanwhile, and in the result. Raises `NotAuditedError` when the page went away meanwhile, or
    cannot be redacted.
    """
    hidden = redaction or Redaction()
    options = AuditOptions(effort=effort, redaction=hidden)
    realm = MainRealm(page.main_frame, axe_source.read(None))
    size = page.viewport_size or {"width": 1280, "height": 800}
    target = Target(url=page.url, state=state, variant=Variant(width=size["width"], height=size["height"]))
    started = time.monotonic()
    chosen = _collectors(effort, Interact.OBSERVE, driving=False)
    notes = _Notes()
    with redacted(page, hidden):
        raw = realm.evaluate(script("facts"))
        facts = PageFacts(
            final_url=page.url, title=raw["title"], language=raw["language"], elements=raw["elements"],
            skeleton=short_hash(raw["skeleton"]),
        )  # fmt: skip
        for collector in chosen:
            if not collector.META.mutates:
                _collect(collector, page, realm, target.variant, options, started + 120.0, notes, undoable=True)
        result = _judged(0, target, facts, notes, realm, options, chosen, driving=False)
    redactor = Redactor(patterns=hidden.patterns)
    return redactor.model(identified(result, redactor))


def _cause(error: Exception) -> NotAuditedError:
    """Why a visit ended, in plain words: whatever a page does to us costs that page alone."""
    if isinstance(error, NotAuditedError):
        return error
    if isinstance(error, PlaywrightError):
        return gone(error) or NotAuditedError("browser-error", _first_line(error.message), "Try again.")
    if isinstance(error, ScriptError):
        return NotAuditedError(
            "script-failed", f"a script of a11ycheck failed on this page: {_first_line(error.message)}"
        )
    told = f"{type(error).__name__}: {_first_line(str(error))}"
    return NotAuditedError("own-fault", f"a fault of a11ycheck itself on this page: {told}", "Please report it.")


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


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
    chosen = _collectors(options.effort, options.interact, driving=visit.driving, repeated=bool(visit.repeats))
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
                notes = _Notes()
                for collector in together:
                    _collect(collector, opened.page, realm, visit.variant, options, deadline, notes)
                result = _judged(visit.order, target, facts, notes, realm, options, chosen, driving=False)
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
    notes = _Notes()
    with session.page(visit.variant) as opened:
        realm, facts = load(opened, visit.url, session.options)
        _collect(links, opened.page, realm, visit.variant, options, deadline, notes)
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
    """Each mutating collector gets a page of its own; the others share one."""
    started = time.monotonic()
    notes = _Notes()
    facts = PageFacts()
    groups = [[c for c in chosen if not c.META.mutates], *([c] for c in chosen if c.META.mutates)]
    for group in (group for group in groups if group):
        with session.page(visit.variant, fresh=True, anonymous=visit.anonymous) as opened:
            untouched = group[0].META.needs_untouched
            realm, facts = _arrive_at(visit, target, opened, session.options, untouched=untouched)
            session.requests.settle()
            deadline += session.watchdog.allow(facts.elements)
            hands_off = HandsOff(opened.page, opened.session)
            hands_off.begin(submitting=options.interact is Interact.SUBMIT)
            for collector in group:
                _collect(collector, opened.page, realm, visit.variant, options, deadline, notes, hands_off.events)
            result_realm = realm
    result = _judged(visit.order, target, facts, notes, result_realm, options, chosen, driving=True)
    return result.model_copy(update={"seconds": round(time.monotonic() - started, 3)})


def _arrivals(
    visit: Visit, opened: OpenPage, options: BrowserOptions, *, untouched: bool = False
) -> Iterator[tuple[Target, Realm, PageFacts]]:
    """Each target of a visit with the page standing on it."""
    if not visit.flow:
        yield (visit.targets[0], *load(opened, visit.url, options, untouched=untouched))
        return
    by_state = {target.state: target for target in visit.targets}
    for state, realm, facts in walk(visit, opened, options, untouched=untouched):
        yield by_state[state], realm, facts


def _arrive_at(
    visit: Visit, target: Target, opened: OpenPage, options: BrowserOptions, *, untouched: bool
) -> tuple[Realm, PageFacts]:
    for reached, realm, facts in _arrivals(visit, opened, options, untouched=untouched):
        if reached == target:
            return realm, facts
    raise NotAuditedError("flow-step", f"the flow never reached the state {target.state!r}")


def _collectors(effort: Effort, interact: Interact, *, driving: bool, repeated: bool = False) -> list[Collector]:
    """Collectors that effort and `--interact` allow: in a driving visit the driving ones and what their checks read besides.

    `repeated`: only what checks read whose outcome can differ between variants.
    """
    allowed = [
        collector
        for collector in collectors()
        if collector.META.effort.rank <= effort.rank and collector.META.interact.rank <= interact.rank
    ]
    if repeated:
        wanted = {name for check in checks() if check.META.variants == "all" for name in check.META.needs}
        allowed = [collector for collector in allowed if collector.META.name in wanted]
    names = {collector.META.name for collector in allowed if collector.META.driving}
    if not driving:
        return [collector for collector in allowed if not collector.META.driving]
    for check in checks():
        if set(check.META.needs) & names:
            names |= set(check.META.needs)
    return [collector for collector in allowed if collector.META.name in names]


def _collect(
    collector: Collector,
    page: Page,
    realm: Realm,
    variant: Variant,
    options: AuditOptions,
    deadline: float,
    notes: _Notes,
    events: Sequence[tuple[str, str]] = (),
    *,
    undoable: bool = False,
) -> None:
    """Collect one kind of evidence. A failed collector costs only the checks that need it, and is said.

    `undoable`: redact as `redacted` does.
    """
    name = collector.META.name
    if time.monotonic() > deadline:
        notes.troubles.append(("time", f"no time left for {name}"))
        return
    access = PageAccess(
        page, realm, variant, options.interact, deadline, notes.collected, options.effort, events, options.repeats
    )
    try:
        redact(page, options.redaction, undoable=undoable)
        found = notes.collected[name] = collector.collect(access)
        if left := isinstance(found, dict) and found.get("unfinished"):
            notes.troubles.append(("time", f"no time left for {', '.join(left)}"))
    except (ScriptError, NotAuditedError) as error:
        notes.troubles.append((getattr(error, "reason", "collector-failed"), f"{name}: {_first_line(error.message)}"))
    except PlaywrightError as error:
        lost = gone(error)
        notes.troubles.append((lost.reason if lost else "collector-failed", f"{name}: {_first_line(error.message)}"))
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        told = f"{name}: {type(error).__name__}: {_first_line(str(error))}"
        notes.troubles.append(("collector-failed", told))


def _judged(
    order: int, target: Target, facts: PageFacts, notes: _Notes, realm: Realm, options: AuditOptions,
    chosen: list[Collector], *, driving: bool,
) -> TargetResult:  # fmt: skip
    shared: dict[str, Json] = {}
    if not driving:
        if "axe" not in notes.collected:
            reason, message = notes.troubles[0]
            raise NotAuditedError(reason, message)
        key = f"axe-rules:{notes.collected['axe']['version']}"
        if rules := notes.collected["axe"].pop("rules", None):
            _RULES[key] = rules
        shared[key] = _axe_rules(key, realm)
    ran = frozenset(collector.META.name for collector in chosen)
    driving_names = {collector.META.name for collector in chosen if collector.META.driving}
    evidence = Evidence(target, facts, notes.collected, shared)
    outcomes = answered(
        judge_page(
            evidence, options.effort, ran=ran, of=driving_names if driving else None, repeated=bool(options.repeats)
        )
    )
    status, reason, message = TargetStatus.AUDITED, "", ""
    faults = [("check-failed", f"{each.check}: {each.message}") for each in outcomes if each.data.get("fault")]
    if troubles := notes.troubles + faults:
        status, reason = TargetStatus.PARTIAL, troubles[0][0]
        message = "; ".join(text for _, text in troubles)
    elif "blank" in facts.settle:
        status, reason, message = (
            TargetStatus.PARTIAL,
            "blank",
            "the page has no content; only its document was audited",
        )
    elif "dom" in facts.settle:
        status, reason = TargetStatus.PARTIAL, "never-quiet"
        message = "the page kept changing, or calls itself busy (aria-busy); name what to wait for with --wait-for"
    return TargetResult(
        order=order, target=target, status=status, reason=reason, message=message, facts=facts, outcomes=outcomes,
        evidence=notes.collected, shared=shared, driving=driving,
    )  # fmt: skip


_RULES: dict[str, Json] = {}


def _axe_rules(key: str, realm: Realm) -> Json:
    """Axe's rule table, asked for once a process and version."""
    if key not in _RULES:
        _RULES[key] = axe.rule_table(realm)
    return _RULES[key]


def _typed_secrets(visit: Visit) -> tuple[str, ...]:
    """Values that a flow types: they never leave the worker."""
    return secrets_of(visit.steps) + (script_secrets(Path(visit.script)) if visit.script else ())
