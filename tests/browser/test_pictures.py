"""Pictures of elements, taken from a real page."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from PIL import Image
from tests.conftest import document

from a11ycheck.browser.pictures import COVER, LARGEST_FILE, find, picture
from a11ycheck.browser.redact import Redaction
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Picture, PictureOrder, Variant

MAGENTA = (0xC2, 0x00, 0x6B)


def taken(
    chromium: BrowserSession, url: str, selector: str, *, hidden: str = "", fields: bool = False
) -> Picture | None:
    with chromium.page(Variant(width=800, height=600), fresh=True) as opened:
        opened.page.goto(url)
        redaction = Redaction((hidden,)) if hidden else Redaction()
        return picture(opened.page, PictureOrder(group="g", state="", selector=selector), redaction, fields=fields)


def image(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body)).convert("RGB")


def share(body: bytes, color: tuple[int, int, int]) -> float:
    """The part of a picture that has about this colour."""
    away = np.abs(np.asarray(image(body), dtype=int) - np.array(color)).max(axis=2)
    return float((away < 24).mean())


def test_an_element_far_down_is_brought_into_view_and_marked(chromium: BrowserSession, web: Any) -> None:
    body = '<div style="height:3000px"></div><button style="background:#00f;width:200px;height:60px">Go</button>'
    found = taken(chromium, web.page("/", document(body)), "button")
    assert found is not None
    assert found.down > 0.9
    assert share(found.element, (0, 0, 255)) > 0.1
    assert share(found.element, MAGENTA) > 0.005
    assert 0 < share(found.place, MAGENTA) < 0.1
    assert image(found.place).size == (400, 300)


def test_frames_and_shadow_roots_are_entered(chromium: BrowserSession, web: Any) -> None:
    inner = web.page("/inner", document('<p id="deep">In the frame</p>'))
    outer = web.page(
        "/",
        document(f'<iframe src="{inner}"></iframe><div id="host"><template shadowrootmode="open"><b>Shade</b></template></div>'),
    )  # fmt: skip
    with chromium.page(Variant(), fresh=True) as opened:
        opened.page.goto(outer)
        for selector, text in (("iframe >>> #deep", "In the frame"), ("#host >>> b", "Shade")):
            element = find(opened.page, selector)
            assert element is not None
            assert element.text_content() == text
        assert find(opened.page, "#host >>> i") is None
        assert find(opened.page, "#none") is None


def test_nothing_is_taken_of_what_is_not_in_view(chromium: BrowserSession, web: Any) -> None:
    url = web.page("/", document('<p hidden>Gone</p><p id="out" style="position:fixed;left:-900px;width:10px">Out</p>'))
    assert taken(chromium, url, "p[hidden]") is None
    assert taken(chromium, url, "#out") is None
    assert taken(chromium, url, "::nonsense::") is None


def test_passwords_redacted_elements_and_typed_text_are_covered(chromium: BrowserSession, web: Any) -> None:
    field = '<input id="f" {} style="width:300px;height:100px;background:#0f0;border:0" value="sesame">'
    cover = tuple(int(COVER[at : at + 2], 16) for at in (1, 3, 5))
    secret = taken(chromium, web.page("/a", document(field.format('type="password"'))), "#f")
    plain = taken(chromium, web.page("/b", document(field.format(""))), "#f")
    typed = taken(chromium, web.page("/b", document(field.format(""))), "#f", fields=True)
    person = taken(chromium, web.page("/b", document(field.format(""))), "#f", hidden="#f")
    for covered in (secret, typed, person):
        assert covered is not None
        assert share(covered.element, cover) > 0.2
        assert share(covered.element, (0, 255, 0)) < 0.01
    assert plain is not None
    assert share(plain.element, (0, 255, 0)) > 0.2


def test_pictures_stay_small_even_of_noise(chromium: BrowserSession, web: Any) -> None:
    noise = (
        "<canvas width=800 height=600></canvas><script>const c = document.querySelector('canvas').getContext('2d');"
        "const d = c.createImageData(800, 600); for (let i = 0; i < d.data.length; i++) d.data[i] = (i % 4 == 3) ? 255 :"
        " Math.random() * 255; c.putImageData(d, 0, 0)</script>"
    )
    found = taken(chromium, web.page("/", document(noise)), "canvas")
    assert found is not None
    assert max(len(found.element), len(found.place)) <= LARGEST_FILE
