from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from a11ycheck.config import Config
from a11ycheck.reporters import schemas
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView


@pytest.fixture
def lines(view: RunView, config: Config, tmp_path: Path) -> list[dict]:
    (path,) = write_reports(view, config, ["jsonl"], tmp_path / "out")
    return [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()]


def test_lines_are_the_targets_in_plan_order_with_their_status(lines: list[dict]) -> None:
    assert [(line["url"][:33], line["state"], line["variant"], line["status"], line["reason"]) for line in lines] == [
        ("https://docs.example.test/", "", "1280x800", "audited", ""),
        ("https://docs.example.test/guide.h", "", "320x256+dark", "audited", ""),
        ("https://docs.example.test/hostile", "", "1280x800", "audited", ""),
        ("https://app.example.test/#/settin", "menu open", "1280x800", "partial", "dom-not-quiet"),
        ("https://docs.example.test/missing", "", "1280x800", "not-audited", "http-error"),
        ("javascript:window.canary=1//", "", "1280x800", "not-audited", "load-failed"),
    ]


def test_line_has_exactly_the_fields_that_programs_rely_on(lines: list[dict]) -> None:
    assert list(lines[1]) == ["url", "state", "variant", "status", "reason", "outcomes"]
    assert lines[1]["outcomes"][0] == {
        "check": "axe",
        "rule": "image-alt",
        "outcome": "failed",
        "criteria": ["1.1.1"],
        "best_practice": False,
        "act": ["23a2a8"],
        "impact": "critical",
        "selector": "#logo",
        "html": '<img src="logo.png">',
        "message": "Element does not have an alt attribute",
        "fingerprint": "38d1896d6f63af14",
        "group": "1a1bc4897fd1bfe0",
    }


def test_outcomes_are_findings_only(lines: list[dict]) -> None:
    assert [(o["rule"], o["outcome"]) for o in lines[0]["outcomes"]] == [
        ("image-alt", "failed"),
        ("image-alt", "failed"),
        ("color-contrast", "failed"),
        ("color-contrast", "cantTell"),
        ("reflow", "cantTell"),
    ]
    assert [line["outcomes"] for line in lines[3:]] == [[], [], []]


def test_every_line_keeps_to_the_published_schema(lines: list[dict]) -> None:
    schema = json.loads(schemas.text("findings-line"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for line in lines:
        jsonschema.validate(line, schema)


def test_page_texts_come_back_unchanged_from_ascii(lines: list[dict]) -> None:
    assert lines[2]["outcomes"][0]["message"].startswith("\x1b[2J\x1b]0;owned\x07\x9b31m red\x00\u2028")
