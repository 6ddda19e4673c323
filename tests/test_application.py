"""Tables about applications are refused when they say nothing or two things at once, and the error says what to write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from a11ycheck.application import CrawlConfig, Flow, LoginConfig, Ownership, Process, RedactConfig, ServerConfig

STEP = {"action": "click", "text": "Go"}
WAY = {"name": "way", "url": "https://example.org/"}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (Flow, WAY | {"steps": [STEP]}),
        (Flow, WAY | {"file": Path("flow.py"), "states": ["computed"]}),
        (Flow, WAY | {"steps": [STEP], "uses": "other"}),
        (Process, {"name": "send", "states": ["menu open"]}),
        (LoginConfig, {"flow": "sign in"}),
        (LoginConfig, {"url": "https://example.org/", "steps": [STEP]}),
        (LoginConfig, {"url": "https://example.org/", "basic": {"user_secret": "A", "password_secret": "B"}}),
        (LoginConfig, {"certificate": {"cert": "c.pem", "key": "k.pem"}}),
        (ServerConfig, {"command": "serve", "url": "http://127.0.0.1:8000/"}),
        (RedactConfig, {"patterns": ["/users/*", "*@example.org"]}),
        (Ownership, {"owner": "third-party", "selectors": [".player > button"]}),
        (Ownership, {"owner": "third-party", "frames": ["https://video.example/*"]}),
        (CrawlConfig, {}),
    ],
)
def test_what_says_enough_is_taken(table: Any, values: dict[str, Any]) -> None:
    assert table(**values)


@pytest.mark.parametrize(
    ("table", "values", "said"),
    [
        (Flow, WAY, "needs either steps or a file"),
        (Flow, WAY | {"steps": [STEP], "file": "flow.py"}, "needs either steps or a file"),
        (Flow, WAY | {"file": "flow.py", "uses": "other"}, "call its function from the file"),
        (Flow, WAY | {"steps": [STEP], "states": ["one"]}, "states are for a flow in a file"),
        (Flow, WAY | {"steps": [{"action": "dance"}]}, "dance"),
        (Process, {"name": "send", "states": []}, "at least 1 item"),
        (LoginConfig, {"url": "https://example.org/"}, "needs a flow, steps, basic or certificate"),
        (LoginConfig, {"flow": "in", "steps": [STEP]}, "give a flow or steps, not both"),
        (ServerConfig, {"command": "serve", "url": "localhost:8000"}, "pattern"),
        (ServerConfig, {"command": "serve", "url": "http://localhost/", "timeout": 0}, "greater than 0"),
        (RedactConfig, {"patterns": ["/users/"]}, "'/users/': write some text with one *"),
        (RedactConfig, {"patterns": ["*"]}, "write some text with one *"),
        (RedactConfig, {"patterns": ["user-**"]}, "write some text with one *"),
        (Ownership, {"owner": "third-party"}, "needs selectors or frames"),
        (Ownership, {"owner": "third-party", "selectors": ["a[["]}, "not a CSS selector"),
        (CrawlConfig, {"rate": 0}, "greater than 0"),
        (CrawlConfig, {"queries": "some"}, "'keep' or 'ignore'"),
        (CrawlConfig, {"dept": 3}, "dept"),
    ],
)
def test_what_does_not_is_refused_with_what_to_write(table: Any, values: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        table(**values)
    assert said in str(caught.value)
