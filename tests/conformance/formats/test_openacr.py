"""OpenACR files: the schema and the catalogs of GSA/openacr, and the traps that its validator does not see."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.formats import openacr
from a11ycheck.standards.editions import EDITION_IDS, EditionId, edition
from a11ycheck.standards.openacr import catalogs, components, edition_catalog, terms
from a11ycheck.store.queries import RunView

STANDARDS = Path(os.environ.get("A11YCHECK_STANDARDS_DIR", Path(__file__).parents[4] / "shared" / "standards"))
SCHEMA = STANDARDS / "openacr" / "schema" / "openacr-0.1.0.json"


def load(view: RunView, config: Config, edition_id: EditionId, *, final: bool = False) -> Any:
    return yaml.safe_load(openacr.render(build(view, config, edition_id, final=final)))


def entries(data: Any):
    for chapter_id, chapter in data["chapters"].items():
        for criterion in chapter.get("criteria", ()):
            for component in criterion["components"]:
                yield chapter_id, criterion["num"], component


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the OpenACR schema is not here; set A11YCHECK_STANDARDS_DIR")
@pytest.mark.parametrize("edition_id", EDITION_IDS)
def test_is_valid_against_the_schema(edition_id: EditionId, sample_view: RunView, config: Config) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(load(sample_view, config, edition_id))


@pytest.mark.parametrize("edition_id", EDITION_IDS)
def test_is_valid_against_its_catalog(edition_id: EditionId, sample_view: RunView, config: Config) -> None:
    data = load(sample_view, config, edition_id)
    catalog = catalogs()[data["catalog"]]
    rows = {chapter.id: {row.num: row for row in chapter.rows} for chapter in catalog.chapters}
    assert set(data["chapters"]) == set(rows)
    for chapter_id, num, component in entries(data):
        assert component["name"] in rows[chapter_id][num].components
        assert component["name"] in components()
        level = component["adherence"]["level"]
        assert level in ("", *terms())
        assert isinstance(component["adherence"]["notes"], str)
        if level in ("supports", "partially-supports", "does-not-support", "not-applicable"):
            assert component["adherence"]["notes"]


@pytest.mark.parametrize("edition_id", EDITION_IDS)
def test_every_row_of_a_chapter_that_is_not_disabled_is_there(
    edition_id: EditionId, sample_view: RunView, config: Config
) -> None:
    data = load(sample_view, config, edition_id)
    catalog, left_out = edition_catalog(edition(edition_id))
    for chapter in catalog.chapters:
        written = data["chapters"][chapter.id]
        if chapter.id == "success_criteria_level_aaa" or chapter.id in left_out:
            assert written["disabled"] is True
            assert written["notes"]
        else:
            assert [row["num"] for row in written.get("criteria", [])] == [row.num for row in chapter.rows]


def test_numbers_are_strings_in_the_file(sample_view: RunView, config: Config) -> None:
    data = load(sample_view, config, "int")
    assert all(isinstance(num, str) for _, num, _ in entries(data))
    assert "302.1" in {num for _, num, _ in entries(data)}


def test_not_evaluated_stands_nowhere_and_the_web_chapter_of_en_has_no_criteria(
    sample_view: RunView, config: Config
) -> None:
    data = load(sample_view, config, "int")
    assert "not-evaluated" not in {component["adherence"]["level"] for _, _, component in entries(data)}
    assert "criteria" not in data["chapters"]["en_301_549_web"]


def test_a_draft_leaves_undecided_levels_empty_and_says_draft(sample_view: RunView, config: Config) -> None:
    data = load(sample_view, config, "508")
    assert data["title"] == "DRAFT: Example Corp Accessibility Conformance Report"
    assert data["notes"].startswith("DRAFT: not a statement of conformance.")
    web = next(c for _, num, c in entries(data) if (num, c["name"]) == ("1.1.1", "web"))
    assert web["adherence"]["level"] == ""
    assert "Undecided: 3 failures found by automated checks" in web["adherence"]["notes"]


def test_a_final_report_has_the_plain_title(sample_view: RunView, config: Config) -> None:
    data = load(sample_view, config, "508", final=True)
    assert data["title"] == "Example Corp Accessibility Conformance Report"
    assert "DRAFT" not in data["notes"]


def test_date_and_contact_are_for_machines(sample_view: RunView, config: Config) -> None:
    data = load(sample_view, config, "508")
    assert data["report_date"] == "2099-11-24"
    assert data["author"]["email"] == "accessibility@example.org"


def test_closed_functionality_stands_in_the_notes_of_software(sample_view: RunView, config: Config) -> None:
    software = next(
        c for _, num, c in entries(load(sample_view, config, "eu")) if (num, c["name"]) == ("1.1.1", "software")
    )
    assert "Closed functionality: Not Applicable." in software["adherence"]["notes"]
