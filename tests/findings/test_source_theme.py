from __future__ import annotations

from pathlib import Path

from a11ycheck.findings.source_theme import theme_choice


def test_the_line_that_chooses_the_theme(tmp_path: Path) -> None:
    (tmp_path / "docs" / "guide").mkdir(parents=True)
    conf = tmp_path / "docs" / "conf.py"
    conf.write_text('# html_theme = "old"\nhtml_theme = "furo"\n')
    assert theme_choice(tmp_path / "docs" / "guide" / "a.rst") == (conf, 2)


def test_the_theme_of_mkdocs(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme:\n  name: material\n")
    assert theme_choice(tmp_path / "docs" / "a.md") == (tmp_path / "mkdocs.yml", 2)


def test_no_choice_and_no_project(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("project = 'x'\n")
    assert theme_choice(tmp_path / "a.rst") is None
    (tmp_path / "other" / ".git").mkdir(parents=True)
    assert theme_choice(tmp_path / "other" / "a.rst") is None
