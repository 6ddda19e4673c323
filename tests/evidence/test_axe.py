"""axe runs in all frames and open shadow roots, under any policy, out of the page's reach, with places people can follow."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.realm import MainRealm
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import axe
from a11ycheck.model import Variant


def run(chromium: BrowserSession, url: str, *, main: bool = False) -> dict[str, Any]:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        return axe.run(MainRealm(opened.page.main_frame, chromium.options.axe_source) if main else realm)


def violating(results: dict[str, Any], rule: str) -> list[dict[str, Any]]:
    return [node for found in results["violations"] if found["id"] == rule for node in found["nodes"]]


def violations(results: dict[str, Any], rule: str) -> list[str]:
    return [node["location"]["selector"] for node in violating(results, rule)]


def test_violations_come_with_place_and_identity(web: Web, chromium: BrowserSession) -> None:
    results = run(chromium, web.page("/", document("<img src=logo.png>")))
    node = next(found for found in results["violations"] if found["id"] == "image-alt")["nodes"][0]
    assert node["location"]["selector"] == "html > body > main > img"
    assert node["location"]["identity"]["landmarks"] == ["main"]
    assert node["location"]["identity"]["anchor"] == "file:logo.png"
    assert "image-alt" not in results["passes"]
    assert "html-has-lang" in results["passes"]
    assert results["version"] == "4.12.1"


@pytest.mark.parametrize("origin", ["base", "other"])
@pytest.mark.parametrize("main", [False, True])
def test_frames_of_any_origin_and_depth(web: Web, chromium: BrowserSession, origin: str, main: bool) -> None:
    web.page("/deep", document("<img src=deep.png>"))
    web.page("/inner", document(f"<img src=inner.png><iframe title=deep src='{web.base}/deep'></iframe>"))
    url = web.page(
        "/", document(f"<iframe id=one title=x src='{getattr(web, origin)}/inner'></iframe><img src=outer.png>")
    )
    results = run(chromium, url, main=main)
    found = violations(results, "image-alt")
    assert [selector.count(">>>") for selector in sorted(found, key=lambda s: s.count(">>>"))] == [0, 1, 2]
    assert results["frames_skipped"] == 0


def test_open_shadow_roots(web: Web, chromium: BrowserSession) -> None:
    body = "<div id=host><template shadowrootmode=open><img src=x.png></template></div>"
    assert violations(run(chromium, web.page("/", document(body))), "image-alt") == ["#host >>> img"]


def test_a_strict_policy_and_spoiled_built_ins_change_nothing(web: Web, chromium: BrowserSession) -> None:
    body = "<img src=x.png><script>window.JSON = null; Promise = function () { throw 1 }; window.axe = {run: null}</script>"
    policy = "default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'; sandbox allow-scripts"
    results = run(chromium, web.page("/", document(body), Content_Security_Policy=policy))
    assert violations(results, "image-alt") == ["html > body > main > img"]


def test_a_policy_in_the_markup(web: Web, chromium: BrowserSession) -> None:
    meta = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
    results = run(chromium, web.page("/", document("<img src=x.png>").replace("<title>", meta + "<title>")))
    assert violations(results, "image-alt")


@pytest.mark.parametrize(
    ("kind", "body", "rule"),
    [
        ("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"><g role="img"><circle r="9"/></g></svg>', "svg-img-alt"),
        ("application/xhtml+xml", '<html xmlns="http://www.w3.org/1999/xhtml"><body>x</body></html>', "html-has-lang"),
    ],
)  # fmt: skip
def test_svg_and_xml_documents(web: Web, chromium: BrowserSession, kind: str, body: str, rule: str) -> None:
    assert violations(run(chromium, web.page("/", body, kind=kind)), rule)


def test_typed_values_stay_in_the_page(web: Web, chromium: BrowserSession) -> None:
    body = "<input value=typed-secret><textarea>typed-secret</textarea><div contenteditable role=textbox>typed-secret</div>"
    assert "typed-secret" not in str(run(chromium, web.page("/", document(body))))


def test_proven_experimental_rules_run(web: Web, chromium: BrowserSession) -> None:
    results = run(chromium, web.page("/", document("<button aria-label='Send'>Post it now</button>")))
    assert violations(results, "label-content-name-mismatch")


def test_the_rule_table_has_help_and_tags(web: Web, chromium: BrowserSession) -> None:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, web.page("/", document("<h1>x</h1>")), chromium.options)
        table = axe.rule_table(realm)
    assert table["image-alt"]["tags"].count("wcag111") == 1
    assert table["image-alt"]["help_url"].startswith("https://")
    assert len(table) > 90


def test_a_frame_that_has_not_loaded_stops_nothing(web: Web, chromium: BrowserSession) -> None:
    frame = "<iframe title=x src='/never' loading=lazy style='margin-top: 99999px'></iframe>"
    results = run(chromium, web.page("/", document(f"<img src=x.png>{frame}")))
    assert violations(results, "image-alt") == ["html > body > main > img"]


@pytest.mark.parametrize(
    ("styles", "expected"),
    [
        ("", False),
        ("<style>p { color: #111 }</style>", False),
        ("<style>@media print { p { color: #111 } }</style>", True),
        ("<style>@layer base { main { @media (width > 9px) { color: #111 } } }</style>", True),
        ("<style>@import '/missing.css';</style>", True),
    ],
)
@pytest.mark.parametrize("framed", [False, True])
def test_media_rules_are_looked_for_in_every_style_sheet(
    web: Web, chromium: BrowserSession, styles: str, expected: bool, framed: bool
) -> None:
    asked = document(f"{styles}<p>Text</p>").replace('"en"', '"xyzzy"')
    page = document(f'<iframe title="Inner" srcdoc="{escape(asked)}"></iframe>') if framed else asked
    [node] = violating(run(chromium, web.page("/", page)), "html-lang-valid")
    assert node["media_rules"] is expected
    assert "media_rules" not in node["location"]


@pytest.mark.parametrize("framed", [False, True])
def test_links_that_axe_cannot_tell_from_their_text_come_with_colours(
    web: Web, chromium: BrowserSession, framed: bool
) -> None:
    asked = document("""<style>a { color: #0072aa; text-decoration: none } p { color: #222 } p span { color: #060 }</style>
      <p>Read <a href="#a">the <b>whole</b> book</a> and <span>then <a href="#b">the other</a></span> before you ask.</p>
      <p>Not <a href="#c" style="opacity: 0.5">this one</a> in all.</p>
      <div style="position: absolute; inset: 0"></div>""")
    page = document(f'<iframe title="Inner" srcdoc="{escape(asked)}"></iframe>') if framed else asked
    results = run(chromium, web.page("/", page))
    [rule] = [rule for rule in results["incomplete"] if rule["id"] == "link-in-text-block"]
    blue, black, green = [0, 114, 170], [34, 34, 34], [0, 102, 0]
    assert [node["inks"] for node in rule["nodes"]] == [
        {"link": [blue, blue], "around": [black]},
        {"link": [blue], "around": [green, black]},
        None,
    ]
    others = [node for rule in results["incomplete"] if rule["id"] != "link-in-text-block" for node in rule["nodes"]]
    assert others
    assert not any("inks" in node or "inks" in (node["location"] or {}) for node in others)


MENU = (
    '<div id="app" aria-hidden="true"><main><h1>Chat</h1><a href="/">Home</a></main></div>'
    '<div><div role="menu" id="menu"><div role="menuitem" tabindex="-1">Reply</div></div></div>'
)
FIELD = (
    '<header aria-hidden="true"><a href="/">Home</a></header>'
    '<main><h1>Chat</h1><input id="field" role="combobox" aria-label="Town" aria-expanded="true" aria-controls="list"></main>'
    '<div role="listbox" id="list" aria-label="Towns"><div role="option">Bern</div></div>'
)


@pytest.mark.parametrize(
    ("body", "focus", "overlaid"),
    [
        (MENU, "[role=menuitem]", True),
        (FIELD, "#field", True),
        (MENU, "a", False),
        (FIELD.replace('aria-expanded="true"', 'aria-expanded="false"'), "#field", False),
        (MENU.replace(' role="menu"', ""), "[role=menuitem]", False),
    ],
)
def test_what_something_open_hides_is_marked_where_the_focus_is_in_it(
    web: Web, chromium: BrowserSession, body: str, focus: str, overlaid: bool
) -> None:
    html = f"<!doctype html><html lang=en><title>Chat</title><body>{body}<script>document.querySelector('{focus}').focus()</script>"
    [node, *_] = violating(run(chromium, web.page("/", html)), "aria-hidden-focus")
    assert node.get("overlaid", False) is overlaid
    assert "overlaid" not in node["location"]


COMPONENTS = """<script>
  customElements.define("x-list", class extends HTMLElement { constructor() { super(); this.attachInternals().role = "list" } });
  customElements.define("x-item", class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: "open" }).innerHTML = "<div role=listitem>One</div>" } });
  </script>"""


@pytest.mark.parametrize(
    ("body", "rule", "fact"),
    [
        ('<i tabindex=0 aria-hidden="true" style="opacity: 0.001; position: fixed"></i>', "aria-hidden-focus", "guard"),
        ('<i tabindex=0 aria-hidden="true">Menu</i>', "aria-hidden-focus", ""),
        ('<button aria-hidden="true" style="opacity: 0"></button>', "aria-hidden-focus", ""),
        ("<x-list aria-label=Towns>Bern</x-list>", "aria-prohibited-attr", "silent"),
        ("<p>Bern</p><x-plain aria-label=Towns></x-plain>", "aria-prohibited-attr", ""),
        ("<x-list><x-item></x-item></x-list>", "aria-required-parent", "hosted"),
        ("<div><div role=listitem>One</div></div>", "aria-required-parent", ""),
    ],
)
def test_what_axe_cannot_know_is_marked(web: Web, chromium: BrowserSession, body: str, rule: str, fact: str) -> None:
    results = run(chromium, web.page("/", document(COMPONENTS + body)))
    nodes = [
        node
        for kind in ("violations", "incomplete")
        for found in results[kind]
        if found["id"] == rule
        for node in found["nodes"]
    ]
    assert [{name for name in ("guard", "silent", "hosted") if name in node} for node in nodes] == [
        {fact} if fact else set()
    ]
