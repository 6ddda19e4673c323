"""Pages whose source did not change are left out; whatever may have changed is kept."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from a11ycheck.changed import keep_changed
from a11ycheck.config import Config
from a11ycheck.errors import UsageError
from a11ycheck.targets.plan import plan

NAMES = ("index", "guide/start", "guide/api", "other")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Sphinx project of four pages, committed, with its rendered pages beside it."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        source, page = tmp_path / "docs" / f"{name}.rst", tmp_path / "html" / f"{name}.html"
        for file in (source, page):
            file.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(".. automodule:: code\n" if name.endswith("api") else f"{name}\n====\n")
        page.write_text(f"<!doctype html><html lang=en><title>{name}</title><body><h1>{name}</h1>")
    (tmp_path / "docs" / "conf.py").write_text("project = 'x'\n")
    (tmp_path / "code.py").write_text('"""Code."""\n')
    (tmp_path / ".gitignore").write_text("html/\n")
    (tmp_path / "html" / "objects.inv").write_text("")
    git("init", "-q")
    git("add", "-A")
    git("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-q", "-m", "first")
    return tmp_path


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True)


def kept(revision: str = "HEAD") -> set[str]:
    with plan(Config(targets=("html",))) as planned:
        keep_changed(planned, revision, ())
        assert [visit.order for visit in planned.visits] == list(range(len(planned.visits)))
        assert len(planned.visits) + sum(planned.skipped.values()) >= len(NAMES)
        return {planned.display(visit.url).removeprefix("html/").removesuffix(".html") for visit in planned.visits}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ((), {"index"}),
        (("docs/other.rst",), {"index", "other"}),
        (("code.py",), {"index", "guide/api"}),
        (("docs/conf.py",), set(NAMES)),
        (("docs/_static/new.css",), set(NAMES)),
    ],
    ids=["nothing", "one page", "documented code", "configuration", "a new style sheet"],
)
def test_pages_that_may_differ_are_kept(repository: Path, changed: tuple[str, ...], expected: set[str]) -> None:
    for name in changed:
        file = repository / name
        file.parent.mkdir(exist_ok=True)
        file.write_text((file.read_text() if file.exists() else "") + "\n# changed\n")
    assert kept() == expected


def test_a_page_without_a_known_source_is_kept(repository: Path) -> None:
    (repository / "html" / "extra.html").write_text("<!doctype html><title>x</title><h1>Extra</h1>")
    assert kept() == {"index", "extra"}


def test_what_left_out_is_told(repository: Path) -> None:
    with plan(Config(targets=("html",))) as planned:
        keep_changed(planned, "HEAD", ())
        assert planned.skipped["source unchanged since HEAD"] == 3


@pytest.mark.parametrize(("revision", "said"), [("nowhere", "git says: fatal"), ("--output=x", "is no revision")])
def test_an_unknown_revision_is_named(repository: Path, revision: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        kept(revision)


def test_outside_a_repository_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "index.html").write_text("<!doctype html><title>x</title><h1>X</h1>")
    with pytest.raises(UsageError, match="not a git repository"):
        kept()
