"""A run in several variants: the visits that are repeated in the others, after the base variant is done."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from a11ycheck.model import Variant, Visit


def repeats(visits: tuple[Visit, ...], variants: tuple[Variant, ...], audited: Collection[int]) -> tuple[Visit, ...]:
    """The visits once more in each variant after the first, variant by variant, with orders after all others.

    `audited`: orders of the visits that could be audited; the others are not tried again.
    """
    base = variants[0]
    return tuple(
        visit.model_copy(
            update={
                "order": number * len(visits) + visit.order,
                "variant": variant,
                "repeats": "colours" if (variant.width, variant.height) == (base.width, base.height) else "all",
            }
        )
        for number, variant in enumerate(variants[1:], 1)
        for visit in visits
        if visit.order in audited
    )


def with_repeats(chosen: Collection[int], visits: Iterable[Visit]) -> frozenset[int]:
    """The chosen orders and those of the same pages and flows in other variants."""
    visits = tuple(visits)
    pages = {(visit.url, visit.flow) for visit in visits if visit.order in chosen}
    return frozenset(chosen) | {visit.order for visit in visits if visit.repeats and (visit.url, visit.flow) in pages}
