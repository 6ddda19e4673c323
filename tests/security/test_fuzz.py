"""Whatever a file holds: it is read, or refused with an error that names it. Nothing else is raised."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from protego import Protego
from tests.security.corpus import TEXTS, write_hostile_run

from a11ycheck import config as configuration
from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.lint.run import lint
from a11ycheck.conformance.output import body_of
from a11ycheck.errors import A11yCheckError
from a11ycheck.evidence.media import read_track
from a11ycheck.gate import baseline
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.exchange import read_export
from a11ycheck.store.queries import RunView
from a11ycheck.targets import sitemap, url_list

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
WORDS = st.sampled_from([text[:400] for text in TEXTS.values()])
TEXT = st.one_of(st.text(max_size=40), WORDS)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), TEXT, st.dates(), st.datetimes()
)
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(-(2**62), 2**62), st.floats(), TEXT)


def values(leaves: Any) -> Any:
    return st.recursive(
        leaves,
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)),
        max_leaves=12,
    )


@st.composite
def damaged(draw: st.DrawFn, body: bytes) -> bytes:
    """A file with some bytes changed, cut out, doubled or put in."""
    data = bytearray(body)
    for _ in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, max(len(data) - 1, 0))), draw(st.integers(1, 40))
        match draw(st.sampled_from(["change", "cut", "double", "put", "end"])):
            case "change":
                data[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case "cut":
                del data[at : at + length]
            case "double":
                data[at:at] = data[at : at + length * 20]
            case "put":
                data[at:at] = draw(WORDS).encode("utf-8", "replace")
            case "end":
                del data[at:]
    return bytes(data)


def refuses_or_reads(read: Callable[[], object]) -> None:
    """The only error is one of ours."""
    with contextlib.suppress(A11yCheckError):
        read()


CONFIG = b"""
targets = ["https://a.test/"]
format = ["html"]
viewport = ["1280x800"]
sample = "10%"
[product]
name = "x"
[budget]
total = 3
[redact]
selectors = [".a"]
patterns = ["/users/*"]
[[suppress]]
rule = "image-alt"
reason = "known"
until = 2030-01-01
[[ownership]]
owner = "third-party"
selectors = ["#x"]
[[process]]
name = "p"
states = ["a", "b"]
[[flow]]
name = "f"
url = "https://a.test/"
steps = [{ action = "click", role = "button", name = "x" },
  { action = "fill", label = "y", value = "z" }, { action = "audit", state = "s" }]
[login]
flow = "f"
"""
KEYS = sorted(
    {*Config.model_fields, "name", "url", "steps", "action", "label", "state", "rule", "reason", "until", "selectors"}
)


@MANY
@given(damaged(CONFIG))
def test_a_damaged_configuration_is_refused(body: bytes) -> None:
    with _file("a11ycheck.toml", body) as path:
        refuses_or_reads(lambda: configuration.load(path))


@MANY
@given(
    st.dictionaries(
        st.one_of(st.sampled_from(KEYS), st.text(max_size=5)),
        values(st.one_of(st.booleans(), st.integers(), TEXT)),
        max_size=4,
    )
)
def test_a_configuration_of_any_shape_is_refused_or_read(table: dict[str, Any]) -> None:
    refuses_or_reads(lambda: configuration.load(None, table))


STEPS = [
    "goto",
    "click",
    "fill",
    "press",
    "wait_for",
    "audit",
    "select",
    "check",
    "hover",
    "upload",
    "frame",
    "expect",
    "scroll",
]


@MANY
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["action", *KEYS, "role", "value", "secret", "text", "css", "key", "expect"]),
            values(TEXT),
            max_size=5,
        ),
        max_size=4,
    ),
    st.sampled_from(STEPS),
)
def test_steps_of_any_shape_are_refused_or_read(steps: list[dict[str, Any]], action: str) -> None:
    steps = [{"action": action} | step for step in steps]
    refuses_or_reads(
        lambda: configuration.load(None, {"flow": [{"name": "f", "url": "https://a.test/", "steps": steps}]})
    )


SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.test/one</loc><lastmod>2026-01-01</lastmod><priority>0.5</priority></url>
<url><loc>https://a.test/two?x=1&amp;y=2</loc><changefreq>daily</changefreq></url></urlset>"""
BOMB = b"""<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.test/&b;&x;
</loc></url></urlset>"""


@MANY
@given(st.one_of(damaged(SITEMAP), damaged(BOMB), st.just(BOMB)))
def test_a_damaged_sitemap_is_refused_or_read(body: bytes) -> None:
    with _file("sitemap.xml", body) as path:
        refuses_or_reads(lambda: sitemap.find(str(path), Config(), lambda folder: pytest.fail("nothing is served")))


@MANY
@given(st.one_of(st.binary(max_size=300), damaged(b"https://a.test/\n# note\nhttps://b.test/x y\n")))
def test_a_list_of_anything_is_refused_or_read(body: bytes) -> None:
    with _file("urls.txt", body) as path:
        refuses_or_reads(lambda: url_list.find(str(path), Config(), lambda folder: pytest.fail("nothing is served")))


@MANY
@given(
    damaged(
        b"User-agent: *\nDisallow: /x*$\nAllow: /x/y\nCrawl-delay: 3\nRequest-rate: 1/3 0100-0200\nSitemap: http://a.test/s.xml\n"
    )
)
def test_robots_of_any_kind_forbid_or_allow(body: bytes) -> None:
    rules = Protego.parse(body.decode("utf-8", "replace"))
    assert isinstance(rules.can_fetch("http://a.test/x?y=1", "a11ycheck"), bool)
    float(rules.crawl_delay("a11ycheck") or 0.0)


BASELINE = json.dumps({
    "format": "a11ycheck-baseline", "version": 1, "fingerprints": "3", "tool": "1", "axe": "4.12.1", "browser": "x",
    "effort": "standard", "sample": "auto", "seed": 0, "kinds": ["violation"], "rules": {"axe": "image-alt"}, "pages": ["/"],
    "driven": [], "findings": {"a" * 16: {"count": 1, "rule": "image-alt", "page": "/"}},
}).encode()  # fmt: skip


@MANY
@given(st.one_of(damaged(BASELINE), values(PLAIN).map(lambda data: json.dumps(data).encode()), st.binary(max_size=50)))
def test_a_baseline_of_any_kind_is_refused_or_read(body: bytes) -> None:
    with _file("baseline.json", body) as path:
        refuses_or_reads(lambda: baseline.read(path))


@MANY
@given(values(PLAIN), st.sampled_from(sorted(json.loads(BASELINE))))
def test_a_baseline_with_parts_of_any_shape_is_refused_or_read(value: Any, key: str) -> None:
    with _file("baseline.json", json.dumps(json.loads(BASELINE) | {key: value}).encode()) as path:
        refuses_or_reads(lambda: baseline.read(path))


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A report in each format that can be read again."""
    path = tmp_path_factory.mktemp("acr") / "audit.db"
    write_hostile_run(path, {"script": TEXTS["script"], "entity": TEXTS["entity"]})
    with closing(open_audit_file(path, create=False)) as connection:
        acr = build(RunView(connection), Config(), "wcag")
    return {name: body_of(acr, form, None) for name, form in (("yaml", "openacr"), ("docx", "docx"), ("html", "html"))}


@settings(MANY, max_examples=25)
@given(data=st.data())
@pytest.mark.parametrize("kind", ["yaml", "docx", "html"])
def test_a_damaged_report_is_refused_or_linted(reports: dict[str, bytes], kind: str, data: st.DataObject) -> None:
    body = data.draw(damaged(reports[kind]))
    with _file(f"report.{kind}", body) as path:
        refuses_or_reads(lambda: lint(path, "508"))


@settings(MANY, max_examples=25)
@given(data=st.data())
def test_word_parts_that_are_damaged_inside_are_refused_or_linted(
    reports: dict[str, bytes], data: st.DataObject
) -> None:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(reports["docx"])) as old, zipfile.ZipFile(changed, "w") as new:
        hurt = data.draw(st.sampled_from(sorted(old.namelist())))
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, data.draw(damaged(body)) if name == hurt else body)
    with _file("report.docx", changed.getvalue()) as path:
        refuses_or_reads(lambda: lint(path))


@MANY
@given(values(SCALARS), st.sampled_from(["", "chapters", "product", "author", "catalog", "title", "notes"]))
def test_openacr_of_any_shape_is_refused_or_linted(value: Any, key: str) -> None:
    shape = {"title": "x", "product": {"name": "y"}, "catalog": "2.4-edition-wcag-2.1-en", "chapters": {}, key: value}
    with _file("report.yaml", yaml.safe_dump(shape if key else value).encode("utf-8", "replace")) as path:
        refuses_or_reads(lambda: lint(path))


def test_a_word_file_that_is_no_report_is_linted(tmp_path: Path) -> None:
    empty = Document()
    for text in TEXTS.values():
        with contextlib.suppress(ValueError):
            empty.add_paragraph(text[:1000])
    table = empty.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 2))
    empty.save(str(tmp_path / "x.docx"))
    refuses_or_reads(lambda: lint(tmp_path / "x.docx"))


@MANY
@given(
    st.one_of(
        TEXT,
        damaged(b"WEBVTT\n\nSTYLE\n::cue { }\n\n1\n00:01.000 --> 00:02.000 align:start\nHello\n").map(
            lambda body: body.decode("utf-8", "replace")
        ),
    )
)
def test_captions_of_any_kind_are_read(text: str) -> None:
    for given_text in (text, "WEBVTT\n\n" + text):
        assert "state" in read_track({"file": "x.vtt", "status": 200, "text": given_text})


@MANY
@given(
    st.one_of(
        values(SCALARS).map(lambda data: yaml.safe_dump(data).encode("utf-8", "replace")), st.binary(max_size=100)
    )
)
def test_an_exchange_file_of_any_shape_is_refused_or_taken_in(body: bytes) -> None:
    with _file("verdicts.yaml", body) as path, closing(open_audit_file(path.parent / "audit.db")) as connection:
        refuses_or_reads(lambda: read_export(connection, path))


@contextlib.contextmanager
def _file(name: str, body: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(body)
        yield path
