"""The report as a reader meets it: structure, gaps, escaping, and the page in a real browser."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser

import pytest
from tests.conformance.acr_sample import ANN, SITE, WriteRun, outcome, page
from tests.conftest import Web

from a11ycheck.browser import axe_source
from a11ycheck.browser.session import BrowserSession
from a11ycheck.config import Config, Product
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.formats import html
from a11ycheck.conformance.output import body_of
from a11ycheck.model import Outcome, Variant
from a11ycheck.standards.editions import EDITION_IDS, EditionId
from a11ycheck.store.queries import RunView

CANARY = '"><img src=x onerror="document.title=\'pwned\'"><script>document.title="pwned"</script>'
WIDTHS = [Variant(), Variant(width=320, height=640), Variant(color_scheme="dark"), Variant(forced_colors=True)]


class Outline(HTMLParser):
    """Collects what the tests ask of the document."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tables = self.captions = self.scripts = self.loose_headers = 0
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.tables += tag == "table"
        self.captions += tag == "caption"
        self.scripts += tag == "script"
        self.loose_headers += tag == "th" and given.get("scope") not in ("row", "col")
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")


def render(view: RunView, config: Config, edition: EditionId = "508") -> str:
    return html.render(build(view, config, edition)).decode()


@pytest.mark.parametrize("edition", EDITION_IDS)
def test_structure(edition: EditionId, sample_view: RunView, config: Config) -> None:
    outline = Outline(render(sample_view, config, edition))
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(outline.headings, outline.headings[1:], strict=False))
    assert outline.tables == outline.captions > 0
    assert (outline.scripts, outline.loose_headers) == (0, 0)
    assert len(set(outline.ids)) == len(outline.ids)
    assert {link[1:] for link in outline.links if link.startswith("#")} <= set(outline.ids)


def test_title_edition_and_template_version(sample_view: RunView, config: Config) -> None:
    body = render(sample_view, config)
    assert "<h1>Example Corp Accessibility Conformance Report</h1>" in body
    assert "Revised Section 508 Edition" in body
    assert "(Based on VPAT® Version 2.5Rev)" in body
    assert "24 November 2099" in body


def test_gaps_are_visible_in_the_report(sample_view: RunView) -> None:
    body = render(sample_view, Config())
    assert "[Company not given]" in body
    assert body.count("Not given: set product.contact in a11ycheck.toml.") == 2


def test_standards_of_other_editions_leave_no_trace(sample_view: RunView, config: Config) -> None:
    assert "EN 301 549" not in re.sub(
        r"<p>For WCAG 2.0 and 2.1.*?</p>| For WCAG 2.0 and 2.1.*", "", render(sample_view, config)
    )
    assert "Section 508" not in re.sub(r"For WCAG 2.0 and 2.1.*", "", render(sample_view, config, "eu"))


def test_the_policy_lets_nothing_run_or_load(sample_view: RunView, config: Config) -> None:
    body = render(sample_view, config)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', body)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy.group(1)
    assert "unsafe" not in policy.group(1)
    assert 'style="' not in body


def test_texts_of_pages_are_escaped_and_addresses_are_checked(write_run: WriteRun) -> None:
    found = outcome(
        "image-alt", Outcome.FAILED, "1.1.1", selector=CANARY, name=CANARY, role=CANARY, message=CANARY, html=CANARY,
        landmarks=(CANARY,), help=CANARY,
    ).model_copy(update={"help_url": "javascript:alert(1)", "group": CANARY})  # fmt: skip
    view = write_run(page(0, f"{SITE}/?q={CANARY}", (found,), title=CANARY, state=CANARY))
    product = Product(company=CANARY, name=CANARY, notes=CANARY, legal_disclaimer=CANARY, evaluation_methods=CANARY)
    outline = Outline(render(view, Config(product=product)))
    assert outline.scripts == 0
    assert not any(link.startswith("javascript:") for link in outline.links)


def test_a_final_report_has_no_draft_marks(sample_view: RunView, config: Config) -> None:
    body = html.render(build(sample_view, config, final=True)).decode()
    visible = body[body.index("<body") :]
    assert "DRAFT" not in visible
    assert "is-draft" not in visible
    assert "Undecided" not in visible
    assert not body.startswith("DRAFT")


def test_a_signature_is_not_printed_with_more_than_was_recorded(sample_view: RunView, config: Config) -> None:
    assert ANN.name not in render(sample_view, config)


@pytest.mark.parametrize("variant", WIDTHS, ids=lambda variant: variant.name)
def test_axe_finds_nothing_and_nothing_overflows(
    variant: Variant, sample_view: RunView, config: Config, web: Web, chromium: BrowserSession
) -> None:
    url = web.page("/acr.html", render(sample_view, config))
    with chromium.page(variant) as opened:
        opened.page.goto(url)
        opened.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        opened.page.evaluate(axe_source.read(None))
        result = opened.page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]] == []
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in result["incomplete"]] == []
        width = opened.page.evaluate("document.documentElement.scrollWidth")
        assert width <= variant.width


def test_a_canary_script_does_not_run(write_run: WriteRun, web: Web, chromium: BrowserSession) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector=CANARY, name=CANARY, message=CANARY, html=CANARY)
    view = write_run(page(0, f"{SITE}/", (found,), title=CANARY))
    url = web.page("/acr.html", render(view, Config(product=Product(company=CANARY))))
    with chromium.page(Variant()) as opened:
        opened.page.goto(url)
        opened.page.wait_for_timeout(300)
        assert not opened.page.title().startswith("pwned")
        assert opened.page.evaluate("document.querySelectorAll('img, script').length") == 0


@pytest.mark.parametrize("name", ["html", "md", "docx"])
def test_claims_of_pages_are_asked_about_in_drafts(name: str, write_run: WriteRun, config: Config) -> None:
    block = {"text": "Parley <b> is 508 compliant.", "links": [], "place": {}}
    said = page(0, f"{SITE}/", ()).model_copy(update={"evidence": {"claims": {"claims": [block], "cut": False}}})
    view = write_run(said)
    body = body_of(build(view, config), name)
    text = zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml") if name == "docx" else body
    assert b"the claim has no date" in text
    assert b"Parley <b>" not in text
    assert b"the claim has no date" not in body_of(build(view, config, final=True), "html")
