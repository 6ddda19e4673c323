"""Recorded Playwright code as a flow."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.config import Config, load
from a11ycheck.errors import ConfigError, UsageError
from a11ycheck.targets.recorded_flow import added_flow, recorded_flow

FRAME = """import re
from playwright.sync_api import Playwright, sync_playwright, expect

def run(playwright: Playwright) -> None:
    browser = playwright.chromium.launch(headless=False)
    context = browser.new_context()
    page = context.new_page()
    page.goto("https://x.example/app")
    {}

    # ---------------------
    context.close()
    browser.close()


with sync_playwright() as playwright:
    run(playwright)
"""


def steps(*lines: str) -> list[dict[str, Any]]:
    text, unknown = recorded_flow(FRAME.format("\n    ".join(lines)), "way")
    assert unknown == 0
    (flow,) = tomllib.loads(text)["flow"]
    assert (flow["name"], flow["url"]) == ("way", "https://x.example/app")
    assert Config(flow=(flow,)).flow[0].name == "way"
    assert flow["steps"][-1] == {"action": "audit", "state": "way"}
    return list(flow["steps"][:-1])


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ('page.goto("https://x.example/b")', {"action": "goto", "url": "https://x.example/b"}),
        ('page.get_by_role("button", name="Save", exact=True).click()',
         {"action": "click", "role": "button", "name": "Save", "exact": True}),
        ('page.get_by_label("Über 😀 \\"x\\"").hover()', {"action": "hover", "label": 'Über 😀 "x"'}),
        ('page.locator("[data-test=\\"news\\"]").hover()', {"action": "hover", "test_id": "news"}),
        ('page.get_by_text("a").nth(1).click()', {"action": "click", "css": 'internal:text="a"i >> nth=1'}),
        ('page.get_by_test_id("news").check()', {"action": "check", "test_id": "news"}),
        ('page.get_by_text("News").uncheck()', {"action": "check", "text": "News", "checked": False}),
        ('page.locator("#plan").select_option("l")', {"action": "select", "css": "#plan", "option": "l"}),
        ('page.locator("#file").set_input_files("a.txt")', {"action": "upload", "css": "#file", "files": ["a.txt"]}),
        ('page.get_by_placeholder("User").fill("ada")', {"action": "fill", "css": '[placeholder="User"]', "value": "ada"}),
        ('page.get_by_label("Search").press("Enter")', {"action": "press", "label": "Search", "key": "Enter"}),
        (
            'page.locator("iframe[name=\\"a\\"]").content_frame.get_by_text("In").click()',
            {"action": "click", "text": "In", "frame": 'iframe[name="a"]'},
        ),
        ('expect(page.get_by_role("heading", name="Home")).to_be_visible()',
         {"action": "expect", "role": "heading", "name": "Home"}),
    ],
)  # fmt: skip
def test_a_recorded_line_becomes_a_step(line: str, step: dict[str, Any]) -> None:
    assert steps(line) == [step]


def test_the_click_before_typing_is_left_out() -> None:
    field = 'page.get_by_role("textbox", name="User")'
    fill = {"action": "fill", "role": "textbox", "name": "User", "value": "ada"}
    assert steps(f"{field}.click()", f'{field}.fill("ada")') == [fill]


def test_the_end_of_the_recording_is_no_step() -> None:
    assert steps("page.close()") == []


def test_a_typed_password_is_not_in_the_flow() -> None:
    (step,) = steps('page.get_by_role("textbox", name="Password").fill("hunter2!")')
    assert step == {"action": "fill", "role": "textbox", "name": "Password", "secret": "APP_PASSWORD"}
    text, _ = recorded_flow(FRAME.format('page.get_by_label(re.compile("a")).fill("hunter2!")'), "way")
    assert "hunter2!" not in text


@pytest.mark.parametrize(
    "line",
    [
        'page.get_by_role("row").filter(has=page.get_by_text("x")).click()',
        'page.get_by_role("button", name=re.compile("x")).click()',
        'page.get_by_text("a").click(button="right")',
        'page.get_by_text("a").dblclick()',
    ],
)
def test_a_line_without_a_step_stays_as_a_comment(line: str) -> None:
    text, unknown = recorded_flow(FRAME.format(line), "way")
    assert unknown == 1
    assert "# no step for: page." in text
    assert [step["action"] for step in tomllib.loads(text)["flow"][0]["steps"]] == ["audit"]


def test_a_flow_is_added_to_a_file_that_stays_a_configuration(tmp_path: Path) -> None:
    file = tmp_path / "a11ycheck.toml"
    flow, _ = recorded_flow(FRAME.format('page.get_by_text("a").click()'), "way")
    assert added_flow(file, flow, "way") == flow
    file.write_text('# mine\n[login]\nflow = "way"\n')
    file.write_text(added_flow(file, flow, "way"))
    assert [load(file).flow[0].name, load(file).login.flow, "# mine" in file.read_text()] == ["way", "way", True]
    with pytest.raises(ConfigError, match="has a flow 'way' already"):
        added_flow(file, flow, "way")
    file.write_text("[broken")
    with pytest.raises(ConfigError, match="no flow can be added"):
        added_flow(file, flow, "way")
    with pytest.raises(ConfigError, match="a file of its own"):
        added_flow(tmp_path / "pyproject.toml", flow, "way")


@pytest.mark.parametrize("source", ["page.goto('http://127.0.0.1/'", "\0"])
def test_a_recording_that_breaks_off_is_said(source: str) -> None:
    with pytest.raises(UsageError, match="no whole program"):
        recorded_flow(source, "signed in")
