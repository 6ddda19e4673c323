"""What must come of each fault, as written down before the run."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """One line of the table.

    `does`: the fault in words. `status`, `reason`: of the faulty page, one of these. `says`: on the terminal must be one of
    these. `exit`: one of these exit codes. `seconds`, `megabytes`: bounds of the scan. `flags`: for the scan. `small`: part
    of the usual test run. `driven`: its page is driven too. `ends_more`: it kills more than its own page. `healthy`: whether
    the other pages of the scan must be audited all the same.
    """

    name: str
    kind: str
    does: str
    status: tuple[str, ...] = ("audited",)
    reason: tuple[str, ...] = ("",)
    says: tuple[str, ...] = ("",)
    exit: tuple[int, ...] = (0,)
    seconds: float = 60.0
    megabytes: float = 2000.0
    flags: tuple[str, ...] = ()
    small: bool = False
    driven: bool = False
    healthy: bool = True
    ends_more: bool = False

    @property
    def alone(self) -> bool:
        """Whether it needs a scan of its own: it ends more than its page, or changes the machine or the scan."""
        return self.kind == "machine" or self.ends_more or bool(self.flags)


def faults() -> tuple[Fault, ...]:
    """All faults, in the order of the table."""
    table = tomllib.loads((Path(__file__).parent / "table.toml").read_text(encoding="utf-8"))
    return tuple(Fault(**{key: _value(value) for key, value in one.items()}) for one in table["fault"])


def _value(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
