"""What guards the audit: Host, CSRF, headers, upload kinds and sizes, and errors without traces."""

from __future__ import annotations

import io
import re

import pytest
from bs4 import BeautifulSoup
from tests.web.conftest import Hand, says

from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit

PNG = b"\x89PNG\r\n\x1a\n0000"


@pytest.mark.parametrize("host", ["evil.test", "127.0.0.1.evil.test", "169.254.1.1"])
def test_another_host_name_is_refused(host: str, tester: Hand) -> None:
    answer = tester.client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "Parley" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8508", "localhost:8508"])
def test_loopback_names_are_answered(host: str, tester: Hand) -> None:
    assert tester.client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/verdict", "/attach", "/undo", "/sample", "/profile", "/tester", "/script/nvda/1"])
@pytest.mark.parametrize("token", ["", "forged"])
def test_a_post_without_its_token_changes_nothing(path: str, token: str, tester: Hand) -> None:
    tester.sample("/index")
    form = {
        "subject": "page",
        "key": "1.1.1",
        "place": "/index",
        "result": "passed",
        "tester": "Eve of another site",
        "csrf_token": token,
    }
    assert tester.client.post(path, data=form).status_code == 400
    assert "Eve of another site" not in tester.get("/tester")
    assert "0 / " in re.sub(r"<[^>]+>", "", tester.get("/"))


@pytest.mark.parametrize("path", ["/sample", "/undo", "/verdict"])
def test_a_form_part_without_a_name_is_refused(path: str, tester: Hand) -> None:
    body = b"--x\r\nContent-Disposition: form-data\r\n\r\nB\r\n--x--\r\n"
    answer = tester.client.post(path, data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 400


@pytest.mark.parametrize("seed", ["²", "99999999999999999999", "--1", "١"])
def test_a_seed_of_any_kind_makes_a_sample(seed: str, tester: Hand) -> None:
    assert tester.post("/sample", place=["/index"], percent=0, seed=seed).status_code == 200


def test_every_answer_has_the_strict_headers(tester: Hand) -> None:
    for path in ("/", "/nothing", "/static/audit.css", "/report"):
        headers = tester.client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "script-src 'unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
    assert "unsafe" not in tester.client.get("/").headers["Content-Security-Policy"]


def test_no_page_has_inline_script_or_style(tester: Hand) -> None:
    tester.sample("/index")
    for path in ("/", "/row/1.1.1", "/sample", "/findings"):
        shown = BeautifulSoup(tester.get(path), "html.parser")
        assert [script.get("src") for script in shown("script")] == ["/static/audit.js"]
        assert not shown("style")
        assert not [name for tag in shown(True) for name in tag.attrs if name == "style" or name.startswith("on")]


def test_an_attached_file_comes_back_by_hash_with_safe_headers(tester: Hand) -> None:
    tester.sample("/index")
    answer = tester.verdict(
        "page", "1.1.1", "passed", "/index", back="/row/1.1.1", file=(io.BytesIO(PNG), "../../shot.png")
    )
    found = re.search(r'href="(/file/[0-9a-f]{64})">([^<]+)<', answer.text)
    assert found is not None
    assert found.group(2) == "shot.png"
    got = tester.client.get(found.group(1))
    assert (got.data, got.mimetype) == (PNG, "image/png")
    assert got.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_markup_that_was_attached_is_downloaded_as_text(tester: Hand) -> None:
    tester.sample("/index")
    answer = tester.verdict(
        "page",
        "1.1.1",
        "passed",
        "/index",
        back="/row/1.1.1",
        file=(io.BytesIO(b"<script>alert(1)</script>"), "x.html"),
    )
    found = re.search(r'href="(/file/[0-9a-f]{64})"', answer.text)
    assert found is not None
    got = tester.client.get(found.group(1))
    assert got.mimetype == "text/plain"
    assert got.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("body", "code"), [(b"MZ\x00\x01", 422), (b"x" * (12 * 1024 * 1024), 413)], ids=["kind", "size"]
)
def test_other_files_are_refused(body: bytes, code: int, tester: Hand) -> None:
    tester.sample("/index")
    assert tester.verdict("page", "1.1.1", "passed", "/index", file=(io.BytesIO(body), "x.png")).status_code == code
    assert "/file/" not in tester.get("/row/1.1.1")


def test_a_fault_shows_no_trace(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(audit)
    monkeypatch.setattr("a11ycheck.web.scope.questions", lambda: 1 / 0)
    answer = app.test_client().get("/profile")
    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.text
    assert "A fault of a11ycheck itself" in answer.text


def test_no_verdict_without_a_name(audit: Audit) -> None:
    stranger = create_app(audit).test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', stranger.get("/tester").text)
    assert token is not None
    form = {"csrf_token": token.group(1), "subject": "row", "key": "302.1", "place": "none", "result": "Supports"}
    assert "Say who you are first" in says(stranger.post("/verdict", data=form, follow_redirects=True))


@pytest.mark.parametrize("back", ["//evil.test/", "https://evil.test/", "/\\evil.test", "/a\nSet-Cookie: x"])
def test_a_form_leads_back_to_this_server_alone(back: str, tester: Hand) -> None:
    answer = tester.client.post("/undo", data={"csrf_token": tester.token(), "back": back})
    assert answer.headers["Location"] == "/"


def test_files_are_attached_without_a_verdict_and_to_one_thing_alone(tester: Hand) -> None:
    tester.sample("/index")
    about = {"subject": "page", "key": "1.1.1", "place": "/index"}
    files = [(io.BytesIO(PNG), "a.png"), (io.BytesIO(b"words"), "../../b.txt")]
    assert says(tester.post("/attach", **about, file=files)) == "Attached: a.png, ../../b.txt."
    shown = tester.get("/test/1.1.1/1")
    assert "a.png</a>" in shown
    assert ">b.txt</a>" in shown
    assert (
        tester.post("/attach", subject="page", key="1.1.1", place="*", file=(io.BytesIO(PNG), "a.png")).status_code
        == 404
    )
    bad = [(io.BytesIO(PNG), "c.png"), (io.BytesIO(b"MZ\x00"), "d.exe")]
    assert tester.post("/attach", **about, file=bad).status_code == 422
    assert "c.png" not in tester.get("/test/1.1.1/1")
