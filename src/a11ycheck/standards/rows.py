"""The shape shared by the rows of Revised Section 508 and EN 301 549 in a VPAT 2.5Rev report.

Kinds, titles, order and OpenACR chapters come from the template and the OpenACR 2.5 catalogs. `handling`
and `question` say how a web product comes to its answer: see `standards.profile`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

RowKind = Literal["requirement", "heading", "see-wcag", "see-other", "reserved", "advisory"]
Handling = Literal["heading", "see-wcag", "derive-fpc", "derive-fps", "ask", "ask-see-wcag", "human"]


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A row of a standard beside WCAG.

    `chapter` is the OpenACR chapter id; `in_openacr` says whether the OpenACR catalogs list the row.
    `question` is the id of the product profile question that decides Not Applicable. `template_response` is
    what the template prints where the row is not answered on its own. `annex_a1` tells for an EN row whether
    Table A.1 lists it for web pages always, under a condition, or not at all. `fps_primary` and
    `fps_secondary` are the functional performance statements of Table B.2.
    """

    standard: Literal["508", "en301549"]
    num: str
    title: str
    chapter: str
    kind: RowKind
    handling: Handling
    question: str | None
    in_openacr: bool
    template_response: str | None
    trusted_tester: tuple[str, ...]
    ict_baseline: tuple[str, ...]
    annex_a1: Literal["always", "conditional"] | None
    fps_primary: tuple[str, ...]
    fps_secondary: tuple[str, ...]


def standard_row(standard: Literal["508", "en301549"], record: dict[str, Any]) -> StandardRow:
    """Make a row from a record of `section508.json` or `en301549-*.json`."""
    fps = record.get("fps", {})
    return StandardRow(
        standard=standard,
        num=record["clause"],
        title=record["title"],
        chapter=record["chapter"],
        kind=record["kind"],
        handling=record["handling"],
        question=record["question"],
        in_openacr=record["openacr"],
        template_response=record["template_response"],
        trusted_tester=tuple(record.get("trusted_tester", ())),
        ict_baseline=tuple(record.get("ict_baseline", ())),
        annex_a1=record.get("annex_a1"),
        fps_primary=tuple(fps.get("primary", ())),
        fps_secondary=tuple(fps.get("secondary", ())),
    )
