"""What a folder answers, as digests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from a11ycheck.browser.answers import Answers


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide/index.html").write_text("<p>x")
    (tmp_path / "a.html").write_text("<p>x")
    (tmp_path / "b.txt").write_text("<p>x")
    for path in tmp_path.rglob("*"):
        os.utime(path, (1, 1))
    return tmp_path


def test_equal_answers_have_equal_digests(root: Path) -> None:
    first, second = Answers(root), Answers(root)
    for path in ("/a.html", "/guide/", "/guide", "/none", "/b.txt"):
        assert first.digest(path) == second.digest(path)
    assert first.digest("/a.html") == first.digest("/a") == first.digest("/a.html?x=1") == first.digest("/guide/")


def test_body_type_redirect_and_absence_tell_answers_apart(root: Path) -> None:
    answers = Answers(root)
    assert len({answers.digest(path) for path in ("/a.html", "/b.txt", "/guide", "/none")}) == 4


def test_a_page_for_what_is_missing_is_part_of_the_answer(root: Path) -> None:
    before = Answers(root).digest("/none")
    (root / "404.html").write_text("<p>not here")
    os.utime(root / "404.html", (1, 1))
    assert Answers(root).digest("/none") != before


def test_a_file_that_changes_during_the_run_equals_nothing(root: Path) -> None:
    answers, later = Answers(root), Answers(root)
    os.utime(root / "a.html", (2**32, 2**32))
    assert answers.digest("/a.html") != later.digest("/a.html")
