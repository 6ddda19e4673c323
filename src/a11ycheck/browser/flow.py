"""Walks a flow on a page: its steps, or the Python file that has them, from state to state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from a11ycheck.browser.flow_script import Failed, states
from a11ycheck.browser.load import arrive, open_url
from a11ycheck.browser.session_loss import refuse_lost_session
from a11ycheck.browser.settle import script
from a11ycheck.browser.steps import Way, failure, perform
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import PageFacts, Visit, short_hash
from a11ycheck.steps import AuditState, Awaiting, Goto, Screenshot

if TYPE_CHECKING:
    from a11ycheck.browser.realm import IsolatedRealm
    from a11ycheck.browser.session import BrowserOptions, OpenPage


def walk(
    visit: Visit, opened: OpenPage, options: BrowserOptions, *, untouched: bool = False
) -> Iterator[tuple[str, IsolatedRealm, PageFacts]]:
    """Yield each state the flow audits, in order, with the page settled and held there; `untouched`: motion left alone.

    A flow stays on the origin of its URL, or of the URL that its last `goto` step names. A state that nothing proves and
    that looks as the one before it has `same` among the bounds of its facts. Raises `NotAuditedError` for a
    page that cannot be loaded, a step that cannot be done, or a script that fails.
    """
    way = Way(
        opened.page, opened.traffic, visit.flow, visit.url, options.pictures, options.redaction,
        lambda: opened.happened,
    )  # fmt: skip
    opened.guard.open(visit.url)
    status = open_url(opened, visit.url, options)
    proven = {step.state for step in visit.steps if isinstance(step, AuditState) and step.expect} | set(visit.states)
    before = ""
    go_on = _script_states(way, visit) if visit.script else _step_states(way, visit, opened)
    try:
        for state, url in go_on:
            realm, facts = arrive(opened, url, options, status, untouched=untouched)
            look = short_hash(realm.evaluate(script("look")))
            if look == before and state not in proven:
                facts = facts.model_copy(update={"settle": (*facts.settle, "same")})
            before = look
            yield state, realm, facts
            opened.guard.release()
    except NotAuditedError as error:
        if error.reason == "flow-step":
            refuse_lost_session(opened, options)
        raise


def _step_states(way: Way, visit: Visit, opened: OpenPage) -> Iterator[tuple[str, str]]:
    """Each state with the URL it should have: the flow's own until a step acts, then whatever the page shows."""
    moved = False
    for number, step in enumerate(visit.steps, 1):
        moved = moved or not isinstance(step, AuditState | Awaiting | Screenshot)
        if isinstance(step, Goto):
            opened.guard.open(urljoin(visit.url, step.url))
        perform(way, step, number)
        if isinstance(step, AuditState):
            yield step.state, way.page.url if moved else visit.url


def _script_states(way: Way, visit: Visit) -> Iterator[tuple[str, str]]:
    try:
        for state in states(Path(visit.script), way.page):
            if state not in visit.states:
                known = ", ".join(repr(name) for name in visit.states)
                raise NotAuditedError(
                    "flow-step",
                    f"flow {visit.flow!r}, {visit.script}: audits the state {state!r}, which is not in the plan ({known})",
                    'Give audit() a plain string, or list the states in the configuration: states = ["…"].',
                )
            yield state, way.page.url
    except Failed as error:
        raise failure(way, f"{visit.script} line {error.line}", error.reason) from None
