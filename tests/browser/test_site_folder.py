"""Which file a URL path means: clean URLs, and never anything outside the folder."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11ycheck.browser.site_folder import Redirect, ServedFile, SiteFolder, content_headers, url_path_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for name in ("index.html", "guide/index.html", "install.html", "both.html", "both/x.html", "a b/ü#1.html"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    (root / ".git").mkdir()
    (root / ".git" / "config.html").write_text("hidden")
    (root / ".well-known").mkdir()
    (root / ".well-known" / "security.txt").write_text("contact")
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "shared.css").write_text("p {}")
    return root


def found(root: Path, path: str) -> str | None:
    match SiteFolder(root).find(path):
        case ServedFile(path=file):
            return file.relative_to(root).as_posix()
        case Redirect(path=target):
            return f"-> {target}"
        case _:
            return None


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/guide/", "guide/index.html"),
        ("/guide", "-> /guide/"),
        ("//guide", "-> /guide/"),
        ("/guide/index.html", "guide/index.html"),
        ("/install", "install.html"),
        ("/install.html/", None),
        ("/both", "both.html"),
        ("/both/", None),
        ("/a%20b/%C3%BC%231.html", "a b/ü#1.html"),
        ("/a%20b/%C3%BC%231", "a b/ü#1.html"),
        ("/./guide/.", "-> /guide/"),
        ("/nothing", None),
        ("/../secret.html", None),
        ("/%2e%2e/secret.html", None),
        ("/guide/..%2f..%2fsecret.html", None),
        ("/guide/../index.html", None),
        ("/index.html%00.png", None),
        ("/.git/config.html", None),
        ("/.well-known/security.txt", ".well-known/security.txt"),
        ("/" + "x" * 5000, None),
    ],
)
def test_paths_mean_files_as_on_a_web_server(root: Path, path: str, file: str | None) -> None:
    assert found(root, path) == file


def test_links_out_of_the_folder_are_followed_for_assets_only(root: Path, tmp_path: Path) -> None:
    (root / "out.html").symlink_to(tmp_path / "secret.html")
    (root / "disguised.css").symlink_to(tmp_path / "secret.html")
    (root / "up").symlink_to(tmp_path)
    (root / "hidden.html").symlink_to(root / ".git" / "config.html")
    (root / "dangling.css").symlink_to(tmp_path / "nothing.css")
    (root / "shared.css").symlink_to(tmp_path / "shared.css")
    (root / "inside.html").symlink_to(root / "install.html")
    for path in ("/out.html", "/disguised.css", "/up/secret.html", "/hidden.html", "/dangling.css"):
        assert SiteFolder(root).find(path) is None, path
    assert SiteFolder(root).find("/shared.css") == ServedFile(tmp_path / "shared.css")
    assert found(root, "/inside.html") == "install.html"


def test_a_pipe_or_a_folder_is_no_file(root: Path) -> None:
    os.mkfifo(root / "pipe.html")
    assert found(root, "/pipe.html") is None
    assert found(root, "/a%20b") is None


SEGMENT = st.one_of(
    st.sampled_from(
        ["..", ".", "", "%2e%2e", "%2f", "..%2f", "%5c..", "site", "secret.html", "guide", "up", "~", "%00"]
    ),
    st.text(max_size=6).map(quote),
    st.text(max_size=6),
)


@settings(deadline=None)
@given(st.lists(SEGMENT, max_size=8).map(lambda parts: "/" + "/".join(parts)))
def test_no_path_whatever_leaves_the_folder(path: str) -> None:
    with TemporaryDirectory() as scratch:
        outside = Path(os.path.realpath(scratch))
        root = outside / "site"
        (root / "guide").mkdir(parents=True)
        (root / "guide" / "index.html").write_text("inside")
        (root / "up").symlink_to(outside)
        (outside / "secret.html").write_text("secret")
        match SiteFolder(root).find(path):
            case ServedFile(path=file):
                assert file.is_relative_to(root)
            case Redirect(path=target):
                assert target.startswith("/")
                assert not target.startswith("//")
                assert isinstance(SiteFolder(root).find(target), ServedFile)


@pytest.mark.parametrize(
    ("relative", "path"),
    [("index.html", "/"), ("guide/index.html", "/guide/"), ("a b/ü#1.html", "/a%20b/%C3%BC%231.html")],
)
def test_page_files_have_clean_url_paths_that_lead_back(root: Path, relative: str, path: str) -> None:
    assert url_path_of(relative) == path
    assert found(root, path) == relative


@pytest.mark.parametrize(
    ("name", "start", "headers"),
    [
        ("x.html", b"<!doctype html><p>\xc3\xbc", {"Content-Type": "text/html; charset=utf-8"}),
        ("x.html", b"<!doctype html><meta charset=latin1>", {"Content-Type": "text/html"}),
        (
            "x.HTM",
            b'<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
            {"Content-Type": "text/html"},
        ),
        ("x.html", b"\xef\xbb\xbf<p>", {"Content-Type": "text/html"}),
        ("x.html", b"<p>\xfc", {"Content-Type": "text/html"}),
        ("x.html", "<p>ü".encode()[:-1], {"Content-Type": "text/html; charset=utf-8"}),
        ("x.xhtml", b"<?xml version='1.0'?>", {"Content-Type": "application/xhtml+xml"}),
        ("x.svg", b"<svg/>", {"Content-Type": "image/svg+xml"}),
        ("x.svgz", b"\x1f\x8b\x08", {"Content-Type": "image/svg+xml", "Content-Encoding": "gzip"}),
        ("x.svgz", b"<svg/>", {"Content-Type": "image/svg+xml"}),
        ("x.tar.gz", b"\x1f\x8b\x08", {"Content-Type": "application/gzip"}),
        ("x.xml", b"<a/>", {"Content-Type": "application/xml"}),
        ("x.mjs", b"", {"Content-Type": "text/javascript"}),
        ("x.js", b"", {"Content-Type": "text/javascript"}),
        ("x.css", b"", {"Content-Type": "text/css"}),
        ("x.wasm", b"", {"Content-Type": "application/wasm"}),
        ("x.webmanifest", b"{}", {"Content-Type": "application/manifest+json"}),
        ("x.vtt", b"WEBVTT", {"Content-Type": "text/vtt"}),
        ("x.woff2", b"", {"Content-Type": "font/woff2"}),
        ("x.mp4", b"", {"Content-Type": "video/mp4"}),
        ("x.pdf", b"", {"Content-Type": "application/pdf"}),
        ("x.png", b"", {"Content-Type": "image/png"}),
        ("x", b"", {"Content-Type": "application/octet-stream"}),
    ],
)
def test_content_headers_are_those_of_a_web_server(name: str, start: bytes, headers: dict[str, str]) -> None:
    assert content_headers(Path(name), start) == headers
