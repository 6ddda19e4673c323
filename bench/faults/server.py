"""A server on loopback that misbehaves on demand: every path below it is a fault of `answers` or a page of `pages`."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench.faults import answers, pages

HEALTHY = pages.document("<h1>Healthy</h1><p>Nothing is wrong here.</p>", "Healthy page")


class FaultyServer:
    """Serves until it is closed. `kill`: what the paths below `/kill/` call with their last part."""

    def __init__(self, folder: Path) -> None:
        self.kill: Callable[[str], None] = lambda _what: None
        self.requests: list[tuple[str, str]] = []
        self._plain = _server(self)
        self._secure = _server(self)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(_certificate(folder))
        self._secure.socket = context.wrap_socket(self._secure.socket, server_side=True, do_handshake_on_connect=False)
        self.base = f"http://127.0.0.1:{self._plain.server_address[1]}"
        self.secure = f"https://127.0.0.1:{self._secure.server_address[1]}"
        for server in (self._plain, self._secure):
            threading.Thread(target=server.serve_forever, daemon=True).start()

    def url(self, name: str) -> str:
        """Where a fault is met."""
        return f"{self.secure if name.startswith('tls-') else self.base}/{name}"

    def close(self) -> None:
        for server in (self._plain, self._secure):
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Connections that break are what this server is for."""


def _server(owner: FaultyServer) -> _Server:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            owner.requests.append((self.command, self.path))
            path = self.path.partition("?")[0].strip("/")
            first, _, last = path.partition("/")
            if first == "kill":
                owner.kill(last)
                self.send_error(404)
            elif first.startswith("healthy"):
                answers.send(self, HEALTHY)
            elif first in answers.ANSWERS:
                answers.ANSWERS[first](self)
            elif first in pages.PAGES:
                answers.send(self, pages.PAGES[first](), **pages.HEADERS.get(first, {}))
            else:
                self.send_error(404)

        do_POST = do_PUT = do_GET

        def log_message(self, *args: object) -> None:
            """Quiet."""

    return _Server(("127.0.0.1", 0), Handler)


def _certificate(folder: Path) -> Path:
    """A certificate that nobody signed and that has ended, with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "faulty.test")])
    begin = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(begin)
        .not_valid_after(begin + datetime.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / "certificate.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file
