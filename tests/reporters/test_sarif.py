from __future__ import annotations

import gzip
import json
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.reporters.conftest import DOCS, image_without_alt, write_sample

from a11ycheck.config import Config
from a11ycheck.gate.baseline import of_run, write
from a11ycheck.gate.instances import instances
from a11ycheck.gating import Suppression
from a11ycheck.model import Target, TargetResult, TargetStatus
from a11ycheck.reporters import sarif
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

SCHEMA = json.loads(gzip.decompress((Path(__file__).parent / "schemas" / "sarif-2.1.0.json.gz").read_bytes()))


def log(view: RunView, config: Config, folder: Path) -> dict[str, Any]:
    (path,) = write_reports(view, config, ["sarif"], folder)
    data: dict[str, Any] = json.loads(path.read_text(encoding="ascii"))
    jsonschema.Draft4Validator(SCHEMA).validate(data)
    assert path.stat().st_size < 25_000_000
    return data


@pytest.fixture
def run(view: RunView, config: Config, tmp_path: Path) -> dict[str, Any]:
    (only,) = log(view, config, tmp_path / "out")["runs"]
    return only


def test_every_result_has_what_github_needs(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == 8
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert ":" not in place["artifactLocation"]["uri"]
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert place["region"]["startLine"] == 1
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert len(rule["properties"]["tags"]) <= 10
        assert len(rule["fullDescription"]["text"]) <= 1024


def test_what_fails_comes_first_and_levels_follow_impact(run: dict[str, Any]) -> None:
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("axe/image-alt", "error"), ("axe/image-alt", "error"), ("axe/image-alt", "error"),
        ("axe/color-contrast", "error"), ("axe/link-name", "error"),
        ("axe/region", "note"), ("axe/color-contrast", "note"), ("reflow", "note"),
    ]  # fmt: skip


def test_fingerprints_tell_all_results_apart_and_stay(
    run: dict[str, Any], view: RunView, config: Config, tmp_path: Path
) -> None:
    def prints(results: list[dict[str, Any]]) -> list[str]:
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    assert set(Counter(prints(run["results"])).values()) == {1}
    again = log(view, config, tmp_path / "again")["runs"][0]
    assert prints(again["results"]) == prints(run["results"])


def test_pages_that_were_not_audited_are_told(run: dict[str, Any]) -> None:
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert f"{DOCS}/missing.html: http-error: the server answered 404 Not Found" in told
    assert invocation["startTimeUtc"] == "2026-01-02T03:04:05Z"


def test_script_addresses_are_no_links(run: dict[str, Any]) -> None:
    (rule,) = [rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "axe/link-name"]
    assert "helpUri" not in rule
    assert "javascript" not in rule["help"]["markdown"]


def test_known_and_suppressed_ones_are_marked(view: RunView, config: Config, tmp_path: Path) -> None:
    write(tmp_path / "known.json", of_run(view, [one for one in instances(view) if one.page == "/"], ("violation",)))
    asked = config.model_copy(
        update={"baseline_file": tmp_path / "known.json", "suppress": (Suppression(rule="link-name", reason="old"),)}
    )
    results = log(view, asked, tmp_path / "out")["runs"][0]["results"]
    states = Counter(
        (result["ruleId"], result.get("baselineState"), bool(result.get("suppressions"))) for result in results
    )
    assert states["axe/image-alt", "unchanged", False] == 2
    assert states["axe/image-alt", "new", False] == 1
    assert states["axe/link-name", None, True] == 1


def test_more_than_code_scanning_takes_is_left_out_and_said(config: Config, tmp_path: Path) -> None:
    target = Target(url=f"{DOCS}/")
    many = tuple(image_without_alt(target, f"#i{number}", f"{'long' * 50}{number}.png") for number in range(5200))
    write_sample(
        tmp_path / "many.db", (TargetResult(order=0, target=target, status=TargetStatus.AUDITED, outcomes=many),)
    )
    with closing(open_audit_file(tmp_path / "many.db")) as connection:
        run = log(RunView(connection), config, tmp_path / "out")["runs"][0]
    assert len(run["results"]) == sarif.MOST_RESULTS
    assert "200 findings are left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_an_empty_run_is_a_valid_log(config: Config, tmp_path: Path) -> None:
    write_sample(tmp_path / "empty.db", ())
    with closing(open_audit_file(tmp_path / "empty.db")) as connection:
        run = log(RunView(connection), config, tmp_path / "out")["runs"][0]
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is False
