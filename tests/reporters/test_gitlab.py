from __future__ import annotations

import json
from pathlib import Path

from a11ycheck.config import Config
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def test_issues_are_what_counts_with_unique_fingerprints_and_relative_paths(
    view: RunView, config: Config, tmp_path: Path
) -> None:
    (path,) = write_reports(view, config, ["gitlab"], tmp_path)
    issues = json.loads(path.read_text(encoding="ascii"))
    assert [(issue["check_name"], issue["severity"]) for issue in issues] == [
        ("image-alt", "blocker"), ("image-alt", "blocker"), ("image-alt", "blocker"),
        ("color-contrast", "critical"), ("link-name", "critical"),
    ]  # fmt: skip
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in SEVERITIES
        assert not issue["location"]["path"].startswith("/")
        assert "\x1b" not in issue["description"]
        assert issue["location"]["lines"]["begin"] >= 1
