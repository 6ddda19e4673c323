"""The workers of a run and the login they share: made once, renewed once when it is lost."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

import psutil

from a11ycheck.audit import AuditOptions, not_audited
from a11ycheck.browser.login import Login, log_in
from a11ycheck.browser.redact import Redaction
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.browser.session_loss import LOST, form_of
from a11ycheck.browser.storage_state import State, read_storage_state, secret_values
from a11ycheck.config import Config, working_audit_file
from a11ycheck.errors import NotAuditedError, UsageError
from a11ycheck.executors import Done, Executor, ProcessExecutor, SerialExecutor, WorkOrder, in_own_process
from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import Visit


class Workforce:
    """Runs visits as `Executor` says, logged in where the configuration says how.

    A login that fails is not tried again: every visit that needs it is `not-audited` (`login-failed`). When a visit finds
    its session lost, no more visits begin; after one new login they go on, that visit first. A second loss stays.
    """

    def __init__(self, config: Config, axe_source: str, login: Login | None, *, survey: bool = False) -> None:
        """`survey`: only look where pages link."""
        self._config = config
        self._login = login
        self._order = self._before_login = work_order(config, axe_source, login, survey=survey)
        self._executor: Executor | None = None
        self._refused: NotAuditedError | None = None
        self._tried = False
        self._may_renew = login is not None
        self._lost = False

    def run(self, visits: Iterable[Visit]) -> Iterator[Done]:
        """See `executors.Executor.run`."""
        waiting = iter(visits)
        if (first := next(waiting, None)) is None:
            return
        waiting = chain([first], waiting)
        if self._login is not None and not self._tried:
            self._log_in(self._login)
        if self._refused is not None:
            yield from self._without_login(waiting, self._refused)
            return
        held: list[Visit] = []
        for done in self._workers().run(self._until_lost(waiting)):
            if self._may_renew and not done.visit.anonymous and any(one.reason in LOST for one in done.results):
                self._lost = True
                held.append(done.visit)
            else:
                yield done
        if held and self._login is not None:
            self._lost = self._may_renew = False
            self.close()
            self._log_in(self._login)
            yield from self.run(chain(sorted(held, key=lambda visit: visit.order), waiting))

    def close(self) -> None:
        """See `executors.Executor.close`."""
        if self._executor is not None:
            self._executor.close()
            self._executor = None

    def _until_lost(self, waiting: Iterator[Visit]) -> Iterator[Visit]:
        while not self._lost and (visit := next(waiting, None)) is not None:
            yield visit

    def _without_login(self, visits: Iterable[Visit], error: NotAuditedError) -> Iterator[Done]:
        anonymous = []
        for visit in visits:
            if visit.anonymous:
                anonymous.append(visit)
            else:
                yield Done(visit, tuple(not_audited(visit, target, error) for target in visit.targets), {})
        if anonymous:
            yield from self._workers().run(anonymous)

    def _log_in(self, login: Login) -> None:
        self._tried = True
        try:
            state = in_own_process(_log_in, self._before_login, login)
        except NotAuditedError as error:
            self._refused, self._may_renew = _hidden(error, self._order), False
            return
        audit, browser = self._order.audit, self._order.browser
        self._order = replace(
            self._order,
            browser=replace(browser, storage_state=state),
            audit=replace(audit, secrets=(*audit.secrets, *secret_values(state))),
        )

    def _workers(self) -> Executor:
        if self._executor is None:
            self._executor = _executor(self._config, self._order)
        return self._executor


def cores() -> int:
    """How many cores this process may use."""
    process = psutil.Process()
    return len(process.cpu_affinity()) if hasattr(process, "cpu_affinity") else os.cpu_count() or 1


def _executor(config: Config, order: WorkOrder) -> Executor:
    count = config.workers or cores()
    if config.executor == "serial":
        return SerialExecutor(order)
    if config.executor == "processes":
        return ProcessExecutor(order, count)
    try:
        from a11ycheck.dask_executor import DaskExecutor
    except ImportError as error:
        raise UsageError(f"Dask is not installed: {error}", "Run pip install 'a11ycheck[dask]'.") from None
    return DaskExecutor(order, count, config.scheduler)


def secrets(config: Config, login: Login | None) -> tuple[str, ...]:
    """Values that must not be stored: header values, what the login types, cookies and storage of a saved login."""
    state = read_storage_state(config.storage_state) if config.storage_state else None
    typed = login.secrets if login else ()
    return (*(value for _, value in _headers(config)), *typed, *secret_values(state))


def redaction(config: Config) -> Redaction:
    """What `[redact]` says."""
    return Redaction(config.redact.selectors, config.redact.title, config.redact.patterns)


def work_order(config: Config, axe_source: str, login: Login | None, *, survey: bool = False) -> WorkOrder:
    """What a worker is told by the configuration; the login is not done yet."""
    return WorkOrder(
        BrowserOptions(
            axe_source=axe_source,
            browser_path=config.browser_path,
            storage_state=read_storage_state(config.storage_state) if config.storage_state else None,
            headers=dict(_headers(config)),
            load_timeout=min(config.load_timeout, config.timeout),
            wait_for=config.wait_for,
            login_url_patterns=config.login_url_patterns,
            pictures=working_audit_file(config).parent / "pictures",
            redaction=redaction(config),
            ownership=config.ownership,
            credentials=login.credentials if login else None,
            certificates=login.certificates if login else (),
            login_form=form_of(login.steps) if login else (),
            block_offsite=config.block_offsite,
            notes_requests=config.cache,
        ),
        AuditOptions(
            config.effort, config.interact, config.timeout, secrets(config, login), survey, redaction=redaction(config)
        ),
    )


def _headers(config: Config) -> Iterator[tuple[str, str]]:
    for header in config.header:
        name, _, value = header.partition(":")
        yield name.strip(), value.strip()


def _log_in(order: WorkOrder, login: Login) -> State:
    session = BrowserSession(order.browser)
    try:
        return log_in(session, login)
    finally:
        session.close()


def _hidden(error: NotAuditedError, order: WorkOrder) -> NotAuditedError:
    redactor = Redactor(order.audit.secrets, order.audit.redaction.patterns)
    return NotAuditedError(error.reason, redactor.text(error.message), redactor.text(error.hint))
