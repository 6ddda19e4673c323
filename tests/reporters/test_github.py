from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest
from tests.reporters.conftest import DOCS, axe, found, place, write_sample

from a11ycheck.config import Config
from a11ycheck.model import Impact, Outcome, Target, TargetResult, TargetStatus
from a11ycheck.reporters.base import write_reports
from a11ycheck.reporters.github import MOST, command
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView


def commands(view: RunView, config: Config, folder: Path) -> list[str]:
    (path,) = write_reports(view, config, ["github"], folder)
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def test_there_is_one_annotation_a_group_and_unknown_pages_come_first(
    view: RunView, config: Config, tmp_path: Path
) -> None:
    lines = commands(view, config, tmp_path / "out")
    page = "https://app.example.test/#/settings [menu open]"
    assert lines[0] == f"::error title=Not audited::{page}: dom-not-quiet: the page was still changing after 3 s"
    alt = next(line for line in lines if "title=Images must" in line)
    assert alt.startswith(
        "::error file=docs.example.test/index.html,line=1,title=Images must have alternative text%3A img::"
    )
    assert "3 places on 2 pages, first: https://docs.example.test/ #logo" in alt
    assert lines[-1].startswith("::notice title=a11ycheck::Unknown: 3 targets could not be audited in full")


def test_nothing_from_a_page_makes_a_command(view: RunView, config: Config, tmp_path: Path) -> None:
    for line in commands(view, config, tmp_path / "out"):
        assert re.match(r"::(error|warning|notice) ", line)
        assert "\r" not in line
        assert "\x1b" not in line


@pytest.mark.parametrize(
    ("message", "title", "expected"),
    [
        ("a\n::error::b", "", "::error::a ::error::b"),
        ("100%0A::set-output", "", "::error::100%250A::set-output"),
        ("x", "a,file=b:c%", "::error title=a%2Cfile=b%3Ac%25::x"),
        ("\r\u2028x", "", "::error::[U+000D][U+2028]x"),
    ],
)
def test_texts_are_escaped(message: str, title: str, expected: str) -> None:
    assert command("error", message, title=title) == expected


def test_no_more_than_github_shows(config: Config, tmp_path: Path) -> None:
    target = Target(url=f"{DOCS}/")
    many = tuple(
        found(axe("image-alt", Outcome.FAILED), target, place(f"#i{n}", role=f"r{n}"), Impact.CRITICAL, "x")
        for n in range(30)
    )
    write_sample(
        tmp_path / "many.db", (TargetResult(order=0, target=target, status=TargetStatus.AUDITED, outcomes=many),)
    )
    with closing(open_audit_file(tmp_path / "many.db")) as connection:
        errors = [
            line for line in commands(RunView(connection), config, tmp_path / "out") if line.startswith("::error")
        ]
    assert len(errors) == MOST
    assert errors[-1] == "::error title=a11ycheck::21 more annotations left out; the reports have them all."
