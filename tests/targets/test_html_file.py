"""One file: served with the site it belongs to."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest

from a11ycheck.config import Config
from a11ycheck.targets import html_file
from a11ycheck.targets.plan import plan

PAGE = "<!doctype html><html lang=en><title>x</title><link rel=stylesheet href=../_static/x.css>"


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(PAGE)


@pytest.mark.parametrize("name", ["a b.html", "x.htm", "x.xhtml", "drawing.svg", "data.xml"])
def test_documents_are_served_from_their_folder(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    with plan(Config(targets=(str(tmp_path / name),))) as planned:
        (visit,) = planned.visits
        assert planned.display(visit.url) == f"{tmp_path.name}/{name}"
        with urlopen(visit.url, timeout=10) as response:
            assert response.read().decode() == PAGE


def test_relative_assets_of_a_rendered_site_load(tmp_path: Path) -> None:
    write(tmp_path, "html/index.html", "html/guide/x.html", "html/_static/x.css")
    with plan(Config(targets=(str(tmp_path / "html/guide/x.html"),))) as planned:
        (visit,) = planned.visits
        assert visit.url.endswith("/guide/x.html")
        with urlopen(urljoin(visit.url, "../_static/x.css"), timeout=10) as response:
            assert response.status == 200


def test_a_lone_file_exposes_its_own_folder_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "index.html", "notes/x.html")
    assert html_file.site_root(tmp_path / "notes/x.html") == tmp_path / "notes"
    write(tmp_path, "404.html")
    assert html_file.site_root(tmp_path / "notes/x.html") == tmp_path
    monkeypatch.setenv("HOME", str(tmp_path))
    assert html_file.site_root(tmp_path / "notes/x.html") == tmp_path / "notes"
    assert html_file.site_root(tmp_path / "x.html") == tmp_path


@pytest.mark.parametrize("name", ["x.txt", "x.pdf", "absent.html"])
def test_other_files_are_not_accepted(tmp_path: Path, name: str) -> None:
    write(tmp_path, "x.txt", "x.pdf")
    assert not html_file.accepts(str(tmp_path / name))
