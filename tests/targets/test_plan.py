"""The plan: order, collapsing, filters, limits, flows, and what is refused."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from a11ycheck.config import Config
from a11ycheck.errors import ConfigError, NothingToAuditError, UsageError
from a11ycheck.targets.plan import BEYOND_MAX, FILTERED, plan

PAGE = "<!doctype html><html lang=en><title>x</title>"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "docs", "index.html", "guide/index.html", "guide/a b.html", "install.html")
    return Path("docs")


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE)


def shown(config: Config) -> list[str]:
    with plan(config) as planned:
        return [planned.display(visit.url) for visit in planned.visits]


def test_pages_keep_the_order_of_the_targets_and_are_numbered(docs: Path) -> None:
    with plan(Config(targets=("https://example.com/app", "docs"), viewport="320x256")) as planned:
        assert [visit.order for visit in planned.visits] == [0, 1, 2, 3, 4]
        assert [planned.display(visit.url) for visit in planned.visits] == [
            "https://example.com/app",
            "docs/index.html",
            "docs/guide/index.html",
            "docs/guide/a b.html",
            "docs/install.html",
        ]
        assert {visit.variant.name for visit in planned.visits} == {"320x256"}


def test_the_pages_of_a_folder_load_while_the_plan_is_open(docs: Path) -> None:
    with plan(Config(targets=("docs",))) as planned:
        for visit in planned.visits:
            with urlopen(visit.url, timeout=10) as response:
                assert (response.status, response.url) == (200, visit.url)
    with pytest.raises(URLError):
        urlopen(planned.visits[0].url, timeout=10)


def test_names_of_one_page_collapse_and_routes_do_not(docs: Path) -> None:
    targets = (
        "https://example.com/a",
        "https://example.com/a/",
        "HTTPS://EXAMPLE.com:443/a#part",
        "https://example.com/a#/inbox",
        "https://example.com/a#!/sent",
        "https://example.com/a?x=1&y=2",
        "https://example.com/a?y=2&x=1",
        "https://example.com/a?utm_source=x",
        "docs",
        "docs/",
        "docs/guide/index.html",
    )
    with plan(Config(targets=targets)) as planned:
        live = [visit.url for visit in planned.visits if "example.com" in visit.url]
        assert live == [targets[0], targets[3], targets[4], targets[5], targets[7]]
        assert len(planned.visits) == 5 + 4 + 1
        assert planned.collapsed == 3 + 4


def test_a_file_of_a_recognised_site_is_the_same_page_as_in_its_folder(docs: Path) -> None:
    (docs / "searchindex.js").write_text("")
    with plan(Config(targets=("docs", "docs/guide/index.html"))) as planned:
        assert (len(planned.visits), planned.collapsed) == (4, 1)


@pytest.mark.parametrize(
    ("include", "exclude", "pages"),
    [
        (["guide/*"], [], ["docs/guide/index.html", "docs/guide/a b.html"]),
        (["*/guide/*"], ["*index*"], ["docs/guide/a b.html"]),
        ([], ["*/guide/*"], ["docs/index.html", "docs/install.html"]),
        (["/install.html"], [], ["docs/install.html"]),
        (["docs/install.html", "docs/index.html"], [], ["docs/index.html", "docs/install.html"]),
    ],
)
def test_globs_choose_pages_by_url_path_or_file(
    docs: Path, include: list[str], exclude: list[str], pages: list[str]
) -> None:
    config = Config(targets=("docs",), include_urls=tuple(include), exclude_urls=tuple(exclude))
    with plan(config) as planned:
        assert [planned.display(visit.url) for visit in planned.visits] == pages
        assert planned.skipped == {FILTERED: 4 - len(pages)}


def test_globs_that_want_nothing_leave_nothing_to_audit(docs: Path) -> None:
    with pytest.raises(NothingToAuditError, match="none of the 4 pages"):
        plan(Config(targets=("docs",), include_urls=("*.php",)))


def test_max_pages_says_how_many_it_left_out(docs: Path) -> None:
    with plan(Config(targets=("docs",), max_pages=1)) as planned:
        assert [planned.display(visit.url) for visit in planned.visits] == ["docs/index.html"]
        assert planned.skipped == {BEYOND_MAX: 3}
        assert "3 skipped: beyond --max-pages" in planned.summary


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("nowhere", "no such file or folder"),
        ("example.com", "no such file or folder"),
        ("ftp://example.com/", "not an http or https URL"),
        ("file:///etc/passwd", "not an http or https URL"),
        ("javascript:alert(1)", "not an http or https URL"),
        ("https://", "without a host"),
        ("https://example.com:99999/", "not a valid URL"),
        ("https://[::1/", "not a valid URL"),
        ("docs/picture.png", "not a kind of file"),
    ],
)
def test_wrong_targets_are_usage_errors(docs: Path, target: str, message: str) -> None:
    (docs / "picture.png").write_bytes(b"")
    with pytest.raises(UsageError, match=message):
        plan(Config(targets=("docs", target)))


@pytest.mark.parametrize("target", ["https://jo:hunter2@example.com/", "https://hunter2@example.com/"])
def test_a_password_in_a_url_is_refused_and_not_repeated(target: str) -> None:
    with pytest.raises(UsageError) as caught:
        plan(Config(targets=(target,)))
    assert "hunter2" not in caught.value.message + caught.value.hint
    assert "--header" in caught.value.hint


def test_no_target_says_what_to_do() -> None:
    with pytest.raises(UsageError) as caught:
        plan(Config())
    assert "a11ycheck.toml" in caught.value.hint


def test_a_target_without_pages_is_not_hidden_by_another(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToAuditError, match="empty"):
        plan(Config(targets=("docs", "empty")))


def test_folders_of_one_name_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a" / "html", "index.html")
    write(tmp_path / "b" / "html", "index.html")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert shown(Config(targets=("../a/html", "../b/html"))) == ["html/index.html", "b/html/index.html"]


def test_the_current_folder_has_no_prefix(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(docs)
    assert shown(Config(targets=(".",)))[0] == "index.html"


def flow(name: str, url: str, *states: str) -> dict[str, Any]:
    return {"name": name, "url": url, "steps": [{"action": "audit", "state": state} for state in states]}


def config_with(flows: Iterable[dict[str, Any]], *targets: str) -> Config:
    return Config.model_validate({"targets": targets, "flow": list(flows)})


def test_flows_follow_the_pages_and_start_from_the_first_target(docs: Path) -> None:
    with plan(config_with([flow("search", "guide/?q=x", "results", "open")], "docs", "https://x.example/")) as planned:
        last = planned.visits[-1]
        assert (last.order, last.flow) == (5, "search")
        assert planned.display(last.url) == "docs/guide/index.html?q=x"
        assert [target.state for target in last.targets] == ["results", "open"]


def test_flows_alone_are_a_plan() -> None:
    with plan(config_with([flow("login", "https://example.com/login", "form")])) as planned:
        assert [visit.url for visit in planned.visits] == ["https://example.com/login"]


@pytest.mark.parametrize(
    ("flows", "message"),
    [
        ([flow("a", "/login", "form")], "relative"),
        ([{"name": "a", "url": "https://example.com/", "steps": [{"action": "goto", "url": "/"}]}], "audits no state"),
        ([flow("a", "https://example.com/", "x", "x")], "twice"),
        ([flow("a", "https://example.com/", "x"), flow("b", "https://example.com/", "x")], "flow 'b'.*twice"),
    ],
)
def test_flows_that_cannot_be_planned_are_named(flows: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        plan(config_with(flows))


def test_pages_have_the_same_names_in_another_run_on_another_port(docs: Path) -> None:
    config = config_with([flow("menu", "/install.html", "open")], "docs", "https://example.com/")
    with plan(config) as first, plan(config) as second:
        assert first.visits[0].url != second.visits[0].url
        names = [first.display(visit.url) for visit in first.visits]
        assert names == [second.display(visit.url) for visit in second.visits]


def test_ten_thousand_pages_are_planned_quickly(tmp_path: Path) -> None:
    for folder in range(100):
        (tmp_path / f"d{folder}").mkdir()
        for page in range(100):
            (tmp_path / f"d{folder}" / f"{page}.html").write_text(PAGE)
    start = time.process_time()
    with plan(Config(targets=(str(tmp_path),), exclude_urls=("*/none/*",))) as planned:
        assert len(planned.visits) == 10_000
    assert time.process_time() - start < 6
