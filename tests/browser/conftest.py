"""A page with fields and buttons, and steps walked on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from a11ycheck.browser.flow import walk
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Variant, Visit
from a11ycheck.steps import Step

STEPS: TypeAdapter[tuple[Step, ...]] = TypeAdapter(tuple[Step, ...])
PAGE = """<!DOCTYPE html><html lang="en"><title>App</title><main><h1>App</h1>
<label>User <input id="user"></label>
<label>Plan <select id="plan"><option value="s">Small</option><option value="l">Large</option></select></label>
<label><input type="checkbox" id="news"> News</label>
<input type="file" id="file" hidden>
<button onclick="out.textContent = JSON.stringify({user: user.value, plan: plan.value, news: news.checked,
  file: file.files.length ? file.files[0].name : null, hovered: tip.hidden === false, key: window.key})">Save</button>
<button>Save as draft</button><button>Cancel</button>
<a href="/next" data-test="next">Next page</a> <span id="mark" onmouseenter="tip.hidden = false">What is this?</span>
<p id="tip" hidden>A tip</p><output id="out"></output></main>
<script>addEventListener("keydown", (event) => window.key = event.key)</script>"""


@pytest.fixture
def states(web: Any, chromium: BrowserSession) -> Callable[..., list[tuple[str, str, str]]]:
    """Walk steps from `/` and return (state, URL without host, text of `#out`) of each state."""

    def walked(
        *steps: dict[str, Any], options: dict[str, Any] | None = None, **visit: Any
    ) -> list[tuple[str, str, str]]:
        flow = Visit(order=0, url=web.base + "/", flow="way", steps=STEPS.validate_python(steps), **visit)
        with chromium.page(Variant(), fresh=True) as opened:
            return [
                (
                    state,
                    facts.final_url.removeprefix(web.base),
                    opened.page.evaluate("() => window.out?.textContent ?? ''"),
                )
                for state, _, facts in walk(flow, opened, replace(chromium.options, **(options or {})))
            ]

    return walked


@pytest.fixture
def quick_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11ycheck.browser.steps.STEP_SECONDS", 1.0)
