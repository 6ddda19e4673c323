"""Checks across pages in whole runs on small folders."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import document
from tests.test_run_variants import Silent

from a11ycheck.across_pages import judge_across_pages
from a11ycheck.config import Config
from a11ycheck.conformance.evidence import collect
from a11ycheck.executors import Done
from a11ycheck.findings.secrets import Redactor
from a11ycheck.gate.verdict import decide
from a11ycheck.recheck import recheck
from a11ycheck.reporters.base import write_reports
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

MENU = ("index", "guide", "prices", "news")


def body(*order: str, contact: str = "header", title: str = "") -> str:
    """A page with a menu in this order; `contact`: where the link to help stands."""
    links = "".join(f'<a href="{name}.html">{name.title()}</a> ' for name in order)
    mail = '<a href="mailto:help@example.org">Write to us</a>'
    header = f"<header>{mail if contact == 'header' else ''}<nav aria-label='Main'>{links}</nav></header>"
    footer = f"<footer>{mail if contact == 'footer' else ''}<p>Foot</p></footer>"
    return f"{header}<main><h1>{title}</h1><p>About {title}.</p></main>{footer}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four pages, of which `news` shows another order, has the title of `prices` and its help at the end."""
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "site"
    site.mkdir()
    for name in MENU:
        moved = name == "news"
        order = ("index", "prices", "guide", "news") if moved else MENU
        html = body(*order, contact="footer" if moved else "header", title=name)
        html = document("", "Questions" if name in ("prices", "news") else f"Ferry {name}").replace(
            "<main></main>", html
        )
        (site / f"{name}.html").write_text(html, encoding="utf-8")
    return site


def scan(*targets: str, **more: Any) -> tuple[Config, int]:
    config = Config(targets=targets, executor="serial", sample="0%", **more)
    return config, run(config, Silent()).run_id


@contextmanager
def opened(config: Config, run_id: int) -> Iterator[RunView]:
    with closing(open_audit_file(config.audit_file)) as connection:
        yield RunView(connection, run_id)


def across(view: RunView) -> list[tuple[str, str, str]]:
    """(check, outcome, file) of the findings of checks across pages."""
    ours = {"consistent-navigation", "consistent-identification", "consistent-help", "multiple-ways", "equal-titles"}
    return sorted(
        (found.rule.check, found.outcome, Path(view.target_by_id[found.target_id].target.url).name)
        for found in view.findings()
        if found.rule.check in ours
    )


EXPECTED = [
    ("consistent-help", "cantTell", "news.html"),
    ("consistent-navigation", "failed", "news.html"),
    ("equal-titles", "cantTell", "news.html"),
    ("equal-titles", "cantTell", "prices.html"),
]


def test_a_run_finds_what_only_several_pages_show_and_every_reader_gets_it(folder: Path, tmp_path: Path) -> None:

    config, run_id = scan("site", keep_evidence="none")
    with opened(config, run_id) as view:
        assert across(view) == EXPECTED
        (moved,) = [found for found in view.findings() if found.rule.check == "consistent-navigation"]
        assert moved.fingerprint
        assert moved.location.identity.name == "Main"
        assert "“prices” stands before “guide”" in moved.message
        assert view.completed["consistent-navigation", "consistent-navigation"] == 4
        gate = decide(view, config)
        assert [failure.instance.example.rule.check for failure in gate.failures] == ["consistent-navigation"]
        (file,) = write_reports(view, config, ("jsonl",), tmp_path / "out")
        lines = {Path(line["url"]).name: line for line in map(json.loads, file.read_text().splitlines())}
        assert [o["fingerprint"] for o in lines["news.html"]["outcomes"] if o["rule"] == "consistent-navigation"] == [
            moved.fingerprint
        ]
        assert "3.2.3" in {num for o in lines["news.html"]["outcomes"] for num in o["criteria"]}
        assert collect(view).of("3.2.3").failures


def test_the_fingerprint_does_not_depend_on_the_order_and_the_server(folder: Path) -> None:
    config, first = scan("site")
    _, second = scan(*(f"site/{name}.html" for name in reversed(MENU)))
    with opened(config, first) as one, opened(config, second) as other:
        prints = [
            sorted(f.fingerprint for f in view.findings() if "consistent" in f.rule.check) for view in (one, other)
        ]
        assert prints[0] == prints[1] != []


def test_two_folders_are_two_sites(folder: Path) -> None:
    folder.with_name("other").mkdir()
    (folder.with_name("other") / "news.html").write_text((folder / "news.html").read_text(), encoding="utf-8")
    (folder / "news.html").unlink()
    config, run_id = scan("site", "other")
    with opened(config, run_id) as view:
        assert across(view) == []


def test_judging_again_replaces_what_was_said_before(folder: Path) -> None:
    config, run_id = scan("site")
    with opened(config, run_id) as view:
        judge_across_pages(RunWriter(view.connection, run_id), Redactor())
        assert across(view) == EXPECTED


def test_a_recheck_judges_the_stored_summaries(folder: Path) -> None:
    config, run_id = scan("site")
    with closing(open_audit_file(config.audit_file)) as connection:
        assert across(RunView(connection, recheck(connection, run_id).run_id)) == EXPECTED


def test_a_resumed_run_judges_all_its_pages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Impatient(Silent):
        def completed(self, done: Done, driving: bool) -> None:
            raise KeyboardInterrupt

    config = Config(targets=("site",), executor="serial", sample="0%")
    assert run(config, Impatient()).interrupted
    finished = run(config, Silent(), resume=True)
    with opened(config, finished.run_id) as view:
        assert across(view) == EXPECTED


def test_after_a_login_a_moved_menu_is_a_question(folder: Path) -> None:
    state = folder.with_name("state.json")
    state.write_text('{"cookies": [], "origins": []}', encoding="utf-8")
    config, run_id = scan("site", storage_state=state)
    with opened(config, run_id) as view:
        assert ("consistent-navigation", "cantTell", "news.html") in across(view)


def test_states_and_variants_of_a_page_are_one_page(folder: Path) -> None:
    config, run_id = scan("site", viewport=("1280x800", "320x640"))
    with opened(config, run_id) as view:
        assert across(view) == EXPECTED
        assert len(view.targets) == 8


def test_a_page_alone_is_untested_and_quick_says_nothing(folder: Path) -> None:
    config, run_id = scan("site/index.html")
    with opened(config, run_id) as view:
        said = {row.outcome for row in view.rule_outcomes() if row.rule.check == "equal-titles"}
        assert said == {"untested"}
    config, run_id = scan("site", effort="quick")
    with opened(config, run_id) as view:
        assert not [row for row in view.rule_outcomes() if row.rule.check == "equal-titles"]
