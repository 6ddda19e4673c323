"""Row numbers, chapters and components of the OpenACR 2.5 catalogs.

Source: the catalogs of GSA/openacr 0.3.8. There is no catalog for the EU edition alone: the international
one serves, with the Section 508 chapters disabled. The catalogs have no `closed` component, and
`en_301_549_web` has no rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from a11ycheck.standards.datafiles import read_json
from a11ycheck.standards.editions import Edition


@dataclass(frozen=True, slots=True)
class CatalogRow:
    """A row of a catalog: its number, the title the catalog gives it, and the component ids it accepts."""

    num: str
    handle: str
    components: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CatalogChapter:
    """A chapter of a catalog, with its rows in catalog order."""

    id: str
    label: str
    rows: tuple[CatalogRow, ...]


@dataclass(frozen=True, slots=True)
class CatalogStandard:
    """A standard that a catalog covers, and the ids of its chapters."""

    id: str
    label: str
    report_heading: str
    url: str
    chapters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalog:
    """An OpenACR catalog; `id` is the value of the `catalog` field of a report."""

    id: str
    title: str
    standards: tuple[CatalogStandard, ...]
    chapters: tuple[CatalogChapter, ...]


@cache
def catalogs() -> dict[str, Catalog]:
    """Return the five 2.5 catalogs by id."""
    data = read_json("openacr.json")
    labels = {chapter["id"]: chapter["label"] for chapter in data["chapters"]}
    rows = {row["num"]: CatalogRow(row["num"], row["handle"], tuple(row["components"])) for row in data["rows"]}
    return {record["id"]: _catalog(record, labels, rows) for record in data["catalogs"]}


def edition_catalog(edition: Edition) -> tuple[Catalog, tuple[str, ...]]:
    """Return the smallest catalog that has every table of an edition, and the chapters to disable in it.

    Raises `ValueError` when no catalog fits, as for EN 301 549 with WCAG 2.1.
    """
    wanted = {table.chapter for table in edition.tables}
    fitting = [
        catalog
        for catalog in catalogs().values()
        if catalog.standards[0].id == f"wcag-{edition.wcag_version}"
        and wanted <= {chapter.id for chapter in catalog.chapters}
    ]
    if not fitting:
        raise ValueError(f"OpenACR has no catalog for the {edition.name} with WCAG {edition.wcag_version}")
    best = min(fitting, key=lambda catalog: len(catalog.chapters))
    return best, tuple(chapter.id for chapter in best.chapters if chapter.id not in wanted)


def components() -> dict[str, str]:
    """Return the component labels by id; `none` has an empty label."""
    return {row["id"]: row["label"] for row in read_json("openacr.json")["components"]}


def terms() -> dict[str, str]:
    """Return the labels of the conformance levels by OpenACR id, such as "partially-supports"."""
    return {row["id"]: row["label"] for row in read_json("openacr.json")["terms"]}


def _catalog(record: dict[str, Any], labels: dict[str, str], rows: dict[str, CatalogRow]) -> Catalog:
    return Catalog(
        id=record["id"],
        title=record["title"],
        standards=tuple(
            CatalogStandard(row["id"], row["label"], row["report_heading"], row["url"], tuple(row["chapters"]))
            for row in record["standards"]
        ),
        chapters=tuple(
            CatalogChapter(chapter, labels[chapter], tuple(rows[num] for num in nums))
            for chapter, nums in record["rows"].items()
        ),
    )
