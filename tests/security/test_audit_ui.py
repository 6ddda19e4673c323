"""The audit's pages under hostile requests and hostile texts: no fault, strict headers, nothing runs."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from tests.security.corpus import TEXTS, write_hostile_run
from tests.security.test_injection import assert_no_script_runs
from tests.security.ui_fuzz import Fuzz
from waitress import create_server
from werkzeug.test import TestResponse

from a11ycheck.browser.session import BrowserSession
from a11ycheck.config import Config, Product
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit
from a11ycheck.web.serve import listen

SAFE_TYPES = {
    "text/html",
    "text/css",
    "text/javascript",
    "application/json",
    "text/plain",
    "image/png",
    "image/webp",
    "image/jpeg",
}


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    path = tmp_path_factory.mktemp("audit") / "audit.db"
    texts = {name: text[:20_000] for name, text in TEXTS.items()}
    write_hostile_run(path, texts)
    return Audit(path, Config(audit_file=path, product=Product(name=texts["script"], version=texts["double"])))


def problems(request: str, answer: TestResponse) -> list[str]:
    """What is wrong with an answer."""
    found = []
    if answer.status_code >= 500:
        found.append(f"{answer.status_code}: {request}")
    headers = answer.headers
    if "default-src 'none'" not in headers.get("Content-Security-Policy", ""):
        found.append(f"no policy: {request}")
    if headers.get("X-Content-Type-Options") != "nosniff" or headers.get("X-Frame-Options") != "DENY":
        found.append(f"headers: {request}")
    for cookie in headers.getlist("Set-Cookie"):
        if "HttpOnly" not in cookie or "SameSite=Strict" not in cookie:
            found.append(f"cookie {cookie}: {request}")
    if answer.status_code == 200 and answer.mimetype and answer.mimetype not in SAFE_TYPES:
        disposition = headers.get("Content-Disposition", "")
        if not disposition.startswith("attachment"):
            found.append(f"{answer.mimetype}: {request}")
    if answer.mimetype == "text/html" and ("Traceback (most recent" in answer.text or 'File "/' in answer.text):
        found.append(f"trace: {request}")
    location = urlsplit(headers.get("Location", "/").replace("\\", "/"))
    if location.hostname not in (None, "127.0.0.1", "localhost", "::1"):
        found.append(f"leads to {location.geturl()}: {request}")
    return found


@pytest.mark.parametrize(
    "number", [300, pytest.param(10_000, marks=[pytest.mark.soak, pytest.mark.timeout(7200)])], ids=str
)
def test_no_request_makes_a_fault(audit: Audit, number: int) -> None:
    fuzz = Fuzz(create_app(audit), seed=number)
    found = [problem for request, answer in fuzz.run(number) for problem in problems(request, answer)]
    print(f"\n{number} requests:", ", ".join(f"{count} of {code}" for code, count in sorted(fuzz.statuses.items())))
    assert found == []
    assert fuzz.statuses[200] > number / 20
    assert {200, 302, 400, 404} <= set(fuzz.statuses)


def test_a_post_of_another_origin_changes_nothing(audit: Audit) -> None:
    client = create_app(audit).test_client()
    for origin in ("http://evil.test", "null"):
        answer = client.post("/tester", data={"tester": "Eve"}, headers={"Origin": origin})
        assert answer.status_code == 400
    assert "Eve" not in client.get("/tester").text


def test_no_text_of_a_page_runs_in_the_audit(audit: Audit, chromium: BrowserSession, tmp_path: Path) -> None:
    app = create_app(audit)
    client = app.test_client()
    seen = ["/"]
    for path in seen[:40]:
        shown = BeautifulSoup(client.get(path).text, "html.parser")
        seen += [str(a["href"]) for a in shown.select("a[href^='/']") if a["href"] not in seen]
    kinds = list({path.split("/")[1].partition("?")[0]: path for path in seen if not path.startswith("/file")}.values())
    assert len(kinds) > 5
    with closing(listen(0)) as opened:
        server = create_server(app, sockets=[opened], threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        base = f"http://127.0.0.1:{opened.getsockname()[1]}"
        assert_no_script_runs(chromium, [base + path for path in (*kinds, *seen[10:60:10])])
        server.close()
