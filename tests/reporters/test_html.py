"""The HTML report, opened from disk in a real browser as its readers do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from a11ycheck.browser.session import BrowserSession
from a11ycheck.config import Config
from a11ycheck.model import (
    CheckOutcome,
    Identity,
    Impact,
    Location,
    Outcome,
    PageFacts,
    TargetResult,
    TargetStatus,
    Variant,
    Visit,
    short_hash,
)
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

TWO_MB = 2_000_000
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOWN_AS = {
    "light": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "forced colours": {"viewport": {"width": 1280, "height": 800}, "forced_colors": "active"},
}
FIRST_CONTENTFUL_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
  const [entry] = list.getEntriesByName("first-contentful-paint");
  if (entry) done(entry.startTime);
}).observe({type: "paint", buffered: true}))"""
COVER = """
Accessibility findings: Parley 7.1
Run 1 of 2026-01-02 03:04:05 UTC, complete 2026-01-02 03:04:05 UTC.
2 of 6 pages not audited
1 of 6 pages audited in part
3 groups of violations, in 5 places on 3 pages
2 groups need review by a person
1 best-practice group, apart from any standard
"""


@pytest.fixture(scope="module")
def chromium(chromium: BrowserSession) -> Browser:
    """The browser of the whole session: Playwright's sync API takes one at a time in a thread."""
    with chromium.page(Variant()) as opened:
        browser = opened.page.context.browser
    assert browser is not None
    return browser


@pytest.fixture
def report(view: RunView, config: Config, tmp_path: Path) -> Path:
    (entry,) = write_reports(view, config, ["html"], tmp_path / "out")
    return entry


def files(entry: Path) -> list[Path]:
    return [entry, *sorted((entry.parent / "findings").glob("*.html"))]


@contextmanager
def page_of(chromium: Browser, **options: object) -> Iterator[Page]:
    context = chromium.new_context(**options)
    yield context.new_page()
    context.close()


def text_of(entry: Path, name: str, chromium: Browser) -> str:
    with page_of(chromium) as page:
        page.goto((entry.parent / "findings" / name).as_uri() if name else entry.as_uri())
        return "\n".join(" ".join(line.split()) for line in page.inner_text("main").splitlines() if line.strip())


def group_file(entry: Path, view: RunView, rule: str) -> str:
    return next(f"group-{group.key}.html" for group in view.groups if group.rule.rule == rule)


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["with policy", "escaping alone"])
def test_no_script_of_an_audited_page_runs_in_any_file(report: Path, chromium: Browser, *, bypass_csp: bool) -> None:
    with page_of(chromium, bypass_csp=bypass_csp) as page:
        for file in files(report):
            page.goto(file.as_uri())
            for link in page.get_by_role("link", name="window.canary").all():
                link.click()
                page.goto(file.as_uri())
            assert page.evaluate("window.canary") is None, file.name
            assert page.evaluate("document.scripts.length + document.images.length") == 0, file.name


def test_hostile_texts_are_shown_as_text(report: Path, view: RunView, chromium: Browser) -> None:
    text = text_of(report, group_file(report, view, "link-name"), chromium)
    assert "<script>window.canary=1</script></code></pre></textarea></title>" in text.replace(
        'onerror="window.canary=1">', ""
    )
    assert "[U+001B][2J[U+001B]]0;owned[U+0007][U+009B]31m red[U+0000][U+2028]" in text


def test_every_link_leads_to_a_file_of_the_report_or_to_a_web_address(report: Path, chromium: Browser) -> None:
    written = {file.as_uri() for file in files(report)}
    outside = set()
    with page_of(chromium) as page:
        for file in files(report):
            page.goto(file.as_uri())
            for href in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
                target, fragment = urldefrag(href)
                if target in written:
                    assert not fragment or page.locator(f"#{fragment}").count() == 1, (file.name, href)
                else:
                    outside.add(f"{urlsplit(href).scheme}://{urlsplit(href).netloc}")
    assert outside == {
        "https://app.example.test",
        "https://dequeuniversity.com",
        "https://docs.example.test",
        "https://www.w3.org",
    }


def test_opening_the_report_asks_nothing_of_the_network(report: Path, chromium: Browser) -> None:
    with page_of(chromium) as page:
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        for file in files(report):
            page.goto(file.as_uri())
    assert [url for url in asked if not url.startswith("file:")] == []
    assert said == []


def test_style_sheet_applies_under_the_policy(report: Path, chromium: Browser) -> None:
    with page_of(chromium) as page:
        page.goto(report.as_uri())
        policy = page.get_attribute("meta[http-equiv]", "content") or ""
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert page.eval_on_selector("body", "body => getComputedStyle(body).margin") == "0px"


@pytest.mark.parametrize("shown_as", SHOWN_AS)
def test_every_file_is_free_of_barriers_that_axe_finds(report: Path, chromium: Browser, shown_as: str) -> None:
    found = []
    with page_of(chromium, bypass_csp=True, **SHOWN_AS[shown_as]) as page:
        for file in files(report):
            page.goto(file.as_uri())
            response = Axe().run(page, options={"runOnly": AXE_TAGS, "resultTypes": ["violations"]}).response
            found += [(file.name, each["id"], each["nodes"][0]["html"]) for each in response["violations"]]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append((file.name, "scrolls in two directions", ""))
    assert found == []


def test_keyboard_reaches_content_by_the_skip_link_and_focus_is_seen(report: Path, chromium: Browser) -> None:
    with page_of(chromium) as page:
        page.goto(report.as_uri())
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to content"
        assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_every_file_has_a_title_and_a_first_heading_of_its_own(report: Path, chromium: Browser) -> None:
    titles = []
    with page_of(chromium, java_script_enabled=False) as page:
        for file in files(report):
            page.goto(file.as_uri())
            assert page.get_by_role("heading", level=1).count() == 1, file.name
            titles.append(page.title())
    assert sorted(titles) == sorted(set(titles))
    assert titles[0] == "Summary | Accessibility findings: Parley 7.1"


def test_cover_says_first_what_could_not_be_audited(report: Path, chromium: Browser) -> None:
    text = text_of(report, "", chromium).replace("\nof", " of").replace("\ngroup", " group").replace("\nbest", " best")
    assert text.startswith(COVER.strip())
    order = [
        text.index(each) for each in ("What could not be audited", "Not audited: 2 pages", "\nViolations", "By page")
    ]
    assert order == sorted(order)
    assert "http-error: the server answered 404 Not Found" in text


def test_group_page_lists_all_its_places_by_page(report: Path, view: RunView, chromium: Browser) -> None:
    text = text_of(report, group_file(report, view, "image-alt"), chromium)
    assert "2 of 3 pages on which the rule completed, 3 places" in text
    wanted = (
        "https://docs.example.test/",
        "#logo",
        "figure > img",
        "https://docs.example.test/guide.html (320x256+dark)",
    )
    places = [text.index(each) for each in wanted]
    assert places == sorted(places)
    assert text.count("Element does not have an alt attribute") == 3


def test_words_of_a_pass_are_used_nowhere(report: Path, chromium: Browser) -> None:
    criteria = text_of(report, "criteria.html", chromium)
    assert "No row here is a pass." in criteria
    with page_of(chromium) as page:
        for file in files(report):
            page.goto(file.as_uri())
            words = page.inner_text("main").replace("No row here is a pass.", "").lower()
            assert not {"passed", "pass", "compliant", "supports", "ok"} & set(words.replace(".", " ").split()), (
                file.name
            )


def test_page_that_was_not_audited_shows_no_zeros(report: Path, chromium: Browser) -> None:
    with page_of(chromium) as page:
        page.goto((report.parent / "findings" / "pages.html").as_uri())
        row = page.get_by_role("row", name="missing.html")
        assert row.get_by_role("cell").all_inner_texts() == ["Not audited", "unknown", "unknown", "unknown"]
        page.get_by_role("link", name="missing.html").click()
        assert "Unknown: the page was not audited." in page.inner_text("main")


def test_run_in_which_nothing_could_be_audited_is_unknown(tmp_path: Path, config: Config, chromium: Browser) -> None:
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        run = RunWriter.start(connection, {})
        visits = [Visit(order=number, url=f"https://x.test/{number}") for number in range(2)]
        run.add_visits(visits)
        lost = TargetResult(order=0, target=visits[0].targets[0], status=TargetStatus.NOT_AUDITED, reason="dns")
        run.save(visits[0], [lost], keep_evidence=False)
        (entry,) = write_reports(RunView(connection), config, ["html"], tmp_path)
    text = text_of(entry, "", chromium)
    assert "Unknown: no page was audited." in text
    assert "This run is not complete. 1 planned visit was not done." in text
    assert "No violations found" not in text


def test_run_without_violations_does_not_claim_conformance(tmp_path: Path, config: Config, chromium: Browser) -> None:
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        run = RunWriter.start(connection, {})
        visit = Visit(order=0, url="https://x.test/")
        clean = TargetResult(order=0, target=visit.targets[0], status=TargetStatus.AUDITED)
        run.save(visit, [clean], keep_evidence=False)
        run.finish("complete", {})
        (entry,) = write_reports(RunView(connection), config, ["html"], tmp_path)
    assert "No violations found by the rules that completed, on 1 page. This is not conformance" in text_of(
        entry, "", chromium
    )


def _write_large_run(path: Path) -> None:
    """1,000 pages with 50 findings each in 400 groups; one page is full of characters that grow when escaped."""
    with closing(open_audit_file(path)) as connection:
        run = RunWriter.start(connection, {})
        for order in range(1000):
            visit = Visit(order=order, url=f"https://docs.example.test/{order}.html")
            run.add_visits([visit])
            snippet = '"' * 20_000 if order == 0 else '<p class="note">' + "Text " * 40
            found = tuple(_finding(order, number, snippet) for number in range(500 if order == 0 else 50))
            page = TargetResult(
                order=order,
                target=visit.targets[0],
                status=TargetStatus.AUDITED,
                facts=PageFacts(title=f"Page {order}"),
                outcomes=found,
            )
            run.save(visit, [page], keep_evidence=False)
        run.finish("complete", {})


def _finding(order: int, number: int, snippet: str) -> CheckOutcome:
    cause = (order * 7 + number) % 400
    return CheckOutcome(
        check="axe",
        rule=f"rule-{cause % 90}",
        outcome=Outcome.FAILED if number % 3 else Outcome.CANT_TELL,
        criteria=("1.4.3",),
        impact=list(Impact)[cause % 4],
        help=f"Rule {cause % 90} must hold",
        message=snippet,
        location=Location(selector=snippet, html=snippet, identity=Identity(role="paragraph", name="Text")),
        fingerprint=short_hash(str(order), str(number)),
        group=short_hash(str(cause)),
    )


@pytest.mark.slow
def test_large_run_paints_within_three_seconds_and_no_file_is_over_two_megabytes(
    tmp_path: Path, config: Config, chromium: Browser
) -> None:
    _write_large_run(tmp_path / "audit.db")
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        view = RunView(connection)
        (entry,) = write_reports(view, config, ["html"], tmp_path / "out")
        places = sum(group.findings for group in view.groups)
    written = files(entry)
    sizes = {file.name: file.stat().st_size for file in written}
    assert len(written) > 1400
    assert {name: size for name, size in sizes.items() if size > TWO_MB} == {}
    listed = sum(file.read_text().count('<li class="place">') for file in written if file.name.startswith("group-"))
    assert listed == places == 50_450
    with page_of(chromium) as page:
        for file in (entry, max(written, key=lambda file: sizes[file.name])):
            page.goto(file.as_uri())
            assert page.evaluate(FIRST_CONTENTFUL_PAINT) < 3000, file.name
