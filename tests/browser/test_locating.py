"""One element is found by how a person would name it, and what is there instead is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from a11ycheck.browser.locating import (
    NotOneElementError,
    frames,
    hidden_matches,
    instead,
    matches,
    one,
    options,
)
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Variant
from a11ycheck.steps import Click, Locate, Upload

BODY = """<!DOCTYPE html><html lang="en"><title>Team</title><h1>Channels</h1>
<button>Save</button><button>Save as draft</button><button hidden>Archive</button>
<label>Topic <input value="what a person typed"></label>
<span data-cy="he said &quot;hi&quot;">Quoted</span><span data-qa="row-1">Row</span>
<select aria-label="Plan"><option>Small</option><option>Large  size</option></select>
<select aria-label="Empty"></select><input type="file" aria-label="Picture" hidden>
<iframe id="editor" title="Editor" srcdoc="<button>Bold</button><button>Italic</button>"></iframe>"""


@pytest.fixture(scope="module")
def page(chromium: BrowserSession) -> Iterator[Page]:
    with chromium.page(Variant(), fresh=True) as opened:
        opened.page.set_content(BODY)
        yield opened.page


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (Locate(role="button", name="Save", exact=True), "Save"),
        (Locate(role="button", name="save as"), "Save as draft"),
        (Locate(text="Quoted"), "Quoted"),
        (Locate(test_id="row-1"), "Row"),
        (Locate(test_id='he said "hi"'), "Quoted"),
        (Locate(css="h1"), "Channels"),
        (Locate(role="button", name="Bold", frame="#editor"), "Bold"),
    ],
)
def test_one_element_is_found_by_each_locator(page: Page, step: Locate, text: str) -> None:
    assert one(page, step, 2000).text_content() == text


def test_a_field_is_found_by_its_label_and_a_file_field_though_it_is_hidden(page: Page) -> None:
    assert one(page, Locate(label="Topic"), 2000).input_value() == "what a person typed"
    assert one(page, Upload(label="Picture", files=(Path("x"),)), 2000).get_attribute("type") == "file"


@pytest.mark.parametrize(("name", "count"), [("Save", 2), ("Archive", 0), ("Send", 0)])
def test_none_and_several_are_told_apart_and_hidden_ones_are_none(page: Page, name: str, count: int) -> None:
    with pytest.raises(NotOneElementError) as caught:
        one(page, Click(role="button", name=name), 100)
    assert caught.value.count == count


def test_hidden_ones_are_counted_apart(page: Page) -> None:
    assert [hidden_matches(page, Click(role="button", name=name)) for name in ("Archive", "Send")] == [1, 0]
    assert hidden_matches(page, Click(css="[not a selector")) == 0


def test_what_matches_is_told_by_role_and_name(page: Page) -> None:
    assert matches(page, Locate(role="button")) == 'button "Save", button "Save as draft"'


def test_the_first_five_are_told(chromium: BrowserSession) -> None:
    with chromium.page(Variant(), fresh=True) as opened:
        opened.page.set_content("".join(f"<button>B{number}</button>" for number in range(7)))
        assert matches(opened.page, Locate(role="button")).endswith('button "B4" and 2 more')


@pytest.mark.parametrize(
    ("step", "first"),
    [
        (Click(role="button", name="Sav as drft"), 'button "Save as draft"'),
        (Click(role="buton", name="Save"), 'button "Save"'),
        (Click(role="link"), "heading"),
        (Click(text="Chanels"), "'Channels'"),
        (Click(test_id="row-2"), "'row-1'"),
        (Click(label="Topc"), 'textbox "Topic"'),
        (Click(css=".gone"), 'heading "Channels"'),
        (Click(role="button", name="Blod", frame="#editor"), 'button "Bold"'),
    ],
)
def test_the_nearest_is_offered_instead(page: Page, step: Locate, first: str) -> None:
    told = instead(page, step)
    assert told.startswith("; there is ")
    if first != "heading":
        assert told.removeprefix("; there is ").startswith(first), told
    assert "typed" not in told


def test_options_and_frames_are_told(page: Page) -> None:
    assert options(page, Locate(label="Plan")) == "; there is 'Small', 'Large size'"
    assert options(page, Locate(label="Empty")) == "; it has none"
    assert frames(page, "#editor") is None
    assert frames(page, "#other") == 'iframe[id="editor"][title="Editor"]'


def test_a_page_without_frames_says_so(chromium: BrowserSession, web: Any) -> None:
    with chromium.page(Variant(), fresh=True) as opened:
        opened.page.set_content("<p>Text")
        assert frames(opened.page, "#editor") == ""
        assert instead(opened.page, Click(css=".gone")) == ""
