"""Lets the clock of every Python process of a scan jump by `FAULTS_CLOCK_JUMP` seconds, 1.5 seconds after its start."""

import datetime
import os
import time

_JUMP = float(os.environ.get("FAULTS_CLOCK_JUMP", "0"))
_BEGUN = time.monotonic()
_time, _datetime = time.time, datetime.datetime


def _jumped() -> float:
    return _time() + (_JUMP if time.monotonic() - _BEGUN > 1.5 else 0.0)


class _Datetime(_datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> "_Datetime":
        return cls.fromtimestamp(_jumped(), tz)


if _JUMP:
    time.time = _jumped
    datetime.datetime = _Datetime  # type: ignore[misc]
