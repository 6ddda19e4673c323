"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

from typing import Any

import pytest

from a11ycheck.targets.robots import Robots


def test_rules_for_everyone_and_for_us_by_name(web: Any) -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: a11ycheck\nDisallow: /private/\nAllow: /private/open\nCrawl-delay: 3\n"
    web.page("/robots.txt", text, kind="text/plain")
    robots = Robots()
    allowed = [robots.allows(web.base + path) for path in ("/a", "/private/a", "/private/open")]
    assert (allowed, robots.delay(web.base + "/a")) == ([True, False, True], 3.0)
    assert [path for _, path in web.requests] == ["/robots.txt"]


def test_no_robots_txt_allows_everything(web: Any) -> None:
    robots = Robots()
    assert (robots.allows(web.base + "/a"), robots.delay(web.base + "/a"), robots.problems) == (True, 0.0, [])


def test_a_server_that_cannot_tell_forbids_everything_and_is_named(web: Any) -> None:
    web.page("/robots.txt", "", status=503)
    robots = Robots()
    assert not robots.allows(web.base + "/a")
    assert not robots.allows("http://127.0.0.1:1/")
    assert [problem.split(" could")[0] for problem in robots.problems] == [
        web.base + "/robots.txt",
        "http://127.0.0.1:1/robots.txt",
    ]


@pytest.mark.parametrize(("delay", "kept"), [("86400", 10.0), ("nonsense", 0.0)])
def test_a_delay_is_bounded(web: Any, delay: str, kept: float) -> None:
    web.page("/robots.txt", f"User-agent: *\nCrawl-delay: {delay}\n", kind="text/plain")
    assert Robots().delay(web.base) == kept


def test_headers_of_the_run_are_sent(web: Any) -> None:
    seen: list[Any] = []

    def answer(request: Any) -> None:
        seen.append((request.headers["X-Team"], request.headers["User-Agent"].split("/")[0]))
        request.send_response(404)
        request.send_header("Content-Length", "0")
        request.end_headers()

    web.answer("/robots.txt", answer)
    Robots({"X-Team": "one"}).allows(web.base)
    assert seen == [("one", "a11ycheck")]


def test_redirects_are_followed_but_not_into_the_network_and_without_the_headers_of_the_run(web: Any) -> None:
    seen: list[Any] = []
    web.redirect("/robots.txt", f"{web.other}/moved")

    def answer(request: Any) -> None:
        seen.append(request.headers["X-Team"])
        body = b"User-agent: *\nDisallow: /closed\n"
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    web.answer("/moved", answer)
    robots = Robots({"X-Team": "one"})
    assert [robots.allows(f"{web.base}/{path}") for path in ("open", "closed")] == [True, False]
    assert seen == [None]


@pytest.mark.parametrize("to", ["http://169.254.169.254/robots.txt", "file:///etc/passwd"])
def test_a_redirect_into_the_network_forbids_everything_and_is_named(web: Any, to: str) -> None:
    web.redirect("/robots.txt", to)
    robots = Robots()
    assert not robots.allows(web.base + "/a")
    [problem] = robots.problems
    assert "redirects to an address that is not public" in problem


def test_endless_redirects_end(web: Any) -> None:
    web.redirect("/robots.txt", "/robots.txt")
    robots = Robots()
    assert not robots.allows(web.base + "/a")
    assert "more than 5 redirects" in robots.problems[0]
    assert len(web.requests) == 6
