from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.findings.source_mapping import Sources
from a11ycheck.findings.source_place import Confidence, SourcePlace
from a11ycheck.gating import SourceTree
from a11ycheck.model import Identity, Location

GUIDE = """\
Guide
=====

Read the `changes <https://example.test/changes>`_ first, then the `changes
<https://example.test/other>`__ of others.

.. figure:: pictures/Logo.png
   :alt: The logo of Parley

.. include:: ../NOTICE.rst

Search
------

.. code-block:: python

   app = connect("host")
   app.close()

.. autofunction:: parley.connect

.. autoclass:: parley.Elsewhere
   :members:

.. toctree::

   more
"""
PAGE = """\
<!DOCTYPE html><html lang="en"><head><title>Guide</title></head><body>
<div class="sphinxsidebar"><ul><li><a href="#search">Search</a></li></ul></div>
<div class="body" role="main"><section id="guide"><h1>Guide<a class="headerlink" href="#guide">¶</a></h1>
<p>Read the <a class="reference external" href="https://example.test/changes">changes</a> first, then the
<a class="reference external" href="https://example.test/other">changes</a> of others.</p>
<figure><img alt="The logo of Parley" src="_images/Logo.png"></figure>
<p>Parley is made by many people in many places.</p>
<section id="search"><h2>Search<a class="headerlink" href="#search">¶</a></h2>
<div class="highlight"><pre><span class="n">app</span> <span>=</span> <span>connect</span>(<span class="s2">"host"</span>)
<span class="n">app</span>.<span class="n">close</span>()
</pre></div>
<dl class="py function">
<dt class="sig sig-object py" id="parley.connect"><span>connect</span> <span class="sig-return-icon">→</span></dt>
<dd><p>Open the way to a server and keep it open.</p><p>What nobody wrote anywhere.</p></dd></dl>
<dl class="py class"><dt class="sig sig-object py" id="parley.Elsewhere"><span>Elsewhere</span></dt>
<dd><p>Described in another project.</p></dd></dl>
<div class="toctree-wrapper"><ul><li><a href="more.html">Further reading for sailors</a></li></ul></div>
</section></section></div></body></html>
"""
MODULE = '''"""The client."""


def connect(host):
    """Open the way to a server
    and keep it open.
    """
'''


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "docs/conf.py": "", "docs/guide.rst": GUIDE,
        "docs/more.rst": "Further reading for sailors\n===========================\n",
        "docs/_build/html/objects.inv": "", "docs/_build/html/guide.html": PAGE,
        "NOTICE.rst": "Parley is made by many\npeople in many places.\n", "pyproject.toml": "", "src/parley/client.py": MODULE,
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def place(selector: str, name: str = "", url: str = "docs/_build/html/guide.html") -> SourcePlace | None:
    return Sources().place(url, Location(selector=selector, identity=Identity(name=name)))


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("#guide > h1", ("docs/guide.rst", 1, Confidence.SURE)),
        ("#guide > p:nth-of-type(1) > a:nth-of-type(1)", ("docs/guide.rst", 4, Confidence.SURE)),
        ("#guide > p:nth-of-type(1) > a:nth-of-type(2)", ("docs/guide.rst", 4, Confidence.SURE)),
        ("#guide > figure > img", ("docs/guide.rst", 7, Confidence.SURE)),
        ("#guide > p:nth-of-type(2)", ("NOTICE.rst", 1, Confidence.SURE)),
        ("#search > div:nth-of-type(1) > pre > span:nth-of-type(4)", ("docs/guide.rst", 17, Confidence.SURE)),
        ("#search > div:nth-of-type(1) > pre > span:nth-of-type(6)", ("docs/guide.rst", 18, Confidence.SURE)),
        ("#search > h2 > a", ("docs/guide.rst", 12, Confidence.LIKELY)),
        ("#search > dl:nth-of-type(1) > dd > p:nth-of-type(1)", ("src/parley/client.py", 5, Confidence.SURE)),
        (r"#parley\.connect > span:nth-of-type(2)", ("src/parley/client.py", 4, Confidence.LIKELY)),
        ("#search > dl:nth-of-type(1) > dd > p:nth-of-type(2)", ("docs/guide.rst", 1, Confidence.PAGE)),
        ("#search > dl:nth-of-type(2) > dd > p", ("docs/guide.rst", 22, Confidence.LIKELY)),
        ("#search > div:nth-of-type(2) > ul > li > a", ("docs/guide.rst", 27, Confidence.SURE)),
        ("html > body > div:nth-of-type(1) > ul > li > a", ("docs/guide.rst", 1, Confidence.TEMPLATE)),
        ("html > body > div:nth-of-type(1) > ul > li > b > i", ("docs/guide.rst", 1, Confidence.TEMPLATE)),
        ("html", ("docs/guide.rst", 1, Confidence.TEMPLATE)),
        ("#made-by-a-script > b", ("docs/guide.rst", 1, Confidence.PAGE)),
        ("a[title='\"><script>']", ("docs/guide.rst", 1, Confidence.PAGE)),
    ],
)
def test_findings_of_a_sphinx_page(project: Path, selector: str, expected: tuple[str, int, Confidence]) -> None:
    found = place(selector)
    assert found
    assert (found.file, found.line, found.confidence) == expected
    assert found.by == "sphinx"


def test_what_a_script_made_is_found_by_its_name(project: Path) -> None:
    found = place("#app >>> p", name="Parley is made by many people")
    assert found
    assert (found.file, found.line, found.confidence) == ("NOTICE.rst", 1, Confidence.LIKELY)


def test_pages_without_a_known_source_have_no_place(project: Path) -> None:
    (project / "plain.html").write_text(PAGE)
    assert place("#guide > h1", url="plain.html") is None
    assert place("#guide > h1", url="missing.html") is None
    assert place("#guide > h1", url="https://example.test/guide.html") is None


@pytest.mark.parametrize(
    "url", ["https://example.test/en/guide.html", "https://example.test/en/guide/", "https://example.test/en/guide#x"]
)
def test_a_live_page_of_a_configured_tree(project: Path, url: str) -> None:
    sources = Sources([SourceTree(pages="https://example.test/en/", root=Path("docs"))])
    location = Location(selector="p", identity=Identity(name="of others"))
    found = sources.place(url, location)
    assert found
    assert (found.file, found.line, found.confidence, found.by) == (
        "docs/guide.rst",
        1,
        Confidence.PAGE,
        "configuration",
    )
    named = sources.place(url, Location(selector="p", identity=Identity(name="made by many people")))
    assert named
    assert (named.file, named.line, named.confidence) == ("NOTICE.rst", 1, Confidence.LIKELY)


def test_a_configured_tree_does_not_lead_out_of_itself(project: Path) -> None:
    sources = Sources([SourceTree(pages="https://example.test/en/", root=Path("docs"))])
    assert sources.place("https://example.test/en/../../NOTICE", Location(selector="p")) is None


@pytest.mark.parametrize("source", ["guide/start.md", "guide/start/index.md"])
def test_a_page_of_mkdocs(project: Path, source: str) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: X\ndocs_dir: handbook\nplugins: !ENV [A, []]\nx: !!python/name:os.system\n"
    )
    for name, text in {
        f"handbook/{source}": "# Start\n\nBegin with a cup of tea.\n",
        "site/guide/start/index.html": PAGE,
    }.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text.replace("Read the", "Begin with a cup of tea."))
    found = place("#guide > h1", url="site/guide/start/index.html")
    assert found
    assert (found.file, found.by) == (f"handbook/{source}", "mkdocs")


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ('<a href="https://git.example.test/o/r/edit/main/docs/guide.rst">Edit this page</a>', True),
        ('<a href="https://git.example.test/o/r/blob/main/docs/guide.rst" title="View source">x</a>', True),
        ('<a href="https://git.example.test/o/r/blob/main/docs/guide.rst">Contributing</a>', False),
        ('<a href="https://git.example.test/o/r/edit/main/../../guide.rst">Edit</a>', False),
        ('<a href="https://git.example.test/o/r/edit/main/docs/none.rst">Edit</a>', False),
    ],
)
def test_an_edit_link_names_the_source_when_it_is_here(project: Path, link: str, found: bool) -> None:
    (project / "page.html").write_text(PAGE.replace("</body>", f"{link}</body>"))
    told = place("#guide > h1", url="page.html")
    assert bool(told) is found
    if told:
        assert (told.file, told.line, told.by) == ("docs/guide.rst", 1, "edit link")
