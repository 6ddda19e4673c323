"""Reports for managers, developers and authors: the same data, three templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.reporters.conftest import write_sample

from a11ycheck.application import Process
from a11ycheck.config import Config
from a11ycheck.reporters import author
from a11ycheck.reporters.author import KINDS, kind_of
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import RuleRow

Page = Callable[..., str]


@pytest.fixture
def text_of(view: RunView, config: Config, tmp_path: Path) -> Page:
    def read(name: str, **values: object) -> str:
        (path,) = write_reports(view, config.model_copy(update=values), [name], tmp_path / "out")
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert len(soup.find_all("h1")) == 1
        assert [tag for tag in soup.find_all("script") if "canary" in tag.text] == []
        assert soup.main is not None
        return " ".join(soup.main.get_text(" ").split())

    return read


def test_manager_reads_tasks_numbers_what_is_unknown_and_what_is_next(text_of: Page) -> None:
    text = text_of("manager", process=(Process(name="Read the guide", states=("/", "/guide.html")),))
    assert "1 of 1 task with serious barriers in its way" in text
    assert "3 of 6 pages not audited, or in part" in text
    assert "Read the guide : 2 serious barriers" in text
    assert "Images must have alternative text : img" in text
    assert "People who cannot see the image" in text
    assert "Claim conformance only in a report that a person has signed." in text
    assert len(text) < 3500


def test_manager_is_told_how_the_run_before_was(sample_file: Path, text_of: Page, view: RunView) -> None:
    write_sample(sample_file)
    view.__init__(view.connection)  # type: ignore[misc]
    assert "3 in the run before" in text_of("manager")


def test_developer_reads_groups_by_where_they_come_from_with_repair_and_places(text_of: Page) -> None:
    text = text_of("developer")
    assert "5 groups by the source file or the component" in text
    assert '<img src="chart.png" alt="Sales doubled from 2023 to 2024">' in text
    assert text.count("Element does not have an alt attribute") == 3
    assert "best practice" not in text.lower()


def test_author_reads_content_by_page_and_kind_and_no_code(text_of: Page) -> None:
    text = text_of("author")
    assert "https://docs.example.test/ Pictures" in text
    assert "https://docs.example.test/guide.html Pictures" in text
    assert "Links" in text
    assert "color-contrast" not in text
    assert "contrast" not in text.lower().replace("contrast of text", "")


def test_what_stands_in_menus_and_footers_is_left_to_developers(view: RunView, config: Config, text_of: Page) -> None:
    view.connection.execute(
        "UPDATE finding SET location = json_set(location, '$.identity.landmarks', json('[\"navigation\"]'))"
    )
    assert "Nothing for authors was found" in text_of("author")


def test_kinds_are_told_from_rules_and_criteria() -> None:
    def kind(rule: str, *criteria: str) -> str:
        return kind_of(RuleRow(1, "axe", rule, criteria, best_practice=False, act=(), help="", help_url=""))

    assert kind("image-alt", "1.1.1") == author.PICTURES
    assert kind("heading-order") == author.HEADINGS
    assert kind("link-name", "2.4.4", "4.1.2") == author.LINKS
    assert kind("button-name", "4.1.2") == ""
    assert kind("label", "4.1.2", "1.1.1") == ""
    assert kind("color-contrast", "1.4.3") == ""
    assert {kind_of(RuleRow(1, "x", "y", (num,), False, (), "", "")) for num in ("1.2.2", "2.4.2", "3.1.2")} <= set(
        KINDS
    )
