from __future__ import annotations

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from tests.reporters.conftest import DOCS

from a11ycheck.config import Config
from a11ycheck.gating import Budget, Suppression
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView


def parsed(view: RunView, config: Config, folder: Path) -> JUnitXml:
    (path,) = write_reports(view, config, ["junit"], folder)
    assert path.name == "findings.junit.xml"
    return JUnitXml.fromfile(str(path))


@pytest.fixture
def xml(view: RunView, config: Config, tmp_path: Path) -> JUnitXml:
    return parsed(view, config, tmp_path / "out")


def test_each_page_is_a_suite_and_counts_add_up(xml: JUnitXml) -> None:
    assert [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in xml] == [
        (5, 2, 0, 2), (3, 1, 0, 1), (2, 1, 0, 0), (1, 0, 1, 0), (1, 0, 1, 0), (1, 0, 1, 0),
    ]  # fmt: skip
    assert (xml.failures, xml.errors) == (4, 3)


def test_failures_name_places_and_help(xml: JUnitXml) -> None:
    first = next(iter(xml))
    case = next(case for case in first if case.name.startswith("image-alt"))
    assert case.name == "image-alt: Images must have alternative text (1.1.1 Non-text Content (A))"
    (result,) = case.result
    assert isinstance(result, Failure)
    assert result.message == "2 places: Element does not have an alt attribute"
    assert "#logo" in result.text
    assert "figure > img" in result.text
    assert "https://dequeuniversity.com/rules/axe/4.12/image-alt" in result.text


def test_pages_not_audited_are_errors_and_questions_are_skipped(xml: JUnitXml) -> None:
    lost = next(suite for suite in xml if suite.name == f"{DOCS}/missing.html")
    (case,) = lost
    assert isinstance(case.result[0], Error)
    assert case.result[0].message == "http-error: the server answered 404 Not Found"
    asked = next(case for case in next(iter(xml)) if case.name.startswith("reflow"))
    assert isinstance(asked.result[0], Skipped)
    assert asked.result[0].message.startswith("needs review, 1 place")


def test_budgets_and_expired_suppressions_fail_too(view: RunView, config: Config, tmp_path: Path) -> None:
    rule = Suppression.model_validate({"rule": "none", "reason": "x", "until": "2020-01-01"})
    asked = config.model_copy(update={"budget": Budget(total=1), "suppress": (rule,)})
    gate = list(parsed(view, asked, tmp_path / "gate"))[-1]
    assert [case.name for case in gate] == [
        "Suppression expired on 2020-01-01: rule none",
        "Budget total: 5 of 1, exceeded",
    ]
