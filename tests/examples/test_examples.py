"""The example documentation and web application are there and do what their READMEs say."""

import http.cookiejar
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Client:
    """A browser without a page: keeps cookies, speaks JSON."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )

    def text(self, path: str) -> str:
        with self.opener.open(self.address + path, timeout=60) as response:
            return str(response.read().decode())

    def call(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, method=method)
        with self.opener.open(request, timeout=60) as response:
            return json.load(response)

    def sign_in(self, password: str) -> Any:
        return self.call("POST", "api/session", {"username": "demo", "password": password})


@pytest.fixture(params=["barriers", "fixed"])
def variant(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def address(variant: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("PARLEY_PASSWORD", "from-the-environment")
    command = [sys.executable, str(EXAMPLES / "webapp/serve.py"), "--port", "0"]
    if variant == "fixed":
        command.append("--fixed")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()


@pytest.fixture
def client(address: str) -> Client:
    return Client(address)


def test_serves_the_variant_it_was_asked_for(client: Client, variant: str) -> None:
    page = client.text("")
    assert "/static/app.js" in page
    assert ("user-scalable=no" in page) == (variant == "barriers")


def test_serves_no_file_outside_its_folders(client: Client) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        client.text("static/../../serve.py")
    assert refused.value.code == 404


def test_refuses_a_wrong_password(client: Client) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        client.sign_in("demo-password")
    assert refused.value.code == 401
    assert client.call("GET", "api/session") is None


def test_shows_nothing_before_sign_in(client: Client) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        client.call("GET", "api/channels/general/messages")
    assert refused.value.code == 401


def test_signs_in_and_keeps_what_was_written(client: Client) -> None:
    session = client.sign_in("from-the-environment")
    assert "general" in [channel["name"] for channel in session["channels"]]
    client.call("POST", "api/channels/general/messages", {"text": "Good morning"})
    assert client.call("GET", "api/channels/general/messages")[-1]["text"] == "Good morning"


def test_starts_every_sign_in_from_the_same_workspace(address: str) -> None:
    first, second = Client(address), Client(address)
    first.sign_in("from-the-environment")
    first.call("POST", "api/channels", {"name": "team-harbour"})
    names = [channel["name"] for channel in second.sign_in("from-the-environment")["channels"]]
    assert "team-harbour" not in names


def test_says_what_is_wrong_with_settings(client: Client) -> None:
    client.sign_in("from-the-environment")
    with pytest.raises(urllib.error.HTTPError) as refused:
        client.call("PUT", "api/settings", {"displayName": "", "email": "demo@"})
    assert refused.value.code == 422
    assert set(json.load(refused.value)["errors"]) == {"displayName", "email"}


def test_variants_of_the_web_application_have_the_same_components() -> None:
    static = EXAMPLES / "webapp/static"
    assert names_in(static / "barriers") == names_in(static / "fixed")


def test_documentation_and_its_twin_have_the_same_pages() -> None:
    pages = {path.name for path in (EXAMPLES / "docs").glob("*.rst")}
    assert len(pages) >= 12
    assert pages == {path.name for path in (EXAMPLES / "docs_fixed").glob("*.rst")}


def test_every_page_is_in_the_list_of_barriers() -> None:
    listed = (EXAMPLES / "docs/BARRIERS.md").read_text(encoding="utf-8")
    missing = [path.stem for path in (EXAMPLES / "docs").glob("*.rst") if f"| {path.stem}" not in listed]
    assert missing == []


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
