from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.findings.source_toctree import headings, toctree_titles

RST = "Install\n=======\n\nText\n----\n::\n\n   code\n   ----\n\n=====\nOver\n=====\n"
MARKDOWN = "# Why *us*\n\n```python\n# no heading\n```\n\n## Speed ##\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    files = {"conf.py": "", "install.rst": RST, "guide/why.md": MARKDOWN, "guide/index.rst": "Guide\n=====\n"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_headings_of_both_markups(docs: Path) -> None:
    assert headings(docs / "install.rst") == ["Install", "Text", "Over"]
    assert headings(docs / "guide/why.md") == ["Why *us*", "Speed"]


def test_entries_show_the_titles_of_their_documents(docs: Path) -> None:
    text = (
        "Index\n\n.. toctree::\n   :maxdepth: 2\n\n   install\n   Reasons <guide/why>\n   /guide/index\n   missing\n"
        "   https://example.org\n\nNo entry: install\n"
    )
    titles = toctree_titles(docs / "index.rst", text.splitlines())
    assert titles == {6: "Install Text Over", 7: "Reasons Speed", 8: "Guide"}


def test_entries_in_markdown_end_with_their_fence(docs: Path) -> None:
    text = "```{toctree}\n:caption: First\n\ninstall\nguide/why.md\n```\n\ninstall\n"
    titles = toctree_titles(docs / "index.md", text.splitlines())
    assert titles == {4: "Install Text Over", 5: "Why *us* Speed"}
