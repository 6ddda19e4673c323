"""Ends a visit that takes too long by killing its browser: an evaluation in a hung page has no time limit of its own.

The limit grows with the page, since axe needs over a minute on application views of some ten thousand elements.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator

import psutil

SECONDS_PER_ELEMENT = 0.01
LARGEST_ALLOWANCE = 600.0


class Watchdog:
    """Watches the browsers that this process starts from now on; `fired` says whether the last limit was reached."""

    def __init__(self) -> None:
        self._spared = {child.pid for child in psutil.Process().children(recursive=True)}
        self._timer: threading.Timer | None = None
        self._until = 0.0
        self._allowed = 0.0
        self.fired = False

    @contextlib.contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Kill the browsers unless the block ends within these seconds and what `allow` adds."""
        self.fired, self._allowed = False, 0.0
        self._set(time.monotonic() + seconds)
        try:
            yield
        finally:
            self._cancel()

    def renew(self, seconds: float) -> None:
        """Begin the limit anew, for the next of several states that a visit drives one by one."""
        if self._timer is not None and not self.fired:
            self._allowed = 0.0
            self._set(time.monotonic() + seconds)

    def allow(self, elements: int) -> float:
        """Give a page of this many elements more time; returns the seconds added. Pages of one visit add up to a bound."""
        more = min(elements * SECONDS_PER_ELEMENT, LARGEST_ALLOWANCE - self._allowed)
        self._allowed += more
        if self._timer is not None:
            self._set(self._until + more)
        return more

    def _set(self, until: float) -> None:
        self._cancel()
        self._until = until
        self._timer = threading.Timer(max(until - time.monotonic(), 0), self._fire)
        self._timer.daemon = True
        self._timer.start()

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _fire(self) -> None:
        self.fired = True
        for child in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error):
                if child.pid not in self._spared and "chrom" in child.name().lower():
                    child.kill()
