"""Faults of servers: what is wrong with an answer, one function each, found by its name."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import socket
import struct
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler as Request

from bench.faults.pages import document

PAGE = document("<h1>A page</h1><p>With some text to read.</p>", "A page")
FOREVER = 600

ANSWERS: dict[str, Callable[[Request], None]] = {}


def answer(function: Callable[[Request], None]) -> Callable[[Request], None]:
    """Name a fault after its function."""
    ANSWERS[function.__name__.replace("_", "-")] = function
    return function


def send(request: Request, html: str | bytes, status: int = 200, **headers: str) -> None:
    """A whole answer; header names take underscores for dashes."""
    body = html.encode() if isinstance(html, str) else html
    request.send_response(status)
    for name, value in ({"Content_Type": "text/html; charset=utf-8"} | headers).items():
        request.send_header(name.replace("_", "-"), value)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


def _head(request: Request, *headers: tuple[str, str]) -> None:
    request.send_response(200)
    for name, value in (("Content-Type", "text/html; charset=utf-8"), *headers):
        request.send_header(name, value)
    request.end_headers()
    request.wfile.flush()


def _reset(request: Request) -> None:
    """Break the connection off hard."""
    request.wfile.flush()
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.connection.close()
    request.close_connection = True


@answer
def silent(request: Request) -> None:
    time.sleep(FOREVER)


@answer
def slow_headers(request: Request) -> None:
    for byte in b"HTTP/1.1 200 OK\r\n" + b"X-Slow: never done\r\n" * 100:
        request.wfile.write(bytes([byte]))
        request.wfile.flush()
        time.sleep(0.5)


@answer
def slow_body(request: Request) -> None:
    _head(request, ("Connection", "close"))
    request.wfile.write(PAGE.partition("</main>")[0].encode())
    for _ in range(FOREVER):
        request.wfile.write(b"<p>more</p>")
        request.wfile.flush()
        time.sleep(0.5)


@answer
def half_body(request: Request) -> None:
    body = PAGE.encode()
    _head(request, ("Content-Length", str(len(body) * 2)))
    request.wfile.write(body[: len(body) // 2])
    request.close_connection = True


@answer
def half_chunk(request: Request) -> None:
    _head(request, ("Transfer-Encoding", "chunked"))
    request.wfile.write(b"fff\r\n" + PAGE.encode())
    request.close_connection = True


@answer
def reset(request: Request) -> None:
    _reset(request)


@answer
def reset_half_way(request: Request) -> None:
    _head(request, ("Content-Length", "100000"))
    request.wfile.write(PAGE.encode())
    time.sleep(0.3)
    _reset(request)


@answer
def empty_answer(request: Request) -> None:
    request.close_connection = True


@answer
def not_http(request: Request) -> None:
    request.wfile.write(os.urandom(4096))
    request.close_connection = True


@answer
def endless_headers(request: Request) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        request.wfile.write(b"X-%d: %s\r\n" % (number, b"x" * 1000))


@answer
def no_content(request: Request) -> None:
    request.send_response(204)
    request.end_headers()


@answer
def wrong_type(request: Request) -> None:
    send(request, PAGE, Content_Type="application/octet-stream")


@answer
def text_type(request: Request) -> None:
    send(request, PAGE, Content_Type="text/plain", X_Content_Type_Options="nosniff")


@answer
def bytes_as_page(request: Request) -> None:
    send(request, b"\x89PNG\r\n\x1a\n" + os.urandom(50_000))


@answer
def wrong_charset(request: Request) -> None:
    send(request, PAGE.replace("text", "Straße, ünïcödé"), Content_Type="text/html; charset=utf-16")


@answer
def unknown_charset(request: Request) -> None:
    send(request, PAGE, Content_Type="text/html; charset=no-such-charset")


@answer
def null_bytes(request: Request) -> None:
    send(request, PAGE.replace("text", "te\x00xt\x01\x1b[31m\x9b"))


@answer
def not_gzip(request: Request) -> None:
    send(request, PAGE, Content_Encoding="gzip")


@answer
def gzip_bomb(request: Request) -> None:
    """Four gigabytes of words in four megabytes."""
    block = gzip.compress(b"<p>bomb</p>" * 2_000_000, 9)
    _head(request, ("Content-Encoding", "gzip"), ("Connection", "close"))
    for _ in range(200):
        request.wfile.write(block)
    request.close_connection = True


@answer
def html_10mb(request: Request) -> None:
    send(request, document(f"<h1>Long</h1><p>{'A long text to read. ' * 500_000}</p>"))


@answer
def redirect_endless(request: Request) -> None:
    send(request, "", 302, Location=f"/redirect-endless?{time.monotonic_ns()}")


@answer
def redirect_to_file(request: Request) -> None:
    send(request, "", 302, Location="file:///etc/passwd")


@answer
def redirect_to_script(request: Request) -> None:
    send(request, "", 302, Location="javascript:alert(1)")


@answer
def redirect_to_metadata(request: Request) -> None:
    send(request, "", 302, Location="http://169.254.169.254/latest/meta-data/")


@answer
def redirect_to_other_port(request: Request) -> None:
    send(request, "", 302, Location="http://127.0.0.1:9/")


@answer
def refresh_header(request: Request) -> None:
    send(request, PAGE, Refresh=f"0; url=/refresh-header?{time.monotonic_ns()}")


@answer
def http_auth(request: Request) -> None:
    send(request, PAGE, 401, WWW_Authenticate='Basic realm="closed"')


@answer
def proxy_auth(request: Request) -> None:
    send(request, PAGE, 407, Proxy_Authenticate='Basic realm="closed"')


@answer
def always_busy(request: Request) -> None:
    send(request, PAGE, 503, Retry_After="1")


@answer
def early_hints(request: Request) -> None:
    for _ in range(50):
        request.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </x.css>; rel=preload; as=style\r\n\r\n")
    send(request, PAGE)


@answer
def cookie_flood(request: Request) -> None:
    request.send_response(200)
    for number in range(200):
        request.send_header("Set-Cookie", f"c{number}={'x' * 1000}; Path=/")
    body = PAGE.encode()
    request.send_header("Content-Type", "text/html; charset=utf-8")
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


@answer
def hanging_image(request: Request) -> None:
    if "?pixel" in request.path:
        time.sleep(FOREVER)
    send(request, PAGE.replace("</p>", "</p><img alt='' src='/hanging-image?pixel'>"))


@answer
def hanging_script(request: Request) -> None:
    if "?script" in request.path:
        time.sleep(FOREVER)
    send(request, PAGE.replace("<h1>", "<script src='/hanging-script?script'></script><h1>"))


@answer
def hanging_frame(request: Request) -> None:
    if "?inner" in request.path:
        time.sleep(FOREVER)
    send(request, PAGE.replace("</p>", "</p><iframe title='Inner' src='/hanging-frame?inner'></iframe>"))


@answer
def endless_stream(request: Request) -> None:
    """A page that keeps an event stream and a long poll open."""
    if "?stream" in request.path:
        _head(request, ("Content-Type", "text/event-stream"), ("Connection", "close"))
        for _ in range(FOREVER * 20):
            request.wfile.write(b"data: chatter\n\n")
            request.wfile.flush()
            time.sleep(0.05)
    send(
        request,
        PAGE.replace(
            "</main>",
            "<script>new EventSource('/endless-stream?stream'); fetch('/endless-stream?stream')</script></main>",
        ),
    )


@answer
def websocket_chatter(request: Request) -> None:
    if "Sec-WebSocket-Key" not in request.headers:
        script = (
            "for (let n = 0; n < 5; n++) { const s = new WebSocket(location.href.replace('http', 'ws'));"
            " s.onmessage = () => { window.heard = (window.heard || 0) + 1; s.send('x'.repeat(1000)); } }"
        )
        send(request, PAGE.replace("</main>", f"<script>{script}</script></main>"))
        return
    key = request.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    request.send_response(101)
    request.send_header("Upgrade", "websocket")
    request.send_header("Connection", "Upgrade")
    request.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
    request.end_headers()
    for _ in range(FOREVER * 50):
        request.wfile.write(b"\x81\x7e" + (1000).to_bytes(2, "big") + b"y" * 1000)
        request.wfile.flush()
        time.sleep(0.02)


@answer
def service_worker(request: Request) -> None:
    if "?worker" in request.path:
        send(
            request,
            "self.addEventListener('fetch', e => e.respondWith(new Response('<h1>Taken over</h1>',"
            " {headers: {'Content-Type': 'text/html'}}))); self.skipWaiting(); clients.claim && clients.claim()",
            Content_Type="text/javascript",
            Service_Worker_Allowed="/",
        )
        return
    script = "navigator.serviceWorker && navigator.serviceWorker.register('/service-worker?worker', {scope: '/'})"
    send(request, PAGE.replace("</main>", f"<script>{script}</script></main>"))


@answer
def download_flood(request: Request) -> None:
    if "?file" in request.path:
        send(request, b"x" * 100_000, Content_Type="application/zip", Content_Disposition="attachment; filename=x.zip")
        return
    script = (
        "setInterval(() => { const a = document.createElement('a'); a.href = '/download-flood?file'; a.download = 'x';"
        " a.click() }, 50)"
    )
    send(request, PAGE.replace("</main>", f"<script>{script}</script></main>"))


@answer
def download_frame(request: Request) -> None:
    if "?file" in request.path:
        send(request, b"x" * 100_000, Content_Type="application/zip", Content_Disposition="attachment; filename=x.zip")
        return
    send(request, PAGE.replace("</main>", "<iframe title=x src='/download-frame?file'></iframe></main>"))


@answer
def frames_without_end(request: Request) -> None:
    """Each frame holds two more; browsers refuse a frame that is its own ancestor, so every address is new."""
    depth = request.path.count("x")
    inner = "".join(f"<iframe title='{n}' src='{request.path}{'?' if not depth else ''}x{n}'></iframe>" for n in "ab")
    send(request, PAGE.replace("</main>", f"{inner}</main>"))


@answer
def frame_to_metadata(request: Request) -> None:
    send(
        request,
        PAGE.replace(
            "</main>", "<iframe title='Inner' src='http://169.254.169.254/latest/meta-data/'></iframe></main>"
        ),
    )


@answer
def frame_to_file(request: Request) -> None:
    send(request, PAGE.replace("</main>", "<iframe title='Inner' src='file:///etc/passwd'></iframe></main>"))


@answer
def strict_policy(request: Request) -> None:
    send(
        request,
        PAGE,
        Content_Security_Policy="default-src 'none'; sandbox; require-trusted-types-for 'script'; trusted-types 'none'",
        Cross_Origin_Opener_Policy="same-origin",
        Cross_Origin_Embedder_Policy="require-corp",
        Permissions_Policy="accelerometer=(), fullscreen=()",
    )
