from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.reporters.conftest import DOCS, LONG_WORD, axe, found, place, write_sample

from a11ycheck.config import Config
from a11ycheck.model import Impact, Outcome, Target, TargetResult, TargetStatus
from a11ycheck.reporters.base import write_reports
from a11ycheck.reporters.findings_markdown import code
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

FORMATS = ("markdown", "summary", "comment")


def written(view: RunView, config: Config, name: str, folder: Path) -> str:
    (path,) = write_reports(view, config, [name], folder)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_says_first_that_the_result_is_not_known(view: RunView, config: Config, tmp_path: Path, name: str) -> None:
    text = written(view, config, name, tmp_path)
    assert text.removeprefix("<!-- a11ycheck -->\n").startswith(
        "## Accessibility: not known\n\nUnknown: 3 targets could not"
    )
    assert "### Not audited in full: 3 pages" in text
    assert "### Fails the gate: 3 groups, 5 places" in text
    assert (
        "- **Images must have alternative text: img** (`image-alt`; WCAG 1.1.1 Non-text Content (A); critical; 3 places on 2 pages)"
        in text
    )
    assert "is not conformance" in text


def test_a_comment_lists_only_what_fails_and_the_others_all(view: RunView, config: Config, tmp_path: Path) -> None:
    assert "not counted" not in written(view, config, "comment", tmp_path)
    for name in ("markdown", "summary"):
        text = written(view, config, name, tmp_path)
        assert "### Needs review, not counted: 2 groups, 2 places" in text
        assert "### Best practice, not counted: 1 group, 1 place" in text


@pytest.mark.parametrize("name", FORMATS)
def test_page_texts_stay_text(view: RunView, config: Config, tmp_path: Path, name: str) -> None:
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(written(view, config, name, tmp_path))
    assert "<script" not in html
    assert "<img" not in html
    assert set(re.findall(r'href="([^"]+)"', html)) == {
        f"https://dequeuniversity.com/rules/axe/4.12/{rule}"
        for rule in (
            ("image-alt", "color-contrast") if name == "comment" else ("image-alt", "color-contrast", "region")
        )
    }


@pytest.mark.parametrize(
    ("text", "span"),
    [("a b", "`a b`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("", ""), ("@you #1\nx", "`@you #1 x`")],
)
def test_code_spans_cannot_be_ended(text: str, span: str) -> None:
    assert code(text) == span


def test_a_comment_stays_below_what_github_takes(config: Config, tmp_path: Path) -> None:
    results = []
    for number in range(40):
        target = Target(url=f"{DOCS}/{LONG_WORD}{number}.html")
        outcomes = tuple(
            found(
                axe("image-alt", Outcome.FAILED),
                target,
                place(LONG_WORD * 3, role=f"{LONG_WORD}{n}"),
                Impact.CRITICAL,
                "x" * 900,
            )
            for n in range(40)
        )
        results.append(TargetResult(order=number, target=target, status=TargetStatus.AUDITED, outcomes=outcomes))
    write_sample(tmp_path / "many.db", tuple(results))
    with closing(open_audit_file(tmp_path / "many.db")) as connection:
        view = RunView(connection)
        comment = written(view, config, "comment", tmp_path)
        assert len(comment) < 65_536
        assert "more group" in comment or "The rest is left out here" in comment
        assert len(written(view, config, "summary", tmp_path).encode()) < 1_048_576
