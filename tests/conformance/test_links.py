from __future__ import annotations

import pytest

from a11ycheck.conformance.links import page_href, web_href
from a11ycheck.model import PageFacts, Target, TargetStatus
from a11ycheck.store.rows import TargetRow


def row(url: str) -> TargetRow:
    return TargetRow(1, 0, Target(url=url), TargetStatus.AUDITED, "", "", PageFacts(), False, "", 0.0)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""])
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_href(url) == ""
    assert page_href(row(url)) == ""


@pytest.mark.parametrize("url", ["http://127.0.0.1:8123/a.html", "http://localhost/a", "http://[::1]/a"])
def test_pages_served_from_this_machine_are_no_links(url: str) -> None:
    assert page_href(row(url)) == ""


def test_a_public_page_is_a_link() -> None:
    assert page_href(row("https://docs.example.org/a")) == "https://docs.example.org/a"
