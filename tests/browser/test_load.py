"""What came must be the page that was asked for; otherwise the target is not audited, with the reason."""

from __future__ import annotations

import socket
import time
from http.server import BaseHTTPRequestHandler

import pytest
from tests.conftest import Answer, Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import PageFacts, Variant


def facts_of(chromium: BrowserSession, url: str, **options: object) -> PageFacts:
    merged = BrowserOptions(**(chromium.options.__dict__ | options))
    with chromium.page(Variant()) as opened:
        return load(opened, url, merged)[1]


def reason_of(chromium: BrowserSession, url: str, **options: object) -> str:
    with pytest.raises(NotAuditedError) as caught:
        facts_of(chromium, url, **options)
    assert caught.value.hint or caught.value.reason in ("navigated-away", "network-error")
    return caught.value.reason


def test_a_page_loads_with_its_facts(web: Web, chromium: BrowserSession) -> None:
    facts = facts_of(chromium, web.page("/", document("<h1>Hello</h1>", "Greeting")))
    assert (facts.http_status, facts.title, facts.language, facts.settle) == (200, "Greeting", "en", ())


@pytest.mark.parametrize("status", [401, 403, 404, 500, 503])
def test_an_error_page_is_not_audited(web: Web, chromium: BrowserSession, status: int) -> None:
    assert reason_of(chromium, web.page("/", document("<h1>Oops</h1>"), status=status)) == f"http-{status}"


def test_an_unknown_host_is_not_audited(chromium: BrowserSession) -> None:
    assert reason_of(chromium, "http://no-such-host.invalid/") in ("dns", "network-error")


def test_a_closed_port_is_not_audited(chromium: BrowserSession) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert reason_of(chromium, f"http://127.0.0.1:{port}/") == "refused"


def test_a_server_that_never_answers_is_not_audited(web: Web, chromium: BrowserSession) -> None:
    url = web.answer("/", lambda request: time.sleep(4))
    assert reason_of(chromium, url, load_timeout=0.5) == "timeout"
    with pytest.raises(NotAuditedError, match=r"did not load within 0\.5 s: the server did not answer") as caught:
        facts_of(chromium, url, load_timeout=0.5)
    assert "Check the server" in caught.value.hint


def test_a_page_with_a_part_that_never_comes_says_so(web: Web, chromium: BrowserSession) -> None:
    web.answer("/late.js", lambda request: time.sleep(8))
    url = web.page("/", document("<h1>Waits</h1><script src=/late.js></script>"))
    with pytest.raises(NotAuditedError, match=r"did not load within 3 s: a part of it never came"):
        facts_of(chromium, url, load_timeout=3)


def broken_off(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", "9999")
    request.end_headers()
    request.wfile.write(document("<h1>Half</h1>").encode())
    request.close_connection = True


def no_http(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"\x00\x01nothing of HTTP\r\n\r\n" * 100)
    request.close_connection = True


@pytest.mark.parametrize(("answer", "reason"), [(broken_off, "connection-lost"), (no_http, "bad-answer")])
def test_half_an_answer_or_none_in_http_is_named(
    web: Web, chromium: BrowserSession, answer: Answer, reason: str
) -> None:
    assert reason_of(chromium, web.answer("/", answer)) == reason


def test_what_is_declared_as_gzip_and_is_not_is_named(web: Web, chromium: BrowserSession) -> None:
    assert reason_of(chromium, web.page("/", document("text"), Content_Encoding="gzip")) == "bad-answer"


def test_a_redirect_to_a_file_is_not_followed(web: Web, chromium: BrowserSession) -> None:
    assert reason_of(chromium, web.redirect("/", "file:///etc/passwd")) == "redirected-off-target"


def test_a_redirect_to_another_site_is_not_followed(web: Web, chromium: BrowserSession) -> None:
    web.page("/elsewhere", document("<h1>Other site</h1>"))
    url = web.redirect("/", f"{web.other}/elsewhere")
    assert reason_of(chromium, url) == "redirected-off-target"
    assert ("GET", "/elsewhere") not in web.requests


@pytest.mark.parametrize("when", ["location = '{}'", "setTimeout(() => location = '{}', 20)"])
def test_a_script_that_leaves_for_another_site_is_a_redirect(web: Web, chromium: BrowserSession, when: str) -> None:
    web.page("/elsewhere", document("<h1>Other site</h1>"))
    url = web.page("/", document(f"<h1>Here</h1><script>{when.format(web.other + '/elsewhere')}</script>"))
    assert reason_of(chromium, url) == "redirected-off-target"
    assert ("GET", "/elsewhere") not in web.requests


def test_a_refresh_after_a_delay_is_held_and_the_page_audited(web: Web, chromium: BrowserSession) -> None:
    web.page("/elsewhere", document("<h1>Other site</h1>"))
    refresh = f'<meta http-equiv="refresh" content="1; url={web.other}/elsewhere">'
    url = web.page("/", document("<h1>Here</h1>").replace("<title>", refresh + "<title>"))
    assert facts_of(chromium, url).title == "Test page"


def test_a_redirect_within_the_site_is_followed(web: Web, chromium: BrowserSession) -> None:
    web.page("/new", document("<h1>New</h1>", "New"))
    assert facts_of(chromium, web.redirect("/old", "/new")).title == "New"


def test_a_login_page_behind_a_redirect_is_a_login_wall(web: Web, chromium: BrowserSession) -> None:
    web.page("/login", document("<form><label>Name <input></label></form>"))
    assert reason_of(chromium, web.redirect("/secret", "/login")) == "login-wall"


def test_a_password_field_behind_a_redirect_is_a_login_wall(web: Web, chromium: BrowserSession) -> None:
    web.page("/welcome", document("<label>Password <input type=password></label>"))
    assert reason_of(chromium, web.redirect("/secret", "/welcome")) == "login-wall"


def test_a_script_that_leads_to_a_login_is_a_login_wall(web: Web, chromium: BrowserSession) -> None:
    web.page("/welcome", document("<label>Password <input type=password></label>"))
    url = web.page("/app", document("<p>Loading<script>setTimeout(() => location = '/welcome', 30)</script>"))
    assert reason_of(chromium, url) == "login-wall"


def test_a_login_page_that_was_asked_for_is_audited(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/login", document("<label>Password <input type=password></label>", "Log in"))
    assert facts_of(chromium, url).title == "Log in"


@pytest.mark.parametrize("kind", ["application/json", "text/plain"])
def test_what_is_no_page_is_not_audited(web: Web, chromium: BrowserSession, kind: str) -> None:
    assert reason_of(chromium, web.page("/", "{}", kind=kind)) == "not-html"


def test_a_download_is_not_audited(web: Web, chromium: BrowserSession) -> None:
    assert (
        reason_of(chromium, web.page("/", "x", kind="application/zip", Content_Disposition="attachment")) == "not-html"
    )


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"><title>Dot</title><circle r="9"/></svg>'),
        (
            "application/xhtml+xml",
            '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><title>X</title><p>x</p></html>',
        ),
        ("text/xml", "<note><to>You</to></note>"),
    ],
)
def test_svg_and_xml_documents_are_pages(web: Web, chromium: BrowserSession, kind: str, body: str) -> None:
    assert facts_of(chromium, web.page("/", body, kind=kind)).elements > 0


def test_a_blank_application_is_not_audited(
    web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11ycheck.browser.load.BLANK_SECONDS", 0.5)
    body = "<!DOCTYPE html><title>App</title><div id=root></div><script>void 0</script>"
    assert reason_of(chromium, web.page("/", body)) == "blank"


def test_a_document_without_content_or_scripts_says_so(web: Web, chromium: BrowserSession) -> None:
    assert facts_of(chromium, web.page("/", "<!DOCTYPE html><title></title>")).settle == ("blank",)


def test_a_page_that_fills_late_is_waited_for(web: Web, chromium: BrowserSession) -> None:
    late = "<div id=root></div><script>setTimeout(() => root.innerHTML = '<h1>Here</h1>', 900)</script>"
    assert facts_of(chromium, web.page("/", document(late))).elements > 6


def test_wait_for_names_what_must_be_visible(web: Web, chromium: BrowserSession) -> None:
    late = "<p>Loading</p><script>setTimeout(() => document.body.innerHTML += '<h1>Here</h1>', 600)</script>"
    facts = facts_of(chromium, web.page("/", document(late)), wait_for="h1")
    assert facts.settle == ()


def test_waiting_for_what_never_comes_is_not_audited(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<p>Loading</p>"))
    assert reason_of(chromium, url, wait_for="h1", load_timeout=3) == "wait-for"


def test_a_page_that_reloads_without_end_is_not_audited(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<p>x</p><script>setTimeout(() => location.reload(), 20)</script>"))
    assert reason_of(chromium, url) == "redirect-loop"


def test_alerts_without_end_do_not_stop_the_load(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<p>x</p><script>for (let i = 0; i < 200; i++) alert(i)</script>", "Alerts"))
    assert facts_of(chromium, url).title == "Alerts"
