"""Sitemaps: local and remote, index files, gzip, damage and bounds."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from a11ycheck.browser.server import StaticServer
from a11ycheck.config import Config
from a11ycheck.errors import NothingToAuditError, UsageError
from a11ycheck.targets import sitemap, sitemap_client
from a11ycheck.targets.base import Found
from a11ycheck.targets.plan import plan

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def pages(*urls: str) -> str:
    return f"<?xml version='1.0'?><urlset {NAMESPACE}>{''.join(f'<url><loc>{u}</loc></url>' for u in urls)}</urlset>"


def index(*urls: str) -> str:
    entries = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f"<?xml version='1.0'?><sitemapindex {NAMESPACE}>{entries}</sitemapindex>"


def find(given: object, *headers: str) -> Found:
    def serve(root: Path) -> None:
        raise AssertionError("a sitemap serves no folder")

    return sitemap.find(str(given), Config(header=headers), serve)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("https://example.com/sitemap.xml", True),
        ("https://example.com/docs/sitemap_index.xml.gz?x=1", True),
        ("https://example.com/page-sitemap2.xml", True),
        ("https://example.com/sitemap.xml/page", False),
        ("https://example.com/sitemap", False),
        ("https://example.com/feed.xml", False),
        ("urls.xml", True),
        ("drawing.xml", False),
        ("absent-sitemap.xml", False),
    ],
)
def test_knows_sitemaps_by_name_or_content(
    name: str, is_one: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("urls.xml").write_text(pages("https://example.com/"))
    Path("drawing.xml").write_text("<drawing/>")
    assert sitemap.accepts(name) is is_one


def test_a_local_sitemap_names_pages_in_order(tmp_path: Path) -> None:
    file = tmp_path / "sitemap.xml"
    file.write_text(pages("https://example.com/b", " https://example.com/a?x=1&amp;y=2 ", "https://example.com/b#part"))
    with plan(Config(targets=(str(file),))) as planned:
        assert [visit.url for visit in planned.visits] == ["https://example.com/b", "https://example.com/a?x=1&y=2"]
        assert (planned.collapsed, planned.problems) == (1, ())


def test_entries_that_are_no_page_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "sitemap.xml"
    file.write_text(pages("https://example.com/", "/relative", "mailto:a@b.c", "https://jo:hunter2@example.com/x"))
    found = find(file)
    assert found.urls == ("https://example.com/",)
    assert found.skipped == {
        "not an http or https URL (in a sitemap)": 2,
        "a name or password in the URL (in a sitemap)": 1,
    }


def test_a_local_index_is_followed_to_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "sitemap.xml").write_text(
        index("https://docs.invalid/en/a-sitemap.xml", "https://docs.invalid/en/parts/b.xml.gz")
    )
    (tmp_path / "a-sitemap.xml").write_text(pages("https://docs.invalid/a"))
    (tmp_path / "parts" / "b.xml.gz").write_bytes(gzip.compress(pages("https://docs.invalid/b").encode()))
    found = find(tmp_path / "sitemap.xml")
    assert (found.urls, found.problems) == (("https://docs.invalid/a", "https://docs.invalid/b"), ())


def test_a_local_index_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "outside.xml").write_text(pages("https://docs.invalid/outside"))
    (tmp_path / "site" / "sitemap.xml").write_text(
        index("http://127.0.0.1:1/..%2Foutside.xml", "http://127.0.0.1:1/../outside.xml")
    )
    with pytest.raises(NothingToAuditError, match="no connection"):
        find(tmp_path / "site" / "sitemap.xml")


def test_a_local_index_goes_to_the_network_for_what_is_not_beside_it(tmp_path: Path) -> None:
    remote = tmp_path / "remote"
    remote.mkdir()
    (remote / "sitemap-1.xml").write_text(pages("https://example.com/far"))
    with StaticServer(remote) as server:
        (tmp_path / "sitemap.xml").write_text(index(server.base_url + "sitemap-1.xml"))
        assert find(tmp_path / "sitemap.xml").urls == ("https://example.com/far",)


def test_a_remote_index_with_gzip(tmp_path: Path) -> None:
    with StaticServer(tmp_path) as server:
        (tmp_path / "sitemap.xml").write_text(index(server.base_url + "one.xml.gz", server.base_url + "two.xml"))
        (tmp_path / "one.xml.gz").write_bytes(gzip.compress(pages("https://example.com/1").encode()))
        (tmp_path / "two.xml").write_text(pages("https://example.com/2"))
        found = find(server.base_url + "sitemap.xml")
    assert found.urls == ("https://example.com/1", "https://example.com/2")
    assert found.problems == ()


def test_gzip_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_bytes(gzip.compress(pages("https://example.com/1").encode()))
    assert find(tmp_path / "sitemap.xml").urls == ("https://example.com/1",)


def test_a_missing_part_of_an_index_is_a_problem_not_silence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with StaticServer(tmp_path) as server:
        missing = server.base_url + "gone.xml"
        (tmp_path / "sitemap.xml").write_text(index(server.base_url + "one.xml", missing, "two.xml"))
        (tmp_path / "one.xml").write_text(pages("https://example.com/1"))
        found = find(server.base_url + "sitemap.xml")
    assert found.urls == ("https://example.com/1",)
    assert any(missing in problem and "HTTP status 404" in problem for problem in found.problems)
    assert any("two.xml" in problem for problem in found.problems)
    assert capfd.readouterr().err == ""


def test_a_damaged_sitemap_keeps_its_pages_and_is_a_problem(tmp_path: Path) -> None:
    whole = pages("https://example.com/1", "https://example.com/2", "https://example.com/3")
    (tmp_path / "sitemap.xml").write_text(whole[: whole.index("/3<")])
    found = find(tmp_path / "sitemap.xml")
    assert found.urls == ("https://example.com/1", "https://example.com/2")
    assert len(found.problems) == 1


def test_an_index_that_names_itself_ends(tmp_path: Path) -> None:
    with StaticServer(tmp_path) as server:
        url = server.base_url + "sitemap.xml"
        (tmp_path / "sitemap.xml").write_text(index(url, server.base_url + "one.xml"))
        (tmp_path / "one.xml").write_text(pages("https://example.com/1"))
        found = find(url)
    assert found.urls == ("https://example.com/1",)
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<html><body>Not found</body></html>",
        pages(),
        index(),
        '<!DOCTYPE urlset [<!ENTITY a "aaaa">]><urlset><url><loc>https://example.com/&a;</loc></url></urlset>',
    ],
)
def test_a_sitemap_without_pages_is_nothing_to_audit(tmp_path: Path, content: str) -> None:
    (tmp_path / "sitemap.xml").write_text(content)
    with pytest.raises(NothingToAuditError, match=r"sitemap\.xml"):
        find(tmp_path / "sitemap.xml")


def test_unreachable_sitemaps_say_why(tmp_path: Path) -> None:
    with StaticServer(tmp_path) as server, pytest.raises(NothingToAuditError, match="HTTP status 404"):
        find(server.base_url + "sitemap.xml")
    with pytest.raises(NothingToAuditError, match="no connection"):
        find(server.base_url + "sitemap.xml")


def test_a_password_in_the_sitemaps_url_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        find("https://jo:hunter2@example.com/sitemap.xml")
    assert "hunter2" not in caught.value.message


def test_control_characters_of_a_sitemap_are_escaped_in_problems(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(index("http://127.0.0.1:1/\u009b31m.xml", "\u202eevil"))
    with pytest.raises(NothingToAuditError) as caught:
        find(tmp_path / "sitemap.xml")
    assert "31m" in caught.value.message
    assert caught.value.message.isprintable()


@contextmanager
def answering(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sitemap.xml"
    finally:
        server.shutdown()
        server.server_close()


class Quiet(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def test_headers_go_to_the_sitemaps_own_origin_only() -> None:
    seen: dict[str, str | None] = {}

    class Other(Quiet):
        def do_GET(self) -> None:
            seen["other"] = self.headers.get("Authorization")
            self.send(pages("https://example.com/1").encode())

    with answering(Other) as other:

        class Own(Quiet):
            def do_GET(self) -> None:
                seen["own"] = self.headers.get("Authorization")
                self.send(b"", 302, Location=other)

        with answering(Own) as own:
            assert find(own, "Authorization: Bearer t0ken").urls == ("https://example.com/1",)
    assert seen == {"own": "Bearer t0ken", "other": None}


def test_a_remote_sitemap_leads_nowhere_inside_the_network() -> None:
    inside = "http://169.254.169.254/latest/meta-data/"

    class Moved(Quiet):
        def do_GET(self) -> None:
            self.send(b"", 302, Location=inside)

    class Named(Quiet):
        def do_GET(self) -> None:
            nested = self.path.startswith("/nested")
            own = f"http://127.0.0.1:{self.server.server_address[1]}"  # type: ignore[str-bytes-safe]
            self.send((pages(inside, f"{own}/1") if nested else index(f"{inside}a.xml", f"{own}/nested.xml")).encode())

    with answering(Moved) as url, pytest.raises(NothingToAuditError, match="leads to an address inside the network"):
        find(url)
    with answering(Named) as url:
        found = find(url)
    assert [page.rpartition("/")[2] for page in found.urls] == ["1"]
    assert found.skipped == {"an address inside the network (in a sitemap)": 1}
    assert "leads to an address inside the network" in found.problems[0]


def test_redirects_sizes_and_numbers_are_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Loop(Quiet):
        def do_GET(self) -> None:
            self.send(b"", 302, Location=f"/sitemap.xml?{self.path.count('x')}x{self.path[-40:]}")

    class Endless(Quiet):
        def do_GET(self) -> None:
            self.send(b"")
            try:
                while True:
                    self.wfile.write(b"<!-- -->" * 8192)
            except ConnectionError:
                self.close_connection = True

    with answering(Loop) as url, pytest.raises(NothingToAuditError, match="5 redirects"):
        find(url)
    monkeypatch.setattr(sitemap_client, "MAX_BYTES", 1024**2)
    with answering(Endless) as url, pytest.raises(NothingToAuditError, match="larger than 1 MiB"):
        find(url)
    (tmp_path / "sitemap.xml").write_text(index("https://d.invalid/a.xml", "https://d.invalid/b.xml"))
    for name in ("a", "b"):
        (tmp_path / f"{name}.xml").write_text(pages(f"https://d.invalid/{name}"))
    monkeypatch.setattr(sitemap_client, "MAX_SITEMAPS", 2)
    found = find(tmp_path / "sitemap.xml")
    assert found.urls == ("https://d.invalid/a",)
    assert "more than 2 sitemaps" in found.problems[0]
    monkeypatch.setattr(sitemap, "MAX_PAGES", 1)
    (tmp_path / "sitemap.xml").write_text(pages("https://d.invalid/a", "https://d.invalid/b"))
    assert "only the first 1 pages" in find(tmp_path / "sitemap.xml").problems[0]


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()

    class Silent(Quiet):
        def do_GET(self) -> None:
            release.wait(20)

    monkeypatch.setattr(sitemap_client, "ANSWER_SECONDS", 0.3)
    with answering(Silent) as url:
        with pytest.raises(NothingToAuditError, match="no answer"):
            find(url)
        release.set()
