"""The four editions of a VPAT 2.5Rev report: parts, tables and rows in template order.

Source: VPAT 2.5Rev, international file of February 2025, and the 2.4 files of the other editions; what is
inferred for an edition is marked in `data/editions.toml`. A row's number is unique within a report.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from a11ycheck.standards import en301549, section508, wcag
from a11ycheck.standards.datafiles import read_toml
from a11ycheck.standards.rows import Handling, RowKind, StandardRow

EditionId = Literal["wcag", "508", "eu", "int"]
PartId = Literal["wcag", "508", "en301549"]
EDITION_IDS: tuple[EditionId, ...] = get_args(EditionId)
_REFERRING: frozenset[RowKind] = frozenset({"see-wcag", "see-other"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer of a row: a component (`none` for a row without components), its label, and a preset answer.

    A preset is printed as it stands; nobody is asked.
    """

    component: str
    label: str
    preset: str | None = None


@dataclass(frozen=True, slots=True)
class AlsoApplies:
    """A list under "Also applies to": its heading, and the clauses or provisions, none when it does not apply."""

    part: PartId
    heading: str
    references: tuple[wcag.CrossReference, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    `cells` are the answers the row asks for, empty for headings and for rows that refer to others;
    `response` is then what the template prints. `level`, `version_tag`, `url` and `also_applies` are for WCAG
    rows; `handling`, `question` and `in_openacr` for the others (`in_openacr` is true for WCAG rows).
    """

    part: PartId
    num: str
    title: str
    kind: RowKind
    cells: tuple[Cell, ...]
    response: str | None = None
    level: wcag.Level | None = None
    version_tag: str | None = None
    url: str | None = None
    also_applies: tuple[AlsoApplies, ...] = ()
    handling: Handling | None = None
    question: str | None = None
    in_openacr: bool = True

    @property
    def label(self) -> str:
        """Number and title, such as "1.1.1 Non-text Content"."""
        return f"{self.num} {self.title}"

    @property
    def level_label(self) -> str | None:
        """Level with version tag, such as "(Level A 2.1 and 2.2)"; None outside WCAG."""
        if self.level is None:
            return None
        return f"(Level {self.level}{' ' + self.version_tag if self.version_tag else ''})"

    @property
    def is_answered(self) -> bool:
        """Whether a person has to answer at least one cell of the row."""
        return any(cell.preset is None for cell in self.cells)

    @property
    def refers(self) -> bool:
        """Whether the row sends the reader to other rows instead of being answered."""
        return self.kind in _REFERRING


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report. `chapter` is its OpenACR chapter id; only EN clause 9 has no rows."""

    id: str
    part: PartId
    heading: str
    chapter: str
    level: wcag.Level | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The tables of one standard under one heading."""

    id: PartId
    heading: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class ApplicableStandard:
    """A line of the applicable standards table; with `levels` it has three answers: Level A, AA and AAA."""

    id: str
    name: str
    urls: tuple[str, ...]
    levels: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """A report edition. `name` stands under the title, before "(Based on VPAT® Version 2.5Rev)"."""

    id: EditionId
    name: str
    template_version: str
    columns: tuple[str, ...]
    wcag_version: wcag.Version
    en_version: str | None
    standards: tuple[ApplicableStandard, ...]
    parts: tuple[Part, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables in template order."""
        return tuple(table for part in self.parts for table in part.tables)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in template order."""
        return tuple(row for table in self.tables for row in table.rows)

    def row(self, num: str) -> Row:
        """Return the row with this number. Raises `KeyError` when the edition has none."""
        for row in self.rows:
            if row.num == num:
                return row
        raise KeyError(num)


@cache
def edition(
    edition_id: EditionId, *, wcag_version: wcag.Version | None = None, en_version: str = en301549.DEFAULT_VERSION
) -> Edition:
    """Return an edition with all its tables.

    `wcag_version` is the newest WCAG version reported: rows of newer ones are left out. The default is the
    template's own, 2.0 for the Section 508 edition and 2.2 for the others. EN 301 549 needs at least 2.1.
    Raises `ValueError` for an unknown edition or version, or a version that does not fit the edition.
    """
    record = next((row for row in _data()["edition"] if row["id"] == edition_id), None)
    if record is None:
        raise ValueError(f"unknown edition {edition_id!r}; known: {', '.join(EDITION_IDS)}")
    version: wcag.Version = wcag_version or record["wcag_version"]
    if version not in wcag.VERSIONS:
        raise ValueError(f"unknown WCAG version {version!r}; known: {', '.join(wcag.VERSIONS)}")
    part_ids: list[PartId] = record["parts"]
    if "en301549" in part_ids and version == "2.0":
        raise ValueError("EN 301 549 repeats the criteria of WCAG 2.1; report WCAG 2.1 or 2.2 with it")
    return Edition(
        id=edition_id,
        name=record["name"],
        template_version=_data()["template_version"],
        columns=tuple(_data()["columns"]),
        wcag_version=version,
        en_version=en_version if "en301549" in part_ids else None,
        standards=_standards(record, version),
        parts=tuple(_part(part_id, part_ids, version, en_version) for part_id in part_ids),
    )


def _data() -> dict[str, Any]:
    return read_toml("editions.toml")


def _standards(record: dict[str, Any], version: wcag.Version) -> tuple[ApplicableStandard, ...]:
    reported = [f"wcag{known.replace('.', '')}" for known in wcag.VERSIONS if known <= version]
    wanted = [*reported, *(name for name in record["standards"] if not name.startswith("wcag"))]
    rows = (row for row in _data()["standard"] if row["id"] in wanted)
    return tuple(ApplicableStandard(row["id"], row["name"], tuple(row["urls"]), row["levels"]) for row in rows)


def _part(part_id: PartId, part_ids: list[PartId], version: wcag.Version, en_version: str) -> Part:
    label = _version_label(version)
    tables = tuple(
        Table(
            id=record["id"],
            part=part_id,
            heading=record["heading"].format(version=label),
            chapter=record["chapter"],
            level=record.get("level"),
            rows=_rows(record, part_ids, version, en_version),
        )
        for record in _data()["table"]
        if record["part"] == part_id
    )
    return Part(part_id, _data()["part"][part_id].format(version=label), tables)


def _rows(record: dict[str, Any], part_ids: list[PartId], version: wcag.Version, en_version: str) -> tuple[Row, ...]:
    if record["part"] == "wcag":
        known = wcag.VERSIONS[: wcag.VERSIONS.index(version) + 1]
        rows = (row for row in wcag.all_criteria() if row.level == record["level"] and row.introduced in known)
        return tuple(_wcag_row(row, part_ids, version) for row in rows)
    chapter = record["chapter"]
    standard_rows = section508.provisions(chapter) if record["part"] == "508" else en301549.clauses(chapter, en_version)
    return tuple(_standard_row(row, record["part"], version) for row in standard_rows)


def _wcag_row(criterion: wcag.Criterion, part_ids: list[PartId], version: wcag.Version) -> Row:
    also = []
    if "en301549" in part_ids:
        also.append(AlsoApplies("en301549", "EN 301 549 Criteria", criterion.also_en))
    if "508" in part_ids:
        also.append(AlsoApplies("508", "Revised Section 508", criterion.also_508))
    presets = _data()["preset"].get(criterion.num, {})
    components = criterion.components or ("none",)
    return Row(
        part="wcag",
        num=criterion.num,
        title=criterion.name_in(version),
        kind="requirement",
        cells=tuple(
            Cell(component, _data()["component"][component], presets.get(component))
            for component in components
            if component != "closed" or "en301549" in part_ids
        ),
        level=criterion.level,
        version_tag=criterion.version_tag,
        url=criterion.url(),
        also_applies=tuple(also),
    )


def _standard_row(row: StandardRow, part: PartId, version: wcag.Version) -> Row:
    printed: dict[RowKind, str] = _data()["response"]
    response = row.template_response
    if response is None and row.kind in printed:
        response = printed[row.kind].format(version=_version_label(version))
    cells: tuple[Cell, ...] = ()
    if row.kind in ("requirement", "reserved"):
        cells = (Cell("none", "", response),)
    return Row(
        part=part,
        num=row.num,
        title=row.title,
        kind=row.kind,
        cells=cells,
        response=response,
        handling=row.handling,
        question=row.question,
        in_openacr=row.in_openacr,
    )


def _version_label(version: wcag.Version) -> str:
    return "2.0" if version == "2.0" else "2.x"
