"""Where visits run with `--executor dask`: on the workers of a Dask cluster, here or on other machines.

Dask's scheduler gives a visit to another worker when its own died. Each worker keeps one browser, in a thread of its own, and
must be started with one thread (`dask worker --nthreads 1`). See https://distributed.dask.org/en/stable/resilience.html.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, WorkerPlugin, as_completed, get_worker

from a11ycheck.audit import not_audited
from a11ycheck.errors import BrowserMissingError, NotAuditedError, UsageError
from a11ycheck.executors import Done, SerialExecutor, WorkOrder
from a11ycheck.model import Visit

LOSSES = 3
"""A visit that took this many workers with it is not tried again; on somebody else's scheduler its own setting counts."""
CONNECT_SECONDS = 10.0
_PLUGIN = "a11ycheck"


class DaskExecutor:
    """Runs visits as `executors.Executor` says."""

    def __init__(self, order: WorkOrder, workers: int, scheduler: str | None) -> None:
        """`scheduler`: the address of one that runs, such as `tcp://10.0.0.1:8786`; None starts `workers` workers here.

        Raises `UsageError` when nothing answers there.
        """
        self._cluster: LocalCluster | None = None
        if scheduler is None:
            with dask.config.set({"distributed.scheduler.allowed-failures": LOSSES - 1}):
                self._cluster = LocalCluster(  # type: ignore[no-untyped-call]
                    n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1", silence_logs=40,
                    dashboard_address=None, scheduler_kwargs={"dashboard": False},
                )  # fmt: skip
        try:
            self._client = Client(self._cluster or scheduler, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
        except OSError as error:
            raise UsageError(
                f"no Dask scheduler answers at {scheduler}: {error}", "Check --scheduler and that it is running."
            ) from None
        self._name = f"{_PLUGIN}-{uuid.uuid4().hex[:12]}"
        self._client.register_plugin(_Browser(order, self._name), name=self._name)

    def run(self, visits: Iterable[Visit]) -> Iterator[Done]:
        """See `executors.Executor.run`."""
        waiting = iter(visits)
        running: dict[Future[Done], Visit] = {}
        finished = as_completed(loop=self._client.loop)  # type: ignore[no-untyped-call]
        self._fill(running, finished, waiting)
        for future in finished:
            visit = running.pop(future)
            try:
                done: Done = future.result()
            except KilledWorker as error:
                reason = f"the visit took {error.allowed_failures + 1} workers with it"
                lost = NotAuditedError("worker-lost", reason)
                done = Done(visit, tuple(not_audited(visit, target, lost) for target in visit.targets), {})
            future.release()
            yield done
            self._fill(running, finished, waiting)

    def close(self) -> None:
        """See `executors.Executor.close`."""
        self._client.unregister_worker_plugin(self._name)  # type: ignore[no-untyped-call]
        self._client.close()  # type: ignore[no-untyped-call]
        if self._cluster is not None:
            self._cluster.close()

    def _fill(self, running: dict[Future[Done], Visit], finished: as_completed, waiting: Iterator[Visit]) -> None:
        """Keep two visits a worker on their way, so that a crawl's politeness and a lost login still hold back the rest."""
        most = 2 * max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
        while len(running) < most and (visit := next(waiting, None)) is not None:
            future = self._client.submit(_work, self._name, visit, key=f"{self._name}-{uuid.uuid4().hex}", pure=False)
            running[future] = visit
            finished.add(future)  # type: ignore[no-untyped-call]


class _Browser(WorkerPlugin):
    """Gives each worker, also one that comes later, a browser for this run, and takes it away afterwards."""

    def __init__(self, order: WorkOrder, name: str) -> None:
        self._order = order
        self._name = name

    def setup(self, worker: Any) -> None:
        """Called by Dask when a worker starts or the run begins."""
        setattr(worker, self._name, SerialExecutor(self._order))

    def teardown(self, worker: Any) -> None:
        """Called by Dask when the run ends."""
        getattr(worker, self._name).close()


def _work(name: str, visit: Visit) -> Done:
    worker = get_worker()
    try:
        browser: SerialExecutor = getattr(worker, name)
        return next(iter(browser.run([visit])))
    except BrowserMissingError as error:
        raise BrowserMissingError(
            f"the Dask worker {worker.address} has no browser: {error.message}", error.hint
        ) from None
