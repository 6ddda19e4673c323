from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.conformance.lint.read_openacr import read_openacr
from a11ycheck.errors import UsageError

REPORT = """\
title: Example Corp Accessibility Conformance Report
product: {name: Parley, version: 7.10, description: Chat.}
author: {email: a@example.org}
report_date: 2026-11-24
catalog: 2.5-edition-wcag-2.0-508-en
chapters:
  success_criteria_level_a:
    criteria:
      - num: 1.1.1
        components:
          - name: web
            adherence: {level: partially-supports, notes: One logo.}
          - name: software
            adherence: {level: Passes}
  functional_performance_criteria:
    criteria:
      - num: 302.10
        components:
          - {name: none}
  hardware: {disabled: true, notes: None here.}
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "acr.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_fields_rows_and_lines(tmp_path: Path) -> None:
    report = read_openacr(write(tmp_path, REPORT))
    assert (report.product, report.version, report.date, report.contact) == (
        "Parley",
        "7.10",
        "2026-11-24",
        "a@example.org",
    )
    first, second, third = report.entries
    assert (first.num, first.component, first.level, first.remarks, first.line) == (
        "1.1.1", "web", "Partially Supports", "One logo.", 11,
    )  # fmt: skip
    assert (second.level, third.num, third.level) == ("Passes", "302.10", "")
    assert [(chapter.id, chapter.disabled, chapter.notes) for chapter in report.chapters][-1] == (
        "hardware", True, "None here.",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["a: [", "- 1", "title: x", "chapters: 3", ""])
def test_broken_or_other_yaml_is_a_usage_error(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"acr\.yaml"):
        read_openacr(write(tmp_path, text))


def test_a_tag_that_would_run_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_openacr(write(tmp_path, "chapters: !!python/object/apply:os.system ['true']"))


@pytest.mark.parametrize(
    "chapters",
    [
        "{a: {criteria: 5}}",
        "{a: {criteria: {num: 1.1.1}}}",
        "{a: {criteria: [text, {num: [1], components: 7}, {num: 1.1.1, components: [web, {name: web, adherence: [x]}]}]}}",
        "{a: [1, 2], 5: {criteria: [{num: 1.1.1, components: {name: web}}]}}",
    ],
)
def test_odd_shapes_are_read_as_far_as_they_go(chapters: str, tmp_path: Path) -> None:
    report = read_openacr(write(tmp_path, f"title: [a]\nproduct: text\nchapters: {chapters}"))
    assert report.title == ""
    assert {entry.level for entry in report.entries} <= {""}


@pytest.mark.parametrize("text", ["a: " + "[" * 5000, "? {a: 1}\n: b", "chapters: !!int x", "chapters: {a: \x00}"])
def test_corrupt_yaml_is_a_usage_error(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"acr\.yaml"):
        read_openacr(write(tmp_path, text))


def test_aliases_that_multiply_are_not_written_out(tmp_path: Path) -> None:
    bomb = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    report = read_openacr(write(tmp_path, "\n".join([*bomb, "title: *a29", "chapters: {}"])))
    assert report.title == ""
