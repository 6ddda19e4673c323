"""An audit on a network shows nothing without the password, and guessing is slow."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit
from a11ycheck.web.entry import TRIES

PASSWORD = "correct horse battery"


@pytest.fixture
def client(audit: Audit) -> FlaskClient:
    return create_app(audit, hosts=("10.1.2.3",), password=PASSWORD).test_client()


def enter(client: FlaskClient, password: str) -> int:
    shown = client.get("/enter").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', shown).group(1)  # type: ignore[union-attr]
    return client.post("/enter", data={"csrf_token": token, "password": password}).status_code


@pytest.mark.parametrize("path", ["/", "/page/1", "/picture/1", "/download/sheet.csv", "/report", "/file/" + "0" * 64])
def test_nothing_is_shown_without_the_password(path: str, client: FlaskClient) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers.get("Location")) == (302, "/enter")
    assert "Parley" not in client.get("/enter").text


def test_the_password_opens_the_audit_in_that_browser_alone(client: FlaskClient, audit: Audit) -> None:
    assert enter(client, "wrong") == 403
    assert client.get("/").status_code == 302
    assert enter(client, PASSWORD) == 302
    assert "open to a network over plain HTTP" in client.get("/").text
    assert client.application.test_client().get("/").status_code == 302


def test_a_save_without_the_password_is_refused_as_data(client: FlaskClient) -> None:
    shown = client.get("/enter").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', shown).group(1)  # type: ignore[union-attr]
    answer = client.post("/verdict?autosave=yes", data={"csrf_token": token})
    assert answer.status_code == 401
    assert "password" in answer.json["problem"]


def test_after_many_wrong_passwords_none_is_looked_at(client: FlaskClient) -> None:
    assert [enter(client, "wrong") for _ in range(TRIES)] == [403] * TRIES
    assert enter(client, PASSWORD) == 429


def test_the_address_on_the_network_is_a_known_host(client: FlaskClient) -> None:
    assert client.get("/enter", headers={"Host": "10.1.2.3:8508"}).status_code == 200
    assert client.get("/enter", headers={"Host": "evil.test"}).status_code == 400
