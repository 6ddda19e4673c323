"""Long lists cut into parts, a file each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

PART_WEIGHT = 250_000


def parts(items: Iterable[T], most: int, weight: Callable[[T], int] = lambda _: 0) -> Iterator[list[T]]:
    """Cut a list so that no part has more than `most` items or weighs much more than `PART_WEIGHT`; at least one part."""
    part: list[T] = []
    heavy = 0
    for item in items:
        if part and (len(part) == most or heavy + weight(item) > PART_WEIGHT):
            yield part
            part, heavy = [], 0
        part.append(item)
        heavy += weight(item)
    yield part


@dataclass(frozen=True)
class Pager:
    """Which part of a list a file is. Parts after the first are `<name>-<number>.html`."""

    name: str
    number: int
    last: bool

    @property
    def file(self) -> str:
        """The file of this part."""
        return part_file(self.name, self.number)

    @property
    def previous(self) -> str:
        """The file of the part before; empty on the first."""
        return part_file(self.name, self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The file of the part after; empty on the last."""
        return "" if self.last else part_file(self.name, self.number + 1)


def part_file(name: str, number: int) -> str:
    """The file of a part of a list."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"


def paged(name: str, chunks: Iterable[T]) -> Iterator[tuple[Pager, T]]:
    """Each part with its pager, looking one ahead so that parts need not be counted first."""
    number = 0
    held: list[T] = []
    for chunk in chunks:
        if held:
            number += 1
            yield Pager(name, number, last=False), held.pop()
        held.append(chunk)
    yield Pager(name, number + 1, last=True), held.pop()
