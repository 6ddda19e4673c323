"""The loopback server, spoken to over real sockets."""

from __future__ import annotations

import logging
import os
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from a11ycheck.browser.server import StaticServer

VIDEO = bytes(range(256)) * 4


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "guide").mkdir(parents=True)
    (root / "index.html").write_text("<!doctype html><title>Home</title>")
    (root / "guide" / "index.html").write_text("<!doctype html><title>Guide</title>")
    (root / "film.webm").write_bytes(VIDEO)
    (root / "empty.txt").write_bytes(b"")
    (root / "big.bin").write_bytes(b"x" * 3_000_000)
    return root


@pytest.fixture
def connection(root: Path) -> Iterator[HTTPConnection]:
    with StaticServer(root) as server, closing(HTTPConnection(urlsplit(server.base_url).netloc, timeout=10)) as client:
        yield client


def ask(connection: HTTPConnection, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response, response.read()


def test_serves_pages_and_redirects_folders(connection: HTTPConnection) -> None:
    response, body = ask(connection, "/guide/?q=1")
    assert (response.status, response.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert b"Guide" in body
    response, _ = ask(connection, "/guide?q=1")
    assert (response.status, response.getheader("Location")) == (301, "/guide/?q=1")
    response, _ = ask(connection, "//guide?q=1")
    assert response.getheader("Location") == "/guide/?q=1"


def test_missing_pages_get_a_404_with_a_body(connection: HTTPConnection, root: Path) -> None:
    response, body = ask(connection, "/nothing.html")
    assert response.status == 404
    assert b"404 Not Found" in body
    (root / "404.html").write_text("<!doctype html><title>Lost</title>")
    response, body = ask(connection, "/nothing.html")
    assert response.status == 404
    assert b"Lost" in body


def test_folders_are_never_listed(connection: HTTPConnection, root: Path) -> None:
    (root / "files").mkdir()
    (root / "files" / "private.txt").write_text("x")
    response, body = ask(connection, "/files/")
    assert response.status == 404
    assert b"private" not in body


def test_one_connection_carries_many_requests(connection: HTTPConnection) -> None:
    ask(connection, "/")
    first = connection.sock
    for path in ("/guide/", "/nothing", "/film.webm", "/guide", "/empty.txt"):
        ask(connection, path)
        assert connection.sock is first, path


def test_head_sends_the_headers_of_get_and_no_body(connection: HTTPConnection) -> None:
    for path, status, length in (("/film.webm", 200, "1024"), ("/nothing", 404, None)):
        response, body = ask(connection, path, "HEAD")
        assert (response.status, body) == (status, b"")
        assert response.getheader("Content-Length") == (length or response.getheader("Content-Length"))
    response, _ = ask(connection, "/film.webm", "HEAD", Range="bytes=0-1")
    assert response.status == 200


@pytest.mark.parametrize(
    ("asked", "first", "stop"),
    [("bytes=0-", 0, 1024), ("bytes=10-19", 10, 20), ("bytes=-24", 1000, 1024), ("bytes=1000-9999", 1000, 1024)],
)
def test_byte_ranges(connection: HTTPConnection, asked: str, first: int, stop: int) -> None:
    response, body = ask(connection, "/film.webm", Range=asked)
    assert response.status == 206
    assert response.getheader("Content-Range") == f"bytes {first}-{stop - 1}/1024"
    assert body == VIDEO[first:stop]


@pytest.mark.parametrize("asked", ["bytes=1024-", "bytes=9999-10000", "bytes=-0"])
def test_ranges_beyond_the_end_are_refused(connection: HTTPConnection, asked: str) -> None:
    response, _ = ask(connection, "/film.webm", Range=asked)
    assert (response.status, response.getheader("Content-Range")) == (416, "bytes */1024")


@pytest.mark.parametrize(
    "asked", ["bytes=5-1", "bytes=a-b", "lines=1-2", "bytes=0-1,5-9", "bytes=-", "bytes=" + "9" * 5000 + "-"]
)
def test_other_ranges_are_ignored(connection: HTTPConnection, asked: str) -> None:
    response, body = ask(connection, "/film.webm", Range=asked)
    assert (response.status, body) == (200, VIDEO)


def test_an_unchanged_file_is_not_sent_again(connection: HTTPConnection, root: Path) -> None:
    response, _ = ask(connection, "/")
    tag, modified = response.headers["ETag"], response.headers["Last-Modified"]
    for headers in ({"If_None_Match": tag}, {"If_None_Match": f'"other", W/{tag}'}, {"If_Modified_Since": modified}):
        response, body = ask(connection, "/", **headers)
        assert (response.status, body) == (304, b""), headers
    assert ask(connection, "/", If_None_Match='"other"', If_Modified_Since=modified)[0].status == 200
    assert ask(connection, "/", If_Modified_Since="yesterday")[0].status == 200
    assert ask(connection, "/film.webm", Range="bytes=0-1", If_Range='"other"')[0].status == 200
    (root / "index.html").write_text("<!doctype html><title>Changed</title>")
    os.utime(root / "index.html", (2_000_000_000, 2_000_000_000))
    response, body = ask(connection, "/", If_None_Match=tag)
    assert response.status == 200
    assert b"Changed" in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_get_and_head_are_answered(connection: HTTPConnection, method: str) -> None:
    connection.request(method, "/", body=b"data" if method in ("POST", "PUT") else None)
    response = connection.getresponse()
    assert (response.status, response.getheader("Allow")) == (405, "GET, HEAD")


def test_requests_for_another_host_are_refused(connection: HTTPConnection) -> None:
    response, body = ask(connection, "/", Host="attacker.example")
    assert response.status == 421
    assert b"Home" not in body


def test_listens_on_loopback_only(root: Path) -> None:
    with StaticServer(root) as server:
        assert urlsplit(server.base_url).hostname == "127.0.0.1"


def test_paths_outside_the_folder_are_absent(connection: HTTPConnection, root: Path) -> None:
    (root.parent / "secret.txt").write_text("secret")
    for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/guide/..%2F..%2Fsecret.txt"):
        response, body = ask(connection, path)
        assert response.status == 404
        assert b"secret" not in body


def test_a_dropped_connection_harms_nobody(
    connection: HTTPConnection, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.WARNING)
    for _ in range(5):
        rude = socket.create_connection((connection.host, connection.port))
        rude.sendall(f"GET /big.bin HTTP/1.1\r\nHost: {connection.host}:{connection.port}\r\n\r\n".encode())
        rude.recv(100)
        rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        rude.close()
    response, body = ask(connection, "/big.bin")
    assert (response.status, len(body)) == (200, 3_000_000)
    assert caplog.records == []
    assert capfd.readouterr().err == ""


def test_many_connections_at_once(root: Path) -> None:
    with StaticServer(root) as server:
        statuses: list[int] = []

        def load() -> None:
            with closing(HTTPConnection(urlsplit(server.base_url).netloc, timeout=20)) as client:
                statuses.extend(ask(client, path)[0].status for path in ("/", "/guide/", "/film.webm"))

        threads = [threading.Thread(target=load) for _ in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert statuses == [200] * 120


def test_closing_ends_open_connections_and_may_be_repeated(root: Path) -> None:
    server = StaticServer(root)
    client = HTTPConnection(urlsplit(server.base_url).netloc, timeout=10)
    with closing(client):
        ask(client, "/")
        server.close()
        server.close()
        with pytest.raises((ConnectionError, RemoteDisconnected)):
            ask(client, "/")
