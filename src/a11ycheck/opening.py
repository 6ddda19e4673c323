"""Finds how to get to a target of a stored run: as steps that a person can follow, or in a browser with a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from a11ycheck.browser import axe_source
from a11ycheck.browser.hand_over import hand_over
from a11ycheck.browser.login import Login
from a11ycheck.browser.session import OpenPage
from a11ycheck.browser.steps import describe
from a11ycheck.config import Config, working_audit_file
from a11ycheck.errors import NothingToAuditError, UsageError
from a11ycheck.model import Target, Visit
from a11ycheck.steps import AuditState, Fill, Step
from a11ycheck.store.audit_sample import candidates
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow
from a11ycheck.targets.login import planned_login
from a11ycheck.targets.plan import Plan, plan
from a11ycheck.targets.server_process import running
from a11ycheck.workforce import work_order


@dataclass(frozen=True)
class WayThere:
    """How to get to a target: its visit as the configuration has it now, and the login before it. Valid while it is open.

    `served`: the page is of a folder or application that is served as long as this is open.
    """

    visit: Visit
    target: Target
    login: Login | None
    served: bool

    @property
    def steps(self) -> tuple[str, ...]:
        """What a person does to get there, one line each; secrets go by the name of their environment variable."""
        login = None if self.visit.anonymous else self.login
        lines = [f"{_window(self.target)}."]
        if login is not None:
            lines += [f"Log in: open {login.url}", *_told(login.steps)]
            lines += [f"do what {login.script} does"] if login.script else []
        lines.append(f"Open {self.visit.url}")
        if self.visit.script:
            lines.append(f"do what {self.visit.script} does, up to audit({self.target.state!r})")
        before: list[Step] = []
        for step in self.visit.steps:
            before.append(step)
            if isinstance(step, AuditState) and step.state == self.target.state:
                break
        lines += _told(tuple(before))
        if self.target.state:
            lines.append(f"You are in the state {self.target.state!r}.")
        return tuple(lines)

    def open(self, config: Config, done: Callable[[OpenPage], bool] = lambda _: False, *, window: bool = True) -> None:
        """Hand the target to a person in a browser; see `hand_over`."""
        browser = work_order(config, axe_source.read(config.axe_source), self.login).browser
        hand_over(self.visit, self.target, replace(browser, window=window), self.login, done)


def target_named(view: RunView, name: str, variant: str = "") -> TargetRow:
    """The target of a run by its number, its page (path, URL, or path and state) or its state.

    `variant`: the name of the variant; without it the first one. Raises `UsageError` when none or several pages fit.
    """
    if name.isdecimal() and int(name) in view.target_by_id:
        return view.target_by_id[int(name)]
    places = candidates(view)
    found = {place: rows for place, rows in places.items() if name in (place, *_names(rows[0]))}
    if not found:
        near = [place for place in places if name.lower() in place.lower()][:5]
        hint = f"Did you mean {', '.join(near)}?" if near else "The pages of the audit show their numbers."
        raise UsageError(f"{name!r}: no such page or state in run {view.id}", hint)
    if len(found) > 1:
        raise UsageError(f"{name!r} names {len(found)} pages: {', '.join(found)}", "Name one of them.")
    (rows,) = found.values()
    if not variant:
        return rows[0]
    row = next((row for row in rows if row.target.variant.name == variant), None)
    if row is None:
        known = ", ".join(row.target.variant.name for row in rows)
        raise UsageError(f"the page was not audited in the variant {variant!r}", f"It has: {known}.")
    return row


@contextmanager
def way_to(row: TargetRow, view: RunView, config: Config) -> Iterator[WayThere]:
    """The way to a target by the configuration; the application and folders it needs are served meanwhile.

    Raises `UsageError` when the configuration no longer leads there, and what planning and the login's secrets raise.
    """
    targets = config.targets or tuple(view.config.get("targets", ()))
    config = config.model_copy(update={"targets": targets, "max_pages": None, "include_urls": (), "exclude_urls": ()})
    with running(config.server, working_audit_file(config).parent / "server.log"), _planned(config) as planned:
        visit = _visit(row, planned)
        target = next(each for each in visit.targets if each.state == row.target.state)
        served = config.server is not None or (planned is not None and planned.display(visit.url) != visit.url)
        yield WayThere(visit, target, planned_login(config, planned.base if planned else ""), served)


@contextmanager
def _planned(config: Config) -> Iterator[Plan | None]:
    if not (config.targets or config.flow):
        yield None
        return
    try:
        planned = plan(config)
    except NothingToAuditError:
        yield None
        return
    with planned:
        yield planned


def _visit(row: TargetRow, planned: Plan | None) -> Visit:
    for visit in planned.visits if planned else ():
        states = {target.state for target in visit.targets}
        if planned is not None and planned.display(visit.url) == row.target.url and row.target.state in states:
            return visit.model_copy(update={"variant": row.target.variant})
    if row.target.state or "://" not in row.target.url:
        raise UsageError(
            f"{row.target.page_key}: the configuration does not lead there any more",
            "Run this where the scan ran, with its configuration.",
        )
    return Visit(order=row.order, url=row.target.url, variant=row.target.variant)


def _names(row: TargetRow) -> tuple[str, ...]:
    return (
        (row.target.page_key, row.target.url, row.target.state) if row.target.state else (row.page_key, row.target.url)
    )


def _told(steps: tuple[Step, ...]) -> list[str]:
    return [f"  {_described(step)}" for step in steps if not (isinstance(step, AuditState) and step.expect is None)]


def _described(step: Step) -> str:
    if not isinstance(step, Fill):
        return describe(step)
    source = step.secret or step.totp
    what = f"the value of the environment variable {source}" if source else f"{step.value!r}"
    return f"{describe(step)}: {what}{' as a one-time password' if step.totp else ''}"


def _window(target: Target) -> str:
    variant = target.variant
    words = [f"A window of {variant.width} × {variant.height} CSS px", f"{variant.color_scheme} colours"]
    words += ["forced colours (high contrast) on"] if variant.forced_colors else []
    words += ["reduced motion on"] if variant.reduced_motion else []
    return ", ".join(words)
