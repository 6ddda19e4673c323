from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import jsonschema
import pytest

from a11ycheck.config import Config
from a11ycheck.reporters import schemas
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


@pytest.fixture
def document(view: RunView, config: Config, tmp_path: Path) -> dict:
    (path,) = write_reports(view, config, ["json"], tmp_path / "out")
    return json.loads(path.read_text(encoding="ascii"))


def test_document_keeps_to_the_published_schema(document: dict) -> None:
    schema = json.loads(schemas.text("findings"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)


def test_schema_refuses_a_status_that_is_not_ours(document: dict) -> None:
    document["targets"][0]["status"] = "ok"
    with pytest.raises(jsonschema.ValidationError, match="'ok' is not one of"):
        jsonschema.validate(document, json.loads(schemas.text("findings")))


def test_summary_counts_violations_reviews_and_best_practice_apart(document: dict) -> None:
    assert document["summary"] == {
        "targets": {"not-audited": 2, "partial": 1, "audited": 3},
        "violation_groups": 3,
        "needs_review_groups": 2,
        "best_practice_groups": 1,
        "violations": 5,
        "needs_review": 2,
        "best_practice": 1,
        "sample": {"driven": 1, "kinds": 1, "kinds_driven": 1, "setting": "auto", "seed": 0},
    }


def test_targets_that_were_not_audited_come_first(document: dict) -> None:
    assert [(t["number"], t["status"], t["reason"]) for t in document["targets"]] == [
        (5, "not-audited", "http-error"),
        (6, "not-audited", "load-failed"),
        (4, "partial", "dom-not-quiet"),
        (1, "audited", ""),
        (2, "audited", ""),
        (3, "audited", ""),
    ]


def test_rules_tell_where_they_completed_and_where_not(document: dict) -> None:
    rules = {rule["rule"]: (rule["targets"], rule["completed"]) for rule in document["rules"]}
    assert rules == {
        "color-contrast": ({"passed": 1, "failed": 1, "cantTell": 1}, 2),
        "html-has-lang": ({"passed": 1, "inapplicable": 1}, 2),
        "image-alt": ({"passed": 1, "failed": 2}, 3),
        "link-name": ({"passed": 1, "failed": 1}, 2),
        "region": ({"failed": 1}, 1),
        "video-caption": ({"inapplicable": 1, "untested": 1}, 1),
        "reflow": ({"cantTell": 1}, 1),
    }


def test_groups_are_worst_first_and_count_only_where_their_rule_completed(document: dict) -> None:
    assert [
        (g["rule"], g["outcome"], g["impact"], g["findings"], g["targets"], g["completed"]) for g in document["groups"]
    ] == [
        ("image-alt", "failed", "critical", 3, 2, 3),
        ("color-contrast", "failed", "serious", 1, 1, 2),
        ("link-name", "failed", "serious", 1, 1, 2),
        ("region", "failed", "moderate", 1, 1, 1),
        ("color-contrast", "cantTell", "serious", 1, 1, 2),
        ("reflow", "cantTell", "moderate", 1, 1, 1),
    ]


def test_findings_name_their_target_by_number_in_plan_order(document: dict) -> None:
    assert [(f["target"], f["rule"]) for f in document["findings"]] == [
        (1, "image-alt"),
        (1, "image-alt"),
        (1, "color-contrast"),
        (1, "color-contrast"),
        (1, "reflow"),
        (2, "image-alt"),
        (2, "region"),
        (3, "link-name"),
    ]
    assert document["findings"][0]["box"] == [8, 16, 120.5, 40]


def test_run_with_nothing_in_it_is_still_a_valid_document(tmp_path: Path, config: Config) -> None:
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        RunWriter.start(connection, {})
        (path,) = write_reports(RunView(connection), config, ["json"], tmp_path)
    document = json.loads(path.read_text())
    jsonschema.validate(document, json.loads(schemas.text("findings")))
    assert (document["run"]["status"], document["run"]["finished"], document["targets"]) == ("running", None, [])
