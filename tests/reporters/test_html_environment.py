"""Words and policy of HTML reports: nothing of a page is taken for markup, and nothing but our own script may run."""

from __future__ import annotations

import base64
import hashlib

import pytest

from a11ycheck.config import load
from a11ycheck.reporters.html_environment import breakable, minified, policy, product


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("docs/start.html", "docs/<wbr>start.<wbr>html"),
        ("a-b_c?d=e", "a-<wbr>b_<wbr>c?<wbr>d=<wbr>e"),
        ("<script>", "&lt;script&gt;"),
        ("end.", "end."),
        ("", ""),
    ],
)
def test_addresses_may_be_broken_and_are_never_markup(text: str, html: str) -> None:
    assert breakable(text) == html


def test_the_policy_lets_this_style_and_script_be_used_and_no_other() -> None:
    told = dict(part.split(" ", 1) for part in policy("p{}", "run()", "img-src data:").split("; "))
    digest = base64.b64encode(hashlib.sha256(b"run()").digest()).decode()
    assert told["default-src"] == "'none'"
    assert told["script-src"] == f"'sha256-{digest}'"
    assert told["style-src"].startswith("'sha256-")
    assert told["img-src"] == "data:"
    assert policy("p{}", "").count("script-src 'none'") == 1


@pytest.mark.parametrize("name", ["style.css", "filter.js"])
def test_what_stands_within_a_page_cannot_end_its_element(name: str) -> None:
    text = minified(name)
    assert text
    assert "</" not in text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": "Chat", "version": "2.1"}, "Chat 2.1"),
        ({"name": "Chat"}, "Chat"),
        ({"version": "2.1"}, "2.1"),
        ({}, ""),
    ],
)
def test_the_product_is_named_by_what_is_known(given: dict[str, str], said: str) -> None:
    assert product(load(None, {"product": given})) == said
