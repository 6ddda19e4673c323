"""Parley, a small team-chat web application, as an example to audit.

``python examples/webapp/serve.py --port 0 [--fixed]`` prints its address as the first line on stdout and serves on
loopback until it is stopped. Sign in as ``demo`` with the password in ``PARLEY_PASSWORD`` (default: demo-password).
Every sign-in starts from the same workspace, kept in memory, so that each visit finds the same state.
"""

import argparse
import hmac
import json
import mimetypes
import os
import secrets
from http import HTTPStatus
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from workspace import Invalid, Workspace

STATIC = Path(__file__).resolve().parent / "static"
USER = "demo"
LONGEST_BODY = 64 * 1024


class ParleyServer(ThreadingHTTPServer):
    """Knows the variant that is served and the workspaces of those who are signed in, by session token."""

    daemon_threads = True

    def __init__(self, port: int, variant: str, password: str) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.folders = {"static": STATIC / "shared", "variant": STATIC / variant}
        self.password = password
        self.workspaces: dict[str, Workspace] = {}


class Handler(BaseHTTPRequestHandler):
    """Files by GET, everything else as JSON under ``/api/``."""

    server: ParleyServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/api/"):
            self.answer_api("GET", path)
        else:
            self.send_page_file("/variant/index.html" if path == "/" else path)

    def do_POST(self) -> None:
        self.answer_api("POST", self.path)

    def do_PUT(self) -> None:
        self.answer_api("PUT", self.path)

    def do_DELETE(self) -> None:
        self.answer_api("DELETE", self.path)

    def answer_api(self, method: str, path: str) -> None:
        try:
            body = self.read_body()
            match method, path.strip("/").split("/")[1:]:
                case "GET", ["session"]:
                    workspace = self.workspace()
                    self.send_json(workspace.summary() if workspace else None)
                case "POST", ["session"]:
                    self.sign_in(body)
                case "DELETE", ["session"]:
                    self.server.workspaces.pop(self.token(), None)
                    self.send_json(None)
                case _, parts:
                    self.answer_workspace(method, parts, body)
        except Invalid as error:
            self.send_json({"errors": error.errors}, HTTPStatus.UNPROCESSABLE_ENTITY)

    def answer_workspace(self, method: str, parts: list[str], body: dict[str, Any]) -> None:
        workspace = self.workspace()
        if workspace is None:
            self.send_json({"errors": {"session": "Sign in first."}}, HTTPStatus.UNAUTHORIZED)
            return
        match method, parts:
            case "POST", ["channels"]:
                self.send_json(workspace.create_channel(body), HTTPStatus.CREATED)
            case "GET", ["channels", name, "messages"] if name in workspace.messages:
                self.send_json(workspace.messages[name])
            case "POST", ["channels", name, "messages"] if name in workspace.messages:
                self.send_json(workspace.post_message(name, body), HTTPStatus.CREATED)
            case "PUT", ["settings"]:
                self.send_json(workspace.save_settings(body))
            case _:
                self.send_json({"errors": {"path": "There is no such thing here."}}, HTTPStatus.NOT_FOUND)

    def sign_in(self, body: dict[str, Any]) -> None:
        right_user = hmac.compare_digest(str(body.get("username", "")).encode(), USER.encode())
        right_password = hmac.compare_digest(str(body.get("password", "")).encode(), self.server.password.encode())
        if not (right_user and right_password):
            message = "The user name or the password is wrong."
            self.send_json({"errors": {"password": message}}, HTTPStatus.UNAUTHORIZED)
            return
        token = secrets.token_urlsafe()
        self.server.workspaces[token] = workspace = Workspace()
        cookie = f"session={token}; Path=/; HttpOnly; SameSite=Strict"
        self.send_json(workspace.summary(), HTTPStatus.CREATED, {"Set-Cookie": cookie})

    def token(self) -> str:
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get("session")
        return cookie.value if cookie else ""

    def workspace(self) -> Workspace | None:
        return self.server.workspaces.get(self.token())

    def read_body(self) -> dict[str, Any]:
        length = int(self.headers.get("Content-Length") or 0)
        if length == 0:
            return {}
        if length > LONGEST_BODY:
            self.close_connection = True
            raise Invalid(body="This is too long.")
        try:
            body = json.loads(self.rfile.read(length))
        except ValueError as error:
            raise Invalid(body="This is not JSON.") from error
        if not isinstance(body, dict):
            raise Invalid(body="This is not a JSON object.")
        return body

    def send_page_file(self, path: str) -> None:
        folder_name, _, name = path.strip("/").partition("/")
        folder = self.server.folders.get(folder_name)
        file = (folder / name).resolve() if folder else None
        if folder is None or file is None or not file.is_relative_to(folder) or not file.is_file():
            self.send_bytes(b"Not found", "text/plain", HTTPStatus.NOT_FOUND)
            return
        content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_bytes(file.read_bytes(), content_type, HTTPStatus.OK)

    def send_json(
        self, value: object, status: HTTPStatus = HTTPStatus.OK, headers: dict[str, str] | None = None
    ) -> None:
        self.send_bytes(json.dumps(value).encode(), "application/json", status, headers)

    def send_bytes(
        self, content: bytes, content_type: str, status: HTTPStatus, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{content_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal quiet: the address is the only output."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the example team chat on loopback.")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free port")
    parser.add_argument("--fixed", action="store_true", help="serve the variant without barriers")
    arguments = parser.parse_args()
    password = os.environ.get("PARLEY_PASSWORD", "demo-password")
    server = ParleyServer(arguments.port, "fixed" if arguments.fixed else "barriers", password)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
