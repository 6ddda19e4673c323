from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.accuracy.cases import read_cases
from bench.accuracy.score import scored_lines

OUTCOME = {"rule": "image-alt", "criteria": ["1.1.1"], "act": ["23a2a8"], "selector": "img", "best_practice": False}


def test_findings_become_violations_and_questions() -> None:
    line = {
        "url": "http://127.0.0.1/a.html", "status": "audited", "reason": "",
        "outcomes": [
            {**OUTCOME, "outcome": "failed"}, {**OUTCOME, "outcome": "cantTell"},
            {**OUTCOME, "outcome": "failed", "best_practice": True},
        ],
    }  # fmt: skip
    (page,) = scored_lines([line])
    assert [finding["outcome"] for finding in page["findings"]] == ["violation", "needs-review"]
    assert page["findings"][0] == {
        "sc": ["1.1.1"],
        "outcome": "violation",
        "rule": "image-alt",
        "act": ["23a2a8"],
        "selector": "img",
    }


def test_a_page_that_was_not_audited_says_why() -> None:
    (page,) = scored_lines(
        [{"url": "http://127.0.0.1/a.html", "status": "not-audited", "reason": "blank", "outcomes": []}]
    )
    assert page["error"] == "blank"


def test_cases_keep_their_published_address(tmp_path: Path) -> None:
    case = {
        "ruleId": "23a2a8",
        "ruleName": "Image has a name",
        "expected": "passed",
        "relativePath": "testcases/23a2a8/1.html",
    }
    (tmp_path / "testcases.json").write_text(json.dumps({"testcases": [case]}))
    (read,) = read_cases(tmp_path / "testcases.json")
    assert read.published == "https://www.w3.org/WAI/content-assets/wcag-act-rules/testcases/23a2a8/1.html"


def test_without_cases_it_says_so_and_does_nothing(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "bench.accuracy", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, "")
    assert "skipped: no ACT test cases" in result.stderr
