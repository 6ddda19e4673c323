"""A shard: the part of a plan that one of several machines visits, chosen by a hash of each target, the same everywhere."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Self

from a11ycheck.model import Visit

_SHARD = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", re.ASCII)


@dataclass(frozen=True)
class Shard:
    """Part `number` of `count`, counted from 1."""

    number: int = 1
    count: int = 1

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `k/n`. Raises `ValueError` with what to write instead."""
        found = _SHARD.fullmatch(text.strip())
        if not found or int(found[1]) > int(found[2]):
            raise ValueError(f"{text!r} is no shard; write k/n with k from 1 to n, for example 2/4")
        return cls(int(found[1]), int(found[2]))

    @property
    def is_whole(self) -> bool:
        """Whether there is no other shard."""
        return self.count == 1

    def has(self, visit: Visit, shown: str) -> bool:
        """Whether a visit is this shard's. `shown`: its URL as displayed, without a port that changes from run to run.

        All variants of a page or flow are in one shard.
        """
        digest = hashlib.sha256(f"{shown}\x1f{visit.flow}".encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.count == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"
