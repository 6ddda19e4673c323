"""The source file of a page is found by configuration, Sphinx, MkDocs or an edit link, and never outside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.findings.source_files import page_path, source_file
from a11ycheck.gating import SourceTree


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of a project."""
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.chdir(root)
    return root


def made(path: str, text: str = "") -> Path:
    file = Path.cwd() / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def found(url: str, page: Path | None = None, *trees: SourceTree) -> tuple[str, str] | None:
    result = source_file(url, page, trees)
    return (result[0].resolve().relative_to(Path.cwd()).as_posix(), result[1]) if result else None


@pytest.mark.parametrize(
    ("rest", "source"),
    [
        ("", "docs/index.md"),
        ("index.html", "docs/index.md"),
        ("guide.html", "docs/guide.rst"),
        ("guide.html?q=1#part", "docs/guide.rst"),
        ("guide", "docs/guide.rst"),
        ("tour/", "docs/tour/index.md"),
        ("tour/index.html", "docs/tour/index.md"),
        ("a%20b.html", "docs/a b.txt"),
        ("gone.html", None),
    ],
)
def test_a_configured_tree_maps_addresses_to_files(rest: str, source: str | None) -> None:
    for name in ("docs/index.md", "docs/guide.rst", "docs/tour/index.md", "docs/a b.txt"):
        made(name)
    tree = SourceTree(pages="https://docs.example.org/", root=Path("docs"))
    assert found(f"https://docs.example.org/{rest}", None, tree) == (source and (source, "configuration"))
    assert found(f"https://other.example.org/{rest}", None, tree) is None


def test_the_first_tree_that_has_the_file_is_taken() -> None:
    made("new/guide.rst")
    trees = [SourceTree(pages="https://x/", root=Path(name)) for name in ("old", "new")]
    assert found("https://x/guide.html", None, *trees) == ("new/guide.rst", "configuration")


@pytest.mark.parametrize("mark", ["objects.inv", "searchindex.js", ".buildinfo"])
@pytest.mark.parametrize(("conf", "source"), [("conf.py", "a/b.rst"), ("docs/conf.py", "docs/a/b.rst")])
def test_sphinx_is_told_by_what_it_leaves_behind(mark: str, conf: str, source: str) -> None:
    page = made("build/html/a/b.html")
    assert found("build/html/a/b.html", page) is None
    made(f"build/html/{mark}")
    made(source)
    assert found("build/html/a/b.html", page) is None
    made(conf)
    assert found("build/html/a/b.html", page) == (source, "sphinx")


def test_a_page_that_sphinx_made_of_no_file_has_none() -> None:
    made("build/html/objects.inv")
    made("conf.py")
    assert found("build/html/genindex.html", made("build/html/genindex.html")) is None


@pytest.mark.parametrize(
    ("settings", "page", "source"),
    [
        ("site_name: x", "site/a/index.html", "docs/a.md"),
        ("docs_dir: src\nsite_dir: out", "out/a/index.html", "src/a.md"),
        ("", "site/index.html", "docs/index.md"),
        ("markdown: !!python/name:os.system", "site/a/index.html", "docs/a.md"),
        ("- a list", "site/a/index.html", "docs/a.md"),
        ("site_name: x", "elsewhere/a/index.html", None),
    ],
)
def test_mkdocs_is_told_by_its_settings(settings: str, page: str, source: str | None) -> None:
    made("mkdocs.yml", settings)
    if source:
        made(source)
    assert found(page, made(page)) == (source and (source, "mkdocs"))


@pytest.mark.parametrize(
    ("link", "is_found"),
    [
        ('<a href="https://git.example/o/r/edit/main/docs/a.md">Edit this page</a>', True),
        ('<a href="https://git.example/o/r/-/blob/main/docs/a.md" title="Show page source">✎</a>', True),
        ('<link rel="edit" href="https://git.example/o/r/edit/main/docs/a.md">', True),
        ('<a href="https://git.example/o/r/blob/main/docs/a.md">See the licence</a>', False),
        ('<a href="https://git.example/o/r/edit/main/docs/gone.md">Edit this page</a>', False),
        ('<a href="https://git.example/o/r/edit/main/../../secret.md">Edit this page</a>', False),
        ('<a href="https://git.example/o/r/edit/main/%2e%2e/%2e%2e/secret.md">Edit this page</a>', False),
    ],
)
def test_an_edit_link_counts_when_it_names_a_file_of_the_project(project: Path, link: str, is_found: bool) -> None:
    made("docs/a.md")
    (project.parent / "secret.md").write_text("no", encoding="utf-8")
    assert found("out/a.html", made("out/a.html", link)) == (("docs/a.md", "edit link") if is_found else None)


@pytest.mark.parametrize("url", ["out/a%20b.html", "out/a%20b.html?x=1", "out/a%20b.html#part"])
def test_a_shown_name_leads_to_its_file(url: str) -> None:
    made("out/a b.html")
    assert page_path(url) == Path("out/a b.html")


@pytest.mark.parametrize("url", ["https://example.org/out/a.html", "out/gone.html", "out", ""])
def test_what_is_no_file_here_has_none(url: str) -> None:
    made("out/a.html")
    assert page_path(url) is None
