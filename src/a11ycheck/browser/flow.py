"""Walks a flow on a page: its steps, or the Python file that has them, from state to state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from a11ycheck.browser.flow_script import Failed, states
from a11ycheck.browser.load import arrive, load
from a11ycheck.browser.steps import Way, failure, perform
from a11ycheck.browser.traffic import Traffic
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import PageFacts, Visit
from a11ycheck.steps import AuditState, Goto

if TYPE_CHECKING:
    from a11ycheck.browser.realm import IsolatedRealm
    from a11ycheck.browser.session import BrowserOptions, OpenPage


def walk(visit: Visit, opened: OpenPage, options: BrowserOptions) -> Iterator[tuple[str, IsolatedRealm, PageFacts]]:
    """Yield each state the flow audits, in order, with the page settled and held there.

    A flow stays on the origin of its URL, or of the URL that its last `goto` step names. Raises `NotAuditedError` for a
    page that cannot be loaded, a step that cannot be done, or a script that fails.
    """
    traffic = Traffic(opened.page)
    _, facts = load(opened, visit.url, options)
    way = Way(
        opened.page, traffic, visit.flow, visit.url, options.pictures, options.redact_selectors, lambda: opened.happened
    )  # fmt: skip
    go_on = _script_states(way, visit) if visit.script else _step_states(way, visit, opened)
    opened.guard.open(visit.url)
    for state in go_on:
        realm, facts = arrive(opened, opened.page.url, options, facts.http_status)
        yield state, realm, facts
        opened.guard.release()


def _step_states(way: Way, visit: Visit, opened: OpenPage) -> Iterator[str]:
    for number, step in enumerate(visit.steps, 1):
        if isinstance(step, Goto):
            opened.guard.open(urljoin(visit.url, step.url))
        perform(way, step, number)
        if isinstance(step, AuditState):
            yield step.state


def _script_states(way: Way, visit: Visit) -> Iterator[str]:
    try:
        for state in states(Path(visit.script), way.page):
            if state not in visit.states:
                known = ", ".join(repr(name) for name in visit.states)
                raise NotAuditedError(
                    "flow-step",
                    f"flow {visit.flow!r}, {visit.script}: audits the state {state!r}, which is not in the plan ({known})",
                    'Give audit() a plain string, or list the states in the configuration: states = ["…"].',
                )
            yield state
    except Failed as error:
        raise failure(way, f"{visit.script} line {error.line}", error.reason) from None
