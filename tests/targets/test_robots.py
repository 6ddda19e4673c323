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
