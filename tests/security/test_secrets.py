"""Planted secrets are looked for in every byte of audit file, evidence, reports, exports and logs."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests.conftest import Web, document

from a11ycheck.reporters.base import reporters

SECRETS = {
    "typed-user": "Uma-Typed-4711",
    "typed-password": "Pw?Typed&4712<x>",
    "typed-note": "Note Typed 4713",
    "typed-literal": "Literal-Typed-4714",
    "cookie": "cookie-value-4715abc",
    "http-only": "httponly-value-4716",
    "local-storage": "local-storage-4717",
    "session-storage": "session-storage-4718",
    "header": "header-value-4719xyz",
    "token-in-address": "tok4720en",
    "token-in-link": "tok4721en",
    "token-in-fragment": "tok4722en",
    "user-of-address": "pw4723address",
    "basic-user": "basic-user-4724",
    "basic-password": "basic:pw-4725",
    "jwt": "eyJhbGciOi4726.eyJzdWIiOiJ4NzI2.sig4726sig",
    "redacted-text": "Redacted Person 4727",
    "redacted-name": "redacted-name-4728",
    "redacted-link": "redacted-link-4729",
    "value-of-page": "prefilled-4730",
    "password-of-page": "prefilled-pw-4731",
    "textarea-of-page": "textarea-4732",
    "csrf": "csrf-token-4733",
    "editable": "draft-text-4734",
}

CONFIG = """
keep_evidence = "all"
effort = "standard"
sample = "all"
header = ["X-Api-Key: header-value-4719xyz"]
targets = ["{base}/open?access_token=tok4720en#token=tok4722en", "{base}/named"]

[login]
flow = "in"
[login.basic]
user_secret = "BASIC_USER"
password_secret = "BASIC_PASSWORD"

[redact]
selectors = [".person"]

[[flow]]
name = "in"
url = "{base}/login"
steps = [
  {{ action = "fill", label = "User", secret = "APP_USER" }},
  {{ action = "fill", label = "Password", secret = "APP_PASSWORD" }},
  {{ action = "click", role = "button", name = "Sign in" }},
  {{ action = "wait_for", text = "Welcome" }},
]

[[flow]]
name = "note"
url = "{base}/account"
steps = [
  {{ action = "fill", label = "Note", secret = "APP_NOTE" }},
  {{ action = "fill", label = "Title", value = "Literal-Typed-4714" }},
  {{ action = "audit", state = "note typed" }},
]
"""


def account(request: BaseHTTPRequestHandler) -> None:
    """A page full of what must not be kept."""
    body = document(
        f"""<h1>Account</h1><p>Welcome</p><img src="/logo.png?api_key={SECRETS["token-in-link"]}">
        <form action="/save"><label>Note <input id=n></label><label>Title <input></label>
        <input value="{SECRETS["value-of-page"]}"><input type=password value="{SECRETS["password-of-page"]}">
        <textarea>{SECRETS["textarea-of-page"]}</textarea><input type=hidden name=csrf value="{SECRETS["csrf"]}">
        <div contenteditable=true>{SECRETS["editable"]}</div></form>
        <a href="http://someone:{SECRETS["user-of-address"]}@host.test/"><img src=z.png></a>
        <a href="/x?session_id={SECRETS["token-in-link"]}"><img src=y.png></a><p>{SECRETS["jwt"]}</p>
        <div class=person aria-label="{SECRETS["redacted-name"]}"><p style="color:#999">{SECRETS["redacted-text"]}</p>
        <a href="/people/{SECRETS["redacted-link"]}">{SECRETS["redacted-text"]}</a><img src="/{SECRETS["redacted-link"]}.png"></div>
        <script>document.cookie = "sid={SECRETS["cookie"]}"; localStorage.token = "{SECRETS["local-storage"]}";
        sessionStorage.token = "{SECRETS["session-storage"]}"; console.log(document.cookie, localStorage.token);
        document.querySelector("#n").addEventListener("input", e => {{ document.querySelector("h1").title = e.target.value }})
        </script>"""
    ).encode()
    request.send_response(200)
    request.send_header("Content-Type", "text/html; charset=utf-8")
    request.send_header("Content-Length", str(len(body)))
    request.send_header("Set-Cookie", f"auth={SECRETS['http-only']}; HttpOnly; Path=/")
    request.end_headers()
    request.wfile.write(body)


def forms(secret: str) -> Iterator[bytes]:
    """A secret as files may hold it."""
    yield from (text.encode() for text in {secret, html.escape(secret), json.dumps(secret)[1:-1]})
    yield urllib.parse.quote(secret).encode()
    yield secret.encode("utf-16-le")
    yield base64.b64encode(secret.encode()).rstrip(b"=")[:-1]


def pieces(body: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """A file, what is packed in it, and what is packed in that."""
    yield name, body
    if zipfile.is_zipfile(io.BytesIO(body)):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for member in archive.namelist():
                yield from pieces(archive.read(member), f"{name}/{member}")
    elif body[:2] == b"\x1f\x8b":
        yield from pieces(gzip.decompress(body), f"{name}/gz")
    for start in (found.start() for found in re.finditer(rb"x[\x01\x5e\x9c\xda]", body)):
        unpack = zlib.decompressobj()
        try:
            data = unpack.decompress(body[start : start + 4_000_000])
        except zlib.error:
            continue
        if len(data) > 20:
            yield f"{name}@{start}", data
    for text in re.findall(rb"[A-Za-z0-9+/]{40,}={0,2}", body[:20_000_000]):
        yield f"{name} base64", base64.b64decode(text.rstrip(b"=")[: len(text.rstrip(b"=")) // 4 * 4])


def rows(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every cell of an audit file, unpacked; blobs that span pages are only whole here."""
    with sqlite3.connect(path) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                for cell in row:
                    if isinstance(cell, bytes):
                        yield from pieces(cell, f"{path.name}:{table}")
                    elif isinstance(cell, str):
                        yield f"{path.name}:{table}", cell.encode("utf-8", "replace")


@pytest.mark.timeout(600)
def test_no_planted_secret_is_in_any_byte_that_a_run_leaves(web: Web, tmp_path: Path) -> None:
    web.answer("/account", account)
    for path in ("/open", "/named"):
        web.answer(path, account)
    web.page(
        "/login",
        document(
            "<h1>Sign in</h1><form action=/account method=post><label>User <input name=user></label><label>Password"
            " <input type=password name=password></label><button>Sign in</button></form>"
        ),
    )
    folder = tmp_path / "work"
    folder.mkdir()
    with_user = web.base.replace("://", f"://someone:{SECRETS['user-of-address']}@")
    (folder / "a11ycheck.toml").write_text(CONFIG.format(base=web.base))
    environment = os.environ | {
        "APP_USER": SECRETS["typed-user"], "APP_PASSWORD": SECRETS["typed-password"], "APP_NOTE": SECRETS["typed-note"],
        "BASIC_USER": SECRETS["basic-user"], "BASIC_PASSWORD": SECRETS["basic-password"],
    }  # fmt: skip
    said = b""

    def call(*args: str) -> int:
        nonlocal said
        command = [sys.executable, "-m", "a11ycheck", *args]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=500, check=False)
        said += done.stdout + done.stderr
        return done.returncode

    assert call("scan", f"{with_user}/named") == 2
    assert b"a name or password in the URL" in said
    chosen = [name for name in reporters() if name != "pdf"]
    code = call("scan", "--verbose", *(flag for name in chosen for flag in ("--format", name)))
    assert code in (1, 3), said.decode()
    lines = (folder / "a11y-report" / "findings.jsonl").read_text().splitlines()
    statuses = {json.loads(line)["state"] or json.loads(line)["url"]: json.loads(line)["status"] for line in lines}
    assert statuses.pop("note typed") != "not-audited", said.decode()
    assert [status for status in statuses.values() if status != "not-audited"], said.decode()
    assert call("audit", "export", "-o", "export.zip") in (0, 2), said.decode()[-500:]
    assert call("vpat", "--format", "html", "--format", "docx", "--format", "openacr", "--format", "md") == 0, (
        said.decode()[-500:]
    )

    kept = folder / "a11ycheck.toml"
    found = []
    wanted = {name: set(forms(secret)) for name, secret in SECRETS.items()}
    everything = [("terminal", said)]
    files = [path for path in folder.rglob("*") if path.is_file() and path != kept]
    assert len(files) > 30
    for path in files:
        everything += pieces(path.read_bytes(), path.relative_to(folder).as_posix())
        if path.suffix == ".db":
            everything += rows(path)
    for name, body in everything:
        found += [(secret, name) for secret, shapes in wanted.items() for shape in shapes if shape in body]
    assert sorted(set(found)) == []
