"""A TLS client certificate reaches a server that demands one."""

from __future__ import annotations

import datetime
import ipaddress
import os
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LOAD = """
import sys
from a11ycheck.browser import axe_source
from a11ycheck.browser.login import Login, log_in
from a11ycheck.browser.session import BrowserOptions, BrowserSession
url, cert, key = sys.argv[1:]
certificates = ({"origin": url.rstrip("/"), "certPath": cert, "keyPath": key},) if cert else ()
session = BrowserSession(BrowserOptions(axe_source="", certificates=certificates, load_timeout=30))
try:
    log_in(session, Login(url=url, certificates=certificates))
    print("in")
except Exception as error:
    print(error)
finally:
    session.close()
"""


def make(
    folder: Path, name: str, ca: tuple[x509.Certificate, ec.EllipticCurvePrivateKey] | None
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(ca[0].subject if ca else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=ca is None, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
    )
    certificate = builder.sign(ca[1] if ca else key, hashes.SHA256())
    (folder / f"{name}.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / f"{name}.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate, key


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[str]:
    """An HTTPS server that talks to nobody without a certificate of the test's own authority."""
    authority = make(tmp_path, "authority", None)
    make(tmp_path, "server", authority)
    make(tmp_path, "person", authority)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b"<!DOCTYPE html><title>x</title><h1>Inside"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem", tmp_path / "server.key")
    context.load_verify_locations(tmp_path / "authority.pem")
    context.verify_mode = ssl.CERT_REQUIRED

    class Server(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A refused handshake is what the test is about."""

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_client_certificate_opens_the_door(guarded: str, tmp_path: Path) -> None:
    def loaded(cert: str, key: str) -> str:
        trust = os.environ | {"NODE_EXTRA_CA_CERTS": str(tmp_path / "authority.pem")}
        done = subprocess.run(
            [sys.executable, "-c", LOAD, guarded, cert, key],
            env=trust,
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
        return done.stdout.strip()

    assert loaded(str(tmp_path / "person.pem"), str(tmp_path / "person.key")) == "in"
    assert "the login failed" in loaded("", "")
