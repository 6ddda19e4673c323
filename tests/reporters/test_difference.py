from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.gate.conftest import barrier, page
from tests.gate.conftest import run as run

from a11ycheck.cli import cli
from a11ycheck.cli.diff import WRITERS
from a11ycheck.model import TargetStatus
from a11ycheck.reporters.difference import as_html, as_markdown, as_text, difference
from a11ycheck.store.queries import RunView

HOSTILE = "</code><script>alert(1)</script>`\x1b[2J"


@pytest.fixture
def two(run) -> tuple[RunView, RunView]:
    before = run(page("/a", barrier(), barrier("link-name", "Old")), page("/b", barrier()), page("/c", barrier()))
    lost = page("/c", status=TargetStatus.NOT_AUDITED, reason="http-error")
    return before, run(page("/a", barrier(), barrier("color-contrast", HOSTILE)), page("/b"), lost)


def test_groups_tell_new_fixed_unchecked_and_unchanged(two: tuple[RunView, RunView]) -> None:
    text = as_text(difference(*two))
    lines = text.splitlines()
    assert lines[0].startswith("Run 1 of ")
    assert "3 groups: 1 new, 2 seen fixed, 1 not rechecked, 1 unchanged" in lines
    assert "color-contrast: img in main" in lines
    assert '  new: /a "</code><script>alert(1)</script>`[U+001B][2J": new name, another was "Old"' in lines or any(
        line.startswith("  new: /a") for line in lines
    )
    assert '  seen fixed: /a "Old"' in lines
    assert "  seen fixed: /b file:logo.png" in lines
    assert "  not rechecked: 1, the page could not be audited" in lines
    assert "\x1b" not in text


def test_markdown_and_html_are_safe(two: tuple[RunView, RunView]) -> None:
    told = difference(*two)
    assert '`` /a "</code><script>alert(1)</script>`[U+001B][2J" ``' in as_markdown(told)
    html = as_html(told)
    assert "<script" not in html
    assert "seen fixed: <code>/b file:logo.png</code>" in html
    assert "<h2><bdi>color-<wbr>contrast: img in main</bdi></h2>" in html


def test_a_difference_is_told_in_the_language_asked_for(
    two: tuple[RunView, RunView], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ["diff", "1", "2", "--audit-file", "audit.db"]
    told = {form: CliRunner().invoke(cli, [*asked, "-f", form, "--language", "es"]).output for form in WRITERS}
    (tmp_path / "a11ycheck.toml").write_text('language = "es"')
    assert CliRunner().invoke(cli, asked).output == told["text"]
    for form, text in told.items():
        assert "1 nuevo, 2 vistos corregidos, 1 sin volver a comprobar, 1 sin cambios" in text, form
        assert "la página no se pudo auditar" in text, form
        assert "color-contrast: img en main" in text.replace("<wbr>", "").replace("\\", ""), form
    assert '<html lang="es">' in told["html"]


def test_long_lists_are_cut_and_say_so(run) -> None:
    some = [barrier(name=f"Picture {letter}") for letter in "abcdefghijklm"]
    told = difference(run(page("/a")), run(page("/a", *some)))
    assert "  and 3 new, not listed\n" in as_text(told)
    assert "<li>and 3 new, not listed</li>" in as_html(told)


def test_a_run_against_itself_has_no_difference(two: tuple[RunView, RunView]) -> None:
    assert as_text(difference(two[1], two[1])).splitlines()[2:] == ["2 groups: 2 unchanged"]


def test_the_command_takes_numbers_and_files(
    two: tuple[RunView, RunView], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["diff", "1", "2", "--audit-file", "audit.db"])
    assert "1 new, 2 seen fixed" in done.output
    done = CliRunner().invoke(cli, ["diff", "audit.db", "audit.db", "-f", "html"])
    assert "2 unchanged" in done.output
    with closing(two[0].connection):
        assert CliRunner().invoke(cli, ["diff", "1", "none.db"]).exception is not None
