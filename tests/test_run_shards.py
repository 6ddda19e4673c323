"""Shards, merged and resumed, are the unsharded run: with workers that only pretend, and once in a real browser."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.test_run_variants import Silent

from a11ycheck import run as running
from a11ycheck.config import Config
from a11ycheck.errors import UsageError
from a11ycheck.executors import Done
from a11ycheck.model import (
    CheckOutcome,
    Effort,
    Location,
    Outcome,
    PageFacts,
    TargetResult,
    TargetStatus,
    Visit,
    short_hash,
)
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.merge import merge
from a11ycheck.store.queries import RunView


class Pretending:
    """Workers without a browser: what a page yields follows from its name alone. `visited` lists what they did."""

    visited: list[tuple[str, str]]

    def __init__(self, *_: object) -> None: ...

    def run(self, visits: Iterable[Visit]) -> Iterator[Done]:
        for visit in visits:
            path = visit.url.rpartition("/")[2]
            kind = "picture" if visit.pictures else "drive" if visit.driving else "read"
            self.visited.append((f"{path} {visit.variant.name}", kind))
            yield Done(visit, tuple(_result(visit, path) for _ in "1"), {"browser": "pretended"})

    def close(self) -> None: ...


def _result(visit: Visit, path: str) -> TargetResult:
    number = int(short_hash(path), 16)
    if number % 11 == 0:
        status: dict[str, Any] = {"status": TargetStatus.NOT_AUDITED, "reason": "http-500"}
        return TargetResult(order=visit.order, target=visit.targets[0], driving=visit.driving, **status)
    check = "driven" if visit.driving else "read"
    outcome = CheckOutcome(
        check=check, rule=f"{check}-{number % 3}", outcome=(Outcome.FAILED, Outcome.CANT_TELL)[number % 2],
        location=Location(selector="p"), fingerprint=short_hash(path, check), group=f"{check}{number % 3}",
    )  # fmt: skip
    passed = CheckOutcome(check=check, rule="always", outcome=Outcome.PASSED)
    return TargetResult(
        order=visit.order, target=visit.targets[0], status=TargetStatus.AUDITED, driving=visit.driving,
        facts=PageFacts(final_url=visit.url, skeleton=str(number % 5)), outcomes=(outcome, outcome, passed),
        evidence={check: {"path": path}},
    )  # fmt: skip


def _scan(config: Config, *, resume: bool = False) -> None:
    Pretending.visited = []
    running.run(config, Silent(), resume=resume)


def _content(file: Path, config: Config, folder: Path) -> tuple[Any, ...]:
    """All that a reader of the run can see, but for times and numbers of rows."""
    with closing(open_audit_file(file, create=False)) as connection:
        view = RunView(connection)
        write_reports(view, config, ("jsonl",), folder)
        targets = [
            (t.order, t.target, t.status, t.reason, t.facts, t.driven, view.evidence(t.id)) for t in view.targets
        ]
        groups = [(g.key, g.findings, g.failed, g.targets, g.completed) for g in view.groups]
        visits = (view.visits(), view.visits(pending=True), view.driven_orders())
        return (folder / "findings.jsonl").read_text(), targets, groups, view.completed, visits, view.status


@pytest.fixture
def pretending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "Workforce", Pretending)


@contextlib.contextmanager
def _pages(count: int) -> Iterator[Path]:
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        folder.mkdir()
        for number in range(count):
            (folder / f"p{number}.html").write_text(f"<!doctype html><title>{number}</title><p>x")
        os.chdir(name)
        try:
            yield Path(name)
        finally:
            os.chdir(here)


SIZES = st.integers(1, 45)


@pytest.mark.usefixtures("pretending")
@given(
    pages=SIZES,
    shards=st.integers(2, 5),
    sample=st.sampled_from(["auto", "all", "0%", "30%"]),
    schemes=st.sampled_from([("light",), ("light", "dark")]),
    keep=st.sampled_from(["sample", "all", "none"]),
    seed=st.integers(0, 3),
    shuffled=st.randoms(use_true_random=False),
)
@settings(max_examples=12, deadline=None)
def test_shards_merged_and_resumed_are_the_unsharded_run(
    pages: int, shards: int, sample: str, schemes: Any, keep: Any, seed: int, shuffled: Any
) -> None:
    with _pages(pages) as work:
        whole = Config(
            targets=("site",), sample=sample, seed=seed, color_scheme=schemes, keep_evidence=keep,
            audit_file=work / "whole.db", executor="serial", cache=False,
        )  # fmt: skip
        _scan(whole)
        expected, wanted = _content(whole.audit_file, whole, work / "whole"), sorted(Pretending.visited)
        files, done = [], []
        for number in range(1, shards + 1):
            files.append(work / f"{number}.db")
            _scan(whole.model_copy(update={"shard": f"{number}/{shards}", "audit_file": files[-1]}))
            done += Pretending.visited
        shuffled.shuffle(files)
        joined = merge(files, work / "merged.db")
        assert (joined.problems, joined.missing) == ((), ())
        _scan(whole.model_copy(update={"audit_file": work / "merged.db"}), resume=True)
        assert sorted(done + Pretending.visited) == wanted
        assert _content(work / "merged.db", whole, work / "merged") == expected


def _shards(work: Path, numbers: Iterable[int], count: int = 3, **changed: Any) -> list[Path]:
    files = []
    for number in numbers:
        files.append(work / f"{number}.db")
        config = Config(
            targets=("site",), audit_file=files[-1], shard=f"{number}/{count}", executor="serial", cache=False
        )
        _scan(config.model_copy(update=changed))
    return files


@pytest.mark.usefixtures("pretending")
def test_a_missing_shard_is_noticed_and_resuming_does_its_part() -> None:
    with _pages(30) as work:
        joined = merge(_shards(work, [1, 3]), work / "merged.db")
        whole = Config(targets=("site",), audit_file=work / "merged.db", executor="serial", cache=False)
        assert [str(shard) for shard in joined.missing] == ["2/3"]
        (problem,) = joined.problems
        assert problem.startswith("shard 2/3 is missing: ")
        left = 30 - joined.targets
        assert f"{left} of 30 visits" in problem
        _scan(whole, resume=True)
        assert [kind for _, kind in Pretending.visited].count("read") == left


@pytest.mark.usefixtures("pretending")
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda work: _shards(work, [1], 4), "shard 1/4"),
        (lambda work: _shards(work, [1], effort=Effort.THOROUGH), "another effort"),
        (lambda work: [work / "2.db"], "shard 2/3 is given twice"),
        (lambda work: [work / "merged.db"], "is one of the files to merge"),
        (lambda work: (work / "site" / "p0.html").unlink() or _shards(work, [1]), "planned other pages"),
        (lambda work: _shards(work, [1], shard=None), "is not a shard"),
    ],
)
def test_what_does_not_belong_together_is_not_merged(spoil: Callable[[Path], list[Path]], said: str) -> None:
    with _pages(5) as work:
        files = _shards(work, [2]) + spoil(work)
        with pytest.raises(UsageError, match=said):
            merge(files, work / "merged.db")


@pytest.mark.usefixtures("pretending")
def test_an_interrupted_shard_is_named_and_a_merge_adds_to_an_existing_file() -> None:
    with _pages(12) as work:
        files = _shards(work, [1, 2], 2)
        with closing(open_audit_file(files[1])) as connection:
            connection.execute("UPDATE visit SET done = 0 WHERE ord = (SELECT min(ord) FROM visit WHERE done = 1)")
        _scan(Config(targets=("site",), audit_file=work / "merged.db", executor="serial", cache=False))
        joined = merge(files, work / "merged.db")
        assert joined.run_id == 2
        (problem,) = joined.problems
        assert "shard 2/2 in" in problem
        assert "1 visits were not done" in problem


def _command(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "a11ycheck", *args]
    return subprocess.run(command, cwd=folder, text=True, capture_output=True, timeout=150, check=False)


def test_as_a_user_does_it(tmp_path: Path, site: Callable[..., Path]) -> None:
    names = ("index", "a", "b", "c", "d", "e")
    site(**{name: f"<h1>{name}</h1><img src={name}.png><p><a href=index.html>more</a></p>" for name in names})
    options = ["--effort", "quick", "--format", "jsonl", "--executor", "serial"]
    whole = _command(tmp_path, "scan", "site", *options, "-o", "whole", "--audit-file", "whole.db")
    assert whole.returncode == 1, whole.stderr
    for k in ("1", "2"):
        shard = _command(tmp_path, "scan", "site", *options, "--shard", f"{k}/2", "--audit-file", f"{k}.db", "-o", k)
        assert shard.returncode == 1, shard.stderr
        assert f"in shard {k}/2" in shard.stderr
    alone = _command(tmp_path, "merge", "1.db", "-o", "alone.db")
    assert (alone.returncode, alone.stdout) == (3, "alone.db\n")
    assert "shard 2/2 is missing" in alone.stderr
    merged = _command(tmp_path, "merge", "2.db", "1.db", "-o", "merged.db")
    assert merged.returncode == 0, merged.stderr
    resumed = _command(tmp_path, "scan", "site", *options, "--resume", "--audit-file", "merged.db", "-o", "merged")
    assert resumed.returncode == 1, resumed.stderr
    written = [(tmp_path / name / "findings.jsonl").read_text() for name in ("whole", "merged")]
    assert written[0] == written[1]
    assert len(written[0].splitlines()) == len(names)
    assert json.loads(written[0].splitlines()[0])["outcomes"]


def test_a_wrong_shard_is_a_usage_error(tmp_path: Path, site: Callable[..., Path]) -> None:
    site(index="<p>x")
    for shard, said in (("3/2", "write k/n"), ("x", "write k/n")):
        refused = _command(tmp_path, "scan", "site", "--shard", shard)
        assert refused.returncode == 2
        assert said in refused.stderr
    crawl = _command(tmp_path, "scan", "site", "--shard", "1/2", "--depth", "1")
    assert crawl.returncode == 2
    assert "targets URL --depth N --save" in crawl.stderr
