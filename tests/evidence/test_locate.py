"""Places of elements whose own properties a page has hidden."""

from __future__ import annotations

from typing import Any

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence.scripts import source
from a11ycheck.model import Variant


def test_a_form_whose_fields_are_named_like_its_properties_is_located(web: Any, chromium: BrowserSession) -> None:
    fields = "".join(f'<input name="{name}">' for name in ("title", "id", "name", "type", "role"))
    form = f'<form id="page-form" title="The page">{fields}</form><div><form>{fields}</form></div>'
    url = web.page("/", f'<!DOCTYPE html><html lang="en"><title>x</title><main><h1>x</h1>{form}</main></html>')
    with chromium.page(Variant(), fresh=True) as opened:
        realm, _ = load(opened, url, chromium.options)
        found = realm.evaluate(f"() => [...document.forms].map(({source('locate')}).locate)")
    assert [place["selector"] for place in found] == ["#page-form", "html > body > main > div > form"]
    assert found[0]["identity"]["anchor"] == "id:page-form"
    assert found[0]["identity"]["name"] == "The page"


def test_what_comes_before_what_is_told_across_shadow_roots_and_slots(web: Any, chromium: BrowserSession) -> None:
    body = """<p id=a>A</p><div id=host><template shadowrootmode=open><b id=b></b><slot name=early></slot><i id=d></i>
      <slot></slot></template><u id=e>E</u><u id=c slot=early>C</u></div><div id=other><template shadowrootmode=open>
      <b id=f></b></template></div><p id=g>G</p>"""
    url = web.page("/", f'<!DOCTYPE html><html lang="en"><title>x</title><main>{body}</main></html>')
    question = f"""() => {{
      const lib = {source("locate")};
      const of = (id) => [document, host.shadowRoot, other.shadowRoot].map((root) => root.getElementById(id)).find(Boolean);
      const sorted = [..."gfedcba"].sort((one, two) => (lib.precedes(of(one), of(two)) ? -1 : 1)).join("");
      const before = (pairs) => pairs.map(([one, two]) => lib.comesBefore(of(one), of(two)));
      return [sorted, lib.precedes(of("a"), of("a")), before(["ab", "bg", "fg", "ec"]), before(["ba", "gb", "gf", "ce"])];
    }}"""
    with chromium.page(Variant(), fresh=True) as opened:
        realm, _ = load(opened, url, chromium.options)
        assert realm.evaluate(question) == ["abcdefg", False, [True] * 4, [False] * 4]


def test_ancestors_are_found_out_of_shadow_roots_and_ids_in_the_own_tree(web: Any, chromium: BrowserSession) -> None:
    body = """<section role=alert><p id=t>Outer</p><div id=host><template shadowrootmode=open><p id=t>Inner</p>
      <button aria-describedby="t none">B</button></template></div></section>"""
    url = web.page("/", f'<!DOCTYPE html><html lang="en"><title>x</title><main>{body}</main></html>')
    question = f"""() => {{
      const lib = {source("locate")}, button = host.shadowRoot.querySelector("button");
      const found = ["[role=alert]", "button", "main", "form"].map((one) => lib.closest(button, one)?.localName ?? null);
      return [found, lib.referred(button, "aria-describedby").map((one) => one.textContent), lib.referred(button, "title")];
    }}"""
    with chromium.page(Variant(), fresh=True) as opened:
        realm, _ = load(opened, url, chromium.options)
        assert realm.evaluate(question) == [["section", "button", "main", None], ["Inner"], []]
