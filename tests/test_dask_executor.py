"""Visits on a Dask cluster: the results of a run here, whatever happens to its workers."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

import pytest
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.errors import BrowserMissingError, UsageError
from a11ycheck.executors import Done, SerialExecutor, WorkOrder
from a11ycheck.model import Effort, TargetStatus, Visit

pytest.importorskip("distributed", reason="Dask is an extra")
from a11ycheck.dask_executor import DaskExecutor

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_playwright")]


@pytest.fixture
def order(chromium: BrowserSession) -> WorkOrder:
    return WorkOrder(BrowserOptions(axe_source=chromium.options.axe_source), AuditOptions(effort=Effort.QUICK))


def pages(web: Web, count: int) -> list[Visit]:
    return [
        Visit(order=order, url=web.page(f"/{order}", document(f"<h1>{order}</h1>" + "<img src=x.png>" * (order % 3))))
        for order in range(count)
    ]


def outcomes(done: Iterator[Done]) -> dict[int, Counter[tuple[str, str, str]]]:
    found: dict[int, Counter[tuple[str, str, str]]] = {}
    for each in done:
        assert each.visit.order not in found
        [result] = each.results
        assert result.status is TargetStatus.AUDITED, result.message
        found[each.visit.order] = Counter((one.rule, one.outcome, one.fingerprint) for one in result.outcomes)
    return found


def test_two_workers_find_what_one_thread_finds_though_one_is_killed(web: Web, order: WorkOrder) -> None:
    visits = pages(web, 12)
    serial, dask = SerialExecutor(order), DaskExecutor(order, 2, None)
    try:
        expected = outcomes(serial.run(visits))

        def killing() -> Iterator[Done]:
            for number, done in enumerate(dask.run(visits)):
                if number == 1:
                    os.kill(next(iter(dask._client.run(os.getpid).values())), signal.SIGKILL)
                yield done

        assert outcomes(killing()) == expected
    finally:
        serial.close()
        dask.close()


def test_a_visit_that_kills_its_workers_is_given_up_and_the_others_done(
    web: Web, order: WorkOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    dask = DaskExecutor(order, 2, None)
    try:
        fatal = Visit(order=99, url="http://127.0.0.1:9/kill")
        monkeypatch.setattr("a11ycheck.dask_executor._work", _die_or_work)
        done = {each.visit.order: each.results[0] for each in dask.run([fatal, *pages(web, 2)])}
    finally:
        dask.close()
    assert (done[99].status, done[99].reason) == (TargetStatus.NOT_AUDITED, "worker-lost")
    assert "3 workers" in done[99].message
    assert done[0].status is done[1].status is TargetStatus.AUDITED


def _die_or_work(name: str, visit: Visit) -> Done:
    from a11ycheck.dask_executor import get_worker

    if visit.url.endswith("/kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    return next(iter(getattr(get_worker(), name).run([visit])))


def test_a_worker_without_a_browser_says_so(web: Web, order: WorkOrder, tmp_path: os.PathLike[str]) -> None:
    missing = BrowserOptions(axe_source=order.browser.axe_source, browser_path=tmp_path / "none")  # type: ignore[operator]
    dask = DaskExecutor(WorkOrder(missing, order.audit), 1, None)
    try:
        with pytest.raises(BrowserMissingError, match=r"the Dask worker tcp://\S+ has no browser"):
            list(dask.run(pages(web, 1)))
    finally:
        with suppress(Exception):
            dask.close()


def test_a_scheduler_that_does_not_answer_is_named(order: WorkOrder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11ycheck.dask_executor.CONNECT_SECONDS", 1.0)
    started = time.monotonic()
    with pytest.raises(UsageError, match=r"no Dask scheduler answers at tcp://127.0.0.1:9"):
        DaskExecutor(order, 1, "tcp://127.0.0.1:9")
    assert time.monotonic() - started < 90
