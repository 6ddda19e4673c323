from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.findings.source_words import SourceWord, line_up, source_words, words_of


def told(found: list[SourceWord]) -> list[tuple[str, str, int]]:
    return [(word.text, word.file.name, word.line) for word in found]


def nothing(name: str) -> list[SourceWord]:
    return []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The **ferry** leaves.", ["the", "ferry", "leaves"]),
        ("See <https://example.org/a>.", ["see", "https://example.org/a"]),
        (".. image:: pictures/Map.PNG", ["image", "map.png"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_parts_of_a_file_stand_where_they_are_included(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("zero\n<!-- one -->\nfirst\n<!-- two -->\nsecond\n")
    index = tmp_path / "index.md"
    index.write_text(
        "```{include} README.md\n:start-after: 'two -->'\n```\nbetween\n"
        "```{include} README.md\n:start-after: one\n:end-before: two\n```\n"
    )
    found = [word for word in told(source_words(index, nothing)) if word[1] == "README.md" or word[0] == "between"]
    assert found == [("second", "README.md", 5), ("between", "index.md", 4), ("first", "README.md", 3)]


def test_a_file_that_includes_itself_or_is_included_twice_counts_once(tmp_path: Path) -> None:
    index, other = tmp_path / "index.rst", tmp_path / "other.rst"
    index.write_text(".. include:: other.rst\n\n.. include:: other.rst\n\n.. include:: index.rst\n")
    other.write_text("text\n\n.. include:: index.rst\n   :start-after: x\n")
    assert [word for word in told(source_words(index, nothing)) if word[1] == "other.rst" and word[0] == "text"] == [
        ("text", "other.rst", 1)
    ]


def test_the_docstring_of_a_module_stands_where_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "api.rst"
    file.write_text("API\n===\n\n.. automodule:: parley.json\n")
    docstring = [SourceWord("tagged", tmp_path / "json.py", 1)]
    found = source_words(file, lambda name: docstring if name == "parley.json" else [])
    assert told(found)[-1] == ("tagged", "json.py", 1)


def test_words_line_up_around_what_one_side_lacks() -> None:
    assert line_up(["the", "ferry", "leaves", "at", "noon", "today"], ["note", "the", "ferry", "leaves", "at", "noon"]) == {
        0: 1, 1: 2, 2: 3, 3: 4, 4: 5,
    }  # fmt: skip
