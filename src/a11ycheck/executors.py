"""Where visits run: in processes of their own (the default) or one after another in a thread; each with a deadline.

Both yield each visit's results as soon as they are there. A visit that hangs costs its worker and one `not-audited`
target; a worker that dies is replaced and its visit tried once more.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol, TypeVar

import psutil
from pebble import ProcessExpired, ProcessPool

from a11ycheck.audit import AuditOptions, audit_visit, not_audited
from a11ycheck.browser.loaded import Loaded
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.browser.watchdog import LARGEST_ALLOWANCE
from a11ycheck.errors import BrowserMissingError, NotAuditedError
from a11ycheck.model import Json, TargetResult, Visit

T = TypeVar("T")
R = TypeVar("R")
TRIES = 2
GRACE_SECONDS = 5.0
UNSURE = ("timeout", "renderer-crashed", "browser-lost", "browser-error", "own-fault")
"""Reasons after which a browser is not used again."""


@dataclass(frozen=True)
class WorkOrder:
    """What a worker needs to know, once, at its start."""

    browser: BrowserOptions
    audit: AuditOptions


@dataclass(frozen=True)
class Done:
    """One finished visit. `versions`: of the browser that made it; empty when no browser was left to ask.

    `loaded`: what it loaded, where that was noted; `reused`: the results are those of an earlier run.
    """

    visit: Visit
    results: tuple[TargetResult, ...]
    versions: dict[str, Json]
    loaded: Loaded | None = None
    reused: bool = False


class Executor(Protocol):
    """Runs visits."""

    def run(self, visits: Iterable[Visit]) -> Iterator[Done]:
        """Yield visits as they complete, in any order. Raises `BrowserMissingError` when no browser starts."""

    def close(self) -> None:
        """Stop all workers and their browsers."""


class SerialExecutor:
    """One visit after another, in a thread of its own, since Playwright's sync API must not share an event loop."""

    def __init__(self, order: WorkOrder) -> None:
        self._order = order
        self._tasks: queue.Queue[tuple[Visit, Future[Done]] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._work, name="a11ycheck-serial", daemon=True)
        self._thread.start()

    def run(self, visits: Iterable[Visit]) -> Iterator[Done]:
        """See `Executor.run`."""
        for visit in visits:
            future: Future[Done] = Future()
            self._tasks.put((visit, future))
            yield future.result()

    def close(self) -> None:
        """See `Executor.close`."""
        self._tasks.put(None)
        self._thread.join(GRACE_SECONDS)

    def _work(self) -> None:
        session = BrowserSession(self._order.browser)
        while (task := self._tasks.get()) is not None:
            visit, future = task
            try:
                future.set_result(_visit(visit, session, self._order.audit))
            except BaseException as error:
                session = BrowserSession(self._order.browser)
                future.set_exception(error)
        session.close()


class ProcessExecutor:
    """A pool of spawned processes, one browser each; a process past its deadline is killed and replaced."""

    def __init__(self, order: WorkOrder, workers: int) -> None:
        """`workers`: processes at most; no more are started than there were ever visits to do at once."""
        self._order = order
        self._workers = workers
        self._started = 0
        self._pool: ProcessPool | None = None

    def run(self, visits: Iterable[Visit]) -> Iterator[Done]:
        """See `Executor.run`."""
        waiting = iter(visits)
        first = list(islice(waiting, self._workers))
        self._start(len(first))
        waiting = chain(first, waiting)
        running: dict[Future[Done], tuple[Visit, int]] = {}
        while True:
            while len(running) < self._workers * 2 and (visit := next(waiting, None)) is not None:
                running[self._submit(visit)] = (visit, 1)
            if not running:
                return
            ready, _ = wait(running, return_when=FIRST_COMPLETED, timeout=1.0)
            for future in ready:
                visit, tries = running.pop(future)
                try:
                    yield future.result()
                except FutureTimeoutError:
                    yield _lost(visit, _too_slow(self._order.audit.timeout))
                except ProcessExpired as error:
                    if tries < TRIES:
                        running[self._submit(visit)] = (visit, tries + 1)
                    else:
                        yield _lost(
                            visit, NotAuditedError("worker-lost", f"the worker died twice on this page ({error})")
                        )

    def close(self) -> None:
        """See `Executor.close`."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool, self._started = None, 0

    def _start(self, workers: int) -> None:
        if workers <= self._started:
            return
        self.close()
        self._started = workers
        self._pool = ProcessPool(
            max_workers=workers,
            context=multiprocessing.get_context("spawn"),
            initializer=_start_worker,
            initargs=(self._order,),
        )

    def _submit(self, visit: Visit) -> Future[Done]:
        one = self._order.audit.timeout + LARGEST_ALLOWANCE
        limit = (one * len(visit.targets) if visit.driving else one) + GRACE_SECONDS
        assert self._pool is not None
        future: Future[Done] = self._pool.schedule(_work, args=(visit,), timeout=limit)
        return future


def in_own_process(function: Callable[[WorkOrder, T], R], order: WorkOrder, argument: T) -> R:
    """Call a function in a process of its own, which ends within the order's timeout.

    Raises what the function raised, or `NotAuditedError` (`timeout`, `worker-lost`).
    """
    pool = ProcessPool(max_workers=1, context=multiprocessing.get_context("spawn"), initializer=_leave_terminal)
    try:
        future: Future[R] = pool.schedule(function, args=(order, argument), timeout=order.audit.timeout)
        return future.result()
    except FutureTimeoutError:
        raise _too_slow(order.audit.timeout) from None
    except ProcessExpired as error:
        raise NotAuditedError("worker-lost", f"the process died ({error})") from None
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


_session: BrowserSession | None = None
_order: WorkOrder | None = None


def _start_worker(order: WorkOrder) -> None:
    global _order
    _leave_terminal()
    _order = order


def _leave_terminal() -> None:
    """Leave the terminal's process group, so that Ctrl-C reaches the parent alone, which then stops the workers."""
    if hasattr(os, "setsid"):
        with contextlib.suppress(OSError):
            os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()


def _end_with_parent(parent: int) -> None:
    """A worker whose parent was killed ends itself and its browser, instead of living on as an orphan."""
    gone = threading.Event()
    while not gone.wait(1.0):
        if os.getppid() != parent:
            for child in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    child.kill()
            os._exit(1)


def _work(visit: Visit) -> Done:
    global _session
    assert _order is not None
    if _session is None:
        _session = BrowserSession(_order.browser)
    try:
        return _visit(visit, _session, _order.audit)
    except BaseException:
        _session = None
        raise


def _visit(visit: Visit, session: BrowserSession, options: AuditOptions) -> Done:
    session.requests.begin()
    with session.watchdog.limit(options.timeout):
        results = tuple(audit_visit(visit, session, options))
    if session.watchdog.fired or any(result.reason in UNSURE for result in results):
        session.restart()
        return Done(visit, results, {})
    loaded = session.requests.loaded if session.options.notes_requests else None
    return Done(visit, results, session.versions, loaded)


def _lost(visit: Visit, error: NotAuditedError) -> Done:
    return Done(visit, tuple(not_audited(visit, target, error) for target in visit.targets), {})


def _too_slow(seconds: float) -> NotAuditedError:
    return NotAuditedError(
        "timeout", f"the visit took more than {seconds:g} s", "Raise --timeout if the page is that slow."
    )


__all__ = ["BrowserMissingError", "Done", "Executor", "ProcessExecutor", "SerialExecutor", "WorkOrder"]
