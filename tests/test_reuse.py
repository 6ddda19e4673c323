"""Results of unchanged pages are reused: a cached run is the fresh run, and whatever changed is seen again."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Web
from tests.test_run_variants import Silent

from a11ycheck import reuse
from a11ycheck.config import Config
from a11ycheck.executors import Done
from a11ycheck.reporters.base import write_reports
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

NAMES = ("index", "a", "b", "c")


class Watching(Silent):
    """Knows which pages were visited and which results reused."""

    def __init__(self) -> None:
        self.visited: list[str] = []
        self.reused: list[str] = []

    def completed(self, done: Done, driving: bool) -> None:
        name = done.visit.url.rpartition("/")[2] or "index.html"
        (self.reused if done.reused else self.visited).append(name)


def _scan(folder: Path, **given: Any) -> tuple[Watching, str, list[Any]]:
    """Scan; what was visited, the JSONL, and all kept evidence."""
    progress = Watching()
    options: dict[str, Any] = {"targets": ("site",)}
    options |= {"effort": "quick", "keep_evidence": "all", "executor": "serial", "audit_file": folder / "work/audit.db"}
    config = Config(**(options | given))
    finished = run(config, progress)
    with closing(open_audit_file(config.audit_file)) as connection:
        view = RunView(connection, finished.run_id)
        write_reports(view, config, ("jsonl",), folder / "report")
        evidence = [view.evidence(target.id) for target in view.targets]
        assert finished.reused == view.versions["reused_visits"] == len(progress.reused)
    return progress, (folder / "report/findings.jsonl").read_text(), evidence


def _without_port(value: Any) -> Any:
    """Evidence names the server's port, which is another in each run."""
    return re.sub(r"127\.0\.0\.1:\d+", "HOST", repr(value))


def _page(name: str, text: str = "") -> str:
    links = "".join(f'<a href="{other}.html">{other}</a> ' for other in NAMES)
    return (
        f'<!doctype html><html lang="en"><title>{name}</title><link rel=stylesheet href=/shared/all.css>'
        f'<main><h1>{name}</h1><p class=pale>{text}</p><img src="/shared/{name}.svg"><nav>{links}</nav></main></html>'
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shared = tmp_path / "site/shared"
    shared.mkdir(parents=True)
    (shared / "all.css").write_text("@import url(more.css); .pale { color: #777 }")
    (shared / "more.css").write_text("h1 { color: #111 }")
    for name in NAMES:
        (tmp_path / f"site/{name}.html").write_text(_page(name, "words"))
        (shared / f"{name}.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    return tmp_path


def _edit(folder: Path, chance: random.Random) -> None:
    site = folder / "site"
    kind = chance.randrange(6)
    name = chance.choice(NAMES)
    if kind == 0:
        (site / f"{name}.html").write_text(_page(name, chance.choice(["<img src=x.png>", "other words", "<b>so</b>"])))
    elif kind == 1:
        color = chance.choice(["#777", "#ccc", "#000"])
        (site / "shared/all.css").write_text(f"@import url(more.css); .pale {{ color: {color} }}")
    elif kind == 2:
        (site / "shared/more.css").write_text(f"h1 {{ color: {chance.choice(['#eee', '#111'])} }}")
    elif kind == 3:
        (site / f"shared/{name}.svg").unlink(missing_ok=True)
    elif kind == 4:
        (site / "404.html").write_text(f"<!doctype html><title>No</title>{chance.random()}")
    else:
        (site / "d.html").write_text(_page("d"))


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.soak)])
def test_a_cached_run_is_the_fresh_run_whatever_was_edited(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    _scan(folder)
    reused = 0
    for _ in range(4):
        for _ in range(chance.randrange(3)):
            _edit(folder, chance)
        progress, cached, evidence = _scan(folder)
        fresh_progress, fresh, fresh_evidence = _scan(folder, cache=False, audit_file=folder / "work/fresh.db")
        assert cached == fresh
        assert _without_port(evidence) == _without_port(fresh_evidence)
        assert not fresh_progress.reused
        reused += len(progress.reused)
    assert reused


def test_one_changed_style_sheet_rescans_all_that_load_it_and_no_other(folder: Path) -> None:
    (folder / "site/plain.html").write_text(
        "<!doctype html><html lang=en><title>x</title><main><h1>x</h1></main></html>"
    )
    assert len(_scan(folder)[0].visited) == 5
    assert sorted(_scan(folder)[0].reused) == ["a.html", "b.html", "c.html", "index.html", "plain.html"]
    (folder / "site/shared/more.css").write_text("h1 { color: #fff }")
    progress, lines, _ = _scan(folder)
    assert (progress.reused, len(progress.visited)) == (["plain.html"], 4)
    assert lines.count("color-contrast") >= 4
    (folder / "site/a.html").touch()
    assert len(_scan(folder)[0].reused) == 5


@pytest.mark.parametrize(
    "changed",
    [
        {"color_scheme": ("dark",)},
        {"wait_for": "h1"},
        {"keep_evidence": "none"},
        {"header": ("X-Team: docs",)},
        {"effort": "standard", "sample": "0%"},
    ],
)
def test_other_options_are_other_results(folder: Path, changed: dict[str, Any]) -> None:
    for name in NAMES[1:]:
        (folder / f"site/{name}.html").unlink()
    _scan(folder)
    assert _scan(folder)[0].reused
    assert not _scan(folder, **changed)[0].reused


def test_another_environment_is_another_result(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _scan(folder, max_pages=1)
    monkeypatch.setattr(reuse.environment, "digest", lambda _path: "another browser")
    assert not _scan(folder, max_pages=1)[0].reused


def test_driven_pages_and_pictures_are_reused_too(folder: Path) -> None:
    (folder / "site/a.html").write_text(_page("a", "<img src=x.png>"))
    given: dict[str, Any] = {"effort": "standard", "include_urls": ("*/a.html",)}
    first, lines, evidence = _scan(folder, **given)
    again, same, same_evidence = _scan(folder, **given)
    assert len(first.visited) == len(again.reused) >= 3
    assert not again.visited
    assert lines == same
    assert _without_port(evidence) == _without_port(same_evidence)
    with closing(sqlite3.connect(folder / "work/audit.db")) as connection:
        pictures = connection.execute(
            "SELECT g.run_id, p.element, p.place FROM picture p JOIN finding_group g ON g.id = p.group_id"
        ).fetchall()
    runs = {run: sorted(row[1:] for row in pictures if row[0] == run) for run in (1, 2)}
    assert runs[1]
    assert runs[1] == runs[2]


def test_pages_that_fetch_data_or_load_from_elsewhere_are_visited_again(folder: Path, web: Web) -> None:
    web.page("/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", kind="image/svg+xml")
    bodies = {
        "fetch": "<script>fetch('/shared/more.css')</script>",
        "xhr": "<script>x = new XMLHttpRequest; x.open('GET', '/shared/more.css'); x.send()</script>",
        "beacon": "<script>navigator.sendBeacon('/shared/more.css', 'x')</script>",
        "worker": "<script>new Worker('/shared/w.js')</script>",
        "socket": f"<script>new WebSocket('{web.base.replace('http', 'ws')}/')</script>",
        "offsite": f"<img alt='' src='{web.base}/logo.svg'>",
    }
    for name in NAMES:
        (folder / f"site/{name}.html").unlink()
    (folder / "site/shared/w.js").write_text("")
    for name, body in bodies.items():
        (folder / f"site/{name}.html").write_text(
            f"<!doctype html><html lang=en><title>x</title><h1>x</h1>{body}</html>"
        )
    _scan(folder)
    assert not _scan(folder)[0].reused
    web.requests.clear()
    _scan(folder, block_offsite=True)
    assert [path for _, path in web.requests if path == "/logo.svg"] == []
    assert _scan(folder, block_offsite=True)[0].reused == ["offsite.html"]


def test_what_was_reused_before_an_interruption_is_kept(folder: Path) -> None:
    _scan(folder)

    class Stopped(Watching):
        def completed(self, done: Done, driving: bool) -> None:
            super().completed(done, driving)
            if len(self.reused) == 3:
                raise KeyboardInterrupt

    config = Config(
        targets=("site",), effort="quick", keep_evidence="all", executor="serial", audit_file=folder / "work/audit.db"
    )
    assert run(config, Stopped()).interrupted
    with closing(open_audit_file(config.audit_file)) as connection:
        assert len(RunView(connection).targets) == 3


def test_what_was_not_audited_in_full_is_tried_again(folder: Path) -> None:
    (folder / "site/blank.html").write_text("<!doctype html><html lang=en><title>x</title>")
    given: dict[str, Any] = {"include_urls": ("*/blank.html",)}
    assert '"status":"partial"' in _scan(folder, **given)[1]
    assert not _scan(folder, **given)[0].reused


def test_a_broken_cache_costs_time_and_no_run(folder: Path) -> None:
    _, lines, _ = _scan(folder)
    cache = folder / "work" / reuse.CACHE_NAME
    with closing(sqlite3.connect(cache)) as connection, connection:
        connection.execute("UPDATE entry SET result = x'00'")
    assert _scan(folder)[1] == lines
    for suffix in ("-wal", "-shm"):
        cache.with_name(cache.name + suffix).unlink(missing_ok=True)
    cache.write_bytes(b"no database" * 999)
    assert _scan(folder)[1] == lines
    assert len(_scan(folder)[0].reused) == 4


def test_two_folders_do_not_answer_for_each_other(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other/a.html").write_text(_page("a", "<img src=x.png>"))
    _scan(folder)
    progress, _, _ = _scan(folder, targets=("other",))
    assert not progress.reused
