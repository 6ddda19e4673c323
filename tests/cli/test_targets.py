"""`a11ycheck targets` as a user runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Command

PAGE = "<!doctype html><html lang=en><title>x</title>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("docs/index.html", "docs/a.html", "docs/sub/b.html", "docs/part.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<p>part" if "part" in name else PAGE)
    return tmp_path


@pytest.fixture
def targets(a11ycheck: Command) -> Command:
    """`targets(folder, …)`: the command with these words."""
    return lambda folder, *words: a11ycheck(folder, "targets", *words)


def test_only_the_plan_is_on_stdout(folder: Path, targets: Command) -> None:
    done = targets(folder, "docs", "https://example.com/app/#/inbox", "docs/")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "docs/index.html",
        "docs/a.html",
        "docs/sub/b.html",
        "https://example.com/app/#/inbox",
    ]
    assert "4 visits planned" in done.stderr
    assert "skipped: not a whole document" in done.stderr
    assert "3 collapsed" in done.stderr


def test_filters_and_limits(folder: Path, targets: Command) -> None:
    done = targets(folder, "docs", "--include-urls", "*.html", "--exclude-urls", "*/b.html", "--max-pages", "1")
    assert done.stdout.splitlines() == ["docs/index.html"]
    assert "1 skipped: beyond --max-pages" in done.stderr
    assert "1 skipped: left out by" in done.stderr


def test_targets_and_flows_of_the_configuration(folder: Path, targets: Command) -> None:
    (folder / "a11ycheck.toml").write_text(
        'targets = ["docs"]\nmax_pages = 1\n[[flow]]\nname = "menu"\nurl = "a.html"\n'
        'steps = [{action = "audit", state = "closed"}, {action = "click", role = "button"},'
        ' {action = "audit", state = "open"}]\n'
    )
    done = targets(folder)
    assert done.stdout.splitlines() == ["docs/index.html", "docs/a.html\tmenu: closed, open"], done.stderr


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        ([], 2, "no target given"),
        (["nowhere"], 2, "no such file or folder"),
        (["https://jo:hunter2@example.com/"], 2, "a name or password"),
        (["empty"], 3, "no HTML page"),
        (["docs", "--include-urls", "*.php"], 3, "none of the 3 pages"),
        (["docs", "--max-pages", "0"], 2, "max_pages"),
    ],
)
def test_exit_codes(folder: Path, args: list[str], code: int, message: str, targets: Command) -> None:
    (folder / "empty").mkdir()
    done = targets(folder, *args)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert "hunter2" not in done.stderr


def test_a_plan_with_a_hole_in_it_exits_3(folder: Path, targets: Command) -> None:
    (folder / "sitemap.xml").write_text("<urlset><url><loc>https://example.com/</loc></url><url><loc>https://exam")
    done = targets(folder, "sitemap.xml")
    assert (done.returncode, done.stdout) == (3, "https://example.com/\n")
    assert "Problem: sitemap.xml:" in done.stderr


def test_a_crawl_is_printed_and_saved_as_a_list_that_scan_takes(web: Any, folder: Path, targets: Command) -> None:
    url = web.page("/", '<!DOCTYPE html><html lang=en><title>x</title><a href="/b">b</a><a href="/a">a</a>')
    for path in ("/a", "/b"):
        web.page(path, PAGE + "<p>x")
    done = targets(folder, url, "--depth", "1", "--save", "pages.txt")
    assert (done.returncode, done.stdout.split()) == (0, [url, url + "b", url + "a"])
    assert targets(folder, "pages.txt").stdout == done.stdout
    assert "docs" in (refused := targets(folder, "docs", "--save", "pages.txt")).stderr
    assert refused.returncode == 2
    assert targets(folder, url, "--save", "pages.json").returncode == 2
