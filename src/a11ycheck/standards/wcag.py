"""Success criteria of WCAG 2.0, 2.1 and 2.2.

Source: the W3C recommendations (https://www.w3.org/TR/WCAG20/, WCAG21, WCAG22) and, for components and
cross references, the row texts of VPAT 2.5Rev. 4.1.1 was removed in WCAG 2.2; by the errata of 2023 it is
always met in WCAG 2.0 and 2.1, and so in Section 508 and EN 301 549.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from a11ycheck.standards.datafiles import read_json

Level = Literal["A", "AA", "AAA"]
Version = Literal["2.0", "2.1", "2.2"]
LEVELS: tuple[Level, ...] = get_args(Level)
VERSIONS: tuple[Version, ...] = get_args(Version)


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A line of a row's "Also applies to" list: a clause or provision, and whether the criterion applies there."""

    num: str
    label: str
    applies: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion.

    `components` are the VPAT 2.5Rev components (`web`, `electronic-docs`, `software`, `closed`,
    `authoring-tool`), empty for 4.1.1. `en_clauses` maps an area (`web`, `non_web_document`, `software_open`,
    `software_closed`, `authoring_tool`, `documentation`) to the EN 301 549 V3.2.1 clauses that repeat the
    criterion; `annex_a1` says whether Table A.1 of that standard lists the web clause.
    """

    num: str
    id: str
    name: str
    level: Level
    introduced: Version
    versions: tuple[Version, ...]
    removed_in: Version | None
    principle: str
    guideline: str
    other_names: tuple[tuple[Version, str], ...]
    anchors: tuple[tuple[Version, str], ...]
    version_tag: str | None
    components: tuple[str, ...]
    also_en: tuple[CrossReference, ...]
    also_508: tuple[CrossReference, ...]
    en_clauses: tuple[tuple[str, tuple[str, ...]], ...]
    annex_a1: bool
    trusted_tester: tuple[str, ...]
    ict_baseline: tuple[str, ...]

    @property
    def always_met(self) -> bool:
        """Whether errata make the criterion always met where it still stands (4.1.1 alone)."""
        return self.removed_in is not None

    @property
    def understanding_url(self) -> str:
        """Address of the W3C Understanding document for WCAG 2.2."""
        return f"https://www.w3.org/WAI/WCAG22/Understanding/{self.id}.html"

    @property
    def section508_applies(self) -> bool:
        """Whether Revised Section 508 incorporates the criterion (WCAG 2.0 Levels A and AA)."""
        return bool(self.also_508)

    def url(self, version: Version | None = None) -> str:
        """Return the address of the criterion in a recommendation; the one that introduced it by default.

        Raises `ValueError` when that recommendation does not have the criterion.
        """
        wanted = version or self.introduced
        anchor = dict(self.anchors).get(wanted)
        if anchor is None:
            raise ValueError(f"WCAG {wanted} has no criterion {self.num}")
        return f"https://www.w3.org/TR/WCAG{wanted.replace('.', '')}/#{anchor}"

    def name_in(self, version: Version) -> str:
        """Return the name of the criterion in a WCAG version (2.5.5 changed its name in 2.2)."""
        return dict(self.other_names).get(version, self.name)


@cache
def all_criteria() -> tuple[Criterion, ...]:
    """Return all 87 criteria that any of the three versions has, in number order."""
    return tuple(_criterion(record) for record in read_json("wcag.json"))


@cache
def _by_num() -> dict[str, Criterion]:
    return {criterion.num: criterion for criterion in all_criteria()}


def criteria(version: Version = "2.2", levels: Collection[Level] = ("A", "AA")) -> tuple[Criterion, ...]:
    """Return the criteria of a WCAG version at the given levels, in number order.

    WCAG 2.2 does not have 4.1.1. Raises `ValueError` for an unknown version or level.
    """
    if version not in VERSIONS:
        raise ValueError(f"unknown WCAG version {version!r}; known: {', '.join(VERSIONS)}")
    unknown = set(levels) - set(LEVELS)
    if unknown:
        raise ValueError(f"unknown WCAG level {', '.join(sorted(unknown))!r}; known: {', '.join(LEVELS)}")
    return tuple(row for row in all_criteria() if version in row.versions and row.level in levels)


def criterion(num: str) -> Criterion:
    """Return the criterion with this number, such as "1.4.3". Raises `KeyError` when there is none."""
    return _by_num()[num]


def is_criterion(num: str) -> bool:
    """Whether any WCAG 2.x version has a criterion with this number."""
    return num in _by_num()


def _criterion(record: dict[str, Any]) -> Criterion:
    en_clauses = {area: [found] if isinstance(found, str) else found or [] for area, found in record["en"].items()}
    return Criterion(
        num=record["num"],
        id=record["id"],
        name=record["name"],
        level=record["level"],
        introduced=record["introduced"],
        versions=tuple(record["versions"]),
        removed_in=record["removed_in"],
        principle=record["principle"],
        guideline=record["guideline"],
        other_names=tuple(record["other_names"].items()),
        anchors=tuple(record["anchors"].items()),
        version_tag=record["version_tag"],
        components=tuple(record["components"]),
        also_en=tuple(CrossReference(num, label, applies) for num, label, applies in record["also_en"]),
        also_508=tuple(CrossReference(num, label, note is None, note) for num, label, note in record["also_508"]),
        en_clauses=tuple((area, tuple(found)) for area, found in en_clauses.items()),
        annex_a1=record["annex_a1"],
        trusted_tester=tuple(record["trusted_tester"]),
        ict_baseline=tuple(record["ict_baseline"]),
    )
