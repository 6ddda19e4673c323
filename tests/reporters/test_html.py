"""The HTML report, opened from disk in a real browser as its readers do."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser
from tests.reporters.conftest import guide, home, write_sample
from tests.reporters.reading import files, page_of

from a11ycheck.application import Ownership, Process
from a11ycheck.config import Config
from a11ycheck.model import (
    TargetResult,
    TargetStatus,
    Visit,
)
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SHOWN_AS: dict[str, tuple[Any, dict[str, Any], Any]] = {
    "light": ({"width": 1280, "height": 800}, {}, AXE_TAGS),
    "dark": ({"width": 1280, "height": 800}, {"color_scheme": "dark"}, COLOUR_RULES),
    "narrow": ({"width": 320, "height": 640}, {"color_scheme": "light"}, AXE_TAGS),
}
"""Looks, in this order on one page: its size, its media, and what axe is asked. The soak takes forced colours, thoroughly."""
COVER = """
Accessibility findings: Parley 7.1
Run 1 of 2026-01-02 03:04:05 UTC, complete 2026-01-02 03:04:05 UTC.
2 of 6 pages not audited
1 of 6 pages audited in part
3 groups of violations, in 5 places on 3 pages
2 groups need review by a person
1 best-practice group, apart from any standard
"""


@pytest.fixture
def report(view: RunView, config: Config, tmp_path: Path) -> Path:
    (entry,) = write_reports(view, config, ["html"], tmp_path / "out")
    return entry


def text_of(entry: Path, name: str, reader: Browser) -> str:
    with page_of(reader) as page:
        page.goto((entry.parent / "findings" / name).as_uri() if name else entry.as_uri())
        return "\n".join(" ".join(line.split()) for line in page.inner_text("main").splitlines() if line.strip())


def group_file(entry: Path, view: RunView, rule: str) -> str:
    return next(f"group-{group.key}.html" for group in view.groups if group.rule.rule == rule)


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["with policy", "escaping alone"])
def test_no_script_of_an_audited_page_runs_in_any_file(report: Path, reader: Browser, *, bypass_csp: bool) -> None:
    with page_of(reader, bypass_csp=bypass_csp) as page:
        for file in files(report):
            page.goto(file.as_uri())
            for link in page.get_by_role("link", name="window.canary").all():
                link.click()
                page.goto(file.as_uri())
            assert page.evaluate("window.canary") is None, file.name
            assert page.evaluate("document.scripts.length") == 1, file.name
            sources = page.eval_on_selector_all("img", "images => images.map(image => image.getAttribute('src'))")
            assert [source for source in sources if "pictures/" not in source] == [], file.name


def test_hostile_texts_are_shown_as_text(report: Path, view: RunView, reader: Browser) -> None:
    text = text_of(report, group_file(report, view, "link-name"), reader)
    assert "<script>window.canary=1</script></code></pre></textarea></title>" in text.replace(
        'onerror="window.canary=1">', ""
    )
    assert "[U+001B][2J[U+001B]]0;owned[U+0007][U+009B]31m red[U+0000][U+2028]" in text


def test_every_link_leads_to_a_file_of_the_report_or_to_a_web_address(report: Path, reader: Browser) -> None:
    written = {file.as_uri() for file in files(report)}
    outside = set()
    with page_of(reader) as page:
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


def test_opening_the_report_asks_nothing_of_the_network(report: Path, reader: Browser) -> None:
    with page_of(reader) as page:
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        for file in files(report):
            page.goto(file.as_uri())
    assert [url for url in asked if not url.startswith("file:")] == []
    assert said == []


def test_style_sheet_applies_under_the_policy(report: Path, reader: Browser) -> None:
    with page_of(reader) as page:
        page.goto(report.as_uri())
        policy = page.get_attribute("meta[http-equiv]", "content") or ""
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert page.eval_on_selector("body", "body => getComputedStyle(body).margin") == "0px"


def test_every_file_is_free_of_barriers_that_axe_finds(report: Path, reader: Browser) -> None:
    """In other colours of the same size only the rules on colours can say another thing."""
    found = []
    with page_of(reader, bypass_csp=True) as page:
        for file in files(report):
            page.goto(file.as_uri())
            page.evaluate(AXE_SCRIPT)
            for look, (size, media, asked) in SHOWN_AS.items():
                page.set_viewport_size(size)
                page.emulate_media(**media)
                options = {"runOnly": asked, "resultTypes": ["violations"]}
                results = page.evaluate("options => axe.run(document, options)", options)
                found += [(look, file.name, each["id"], each["nodes"][0]["html"]) for each in results["violations"]]
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    found.append((look, file.name, "scrolls in two directions", ""))
    assert found == []


def test_keyboard_reaches_content_by_the_skip_link_and_focus_is_seen(report: Path, reader: Browser) -> None:
    with page_of(reader) as page:
        page.goto(report.as_uri())
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to content"
        assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_every_file_has_a_title_and_a_first_heading_of_its_own(report: Path, reader: Browser) -> None:
    titles = []
    with page_of(reader, java_script_enabled=False) as page:
        for file in files(report):
            page.goto(file.as_uri())
            assert page.get_by_role("heading", level=1).count() == 1, file.name
            titles.append(page.title())
    assert sorted(titles) == sorted(set(titles))
    assert titles[0] == "Summary | Accessibility findings: Parley 7.1"


def test_cover_says_first_what_could_not_be_audited(report: Path, reader: Browser) -> None:
    text = text_of(report, "", reader).replace("\nof", " of").replace("\ngroup", " group").replace("\nbest", " best")
    assert text.startswith(COVER.strip())
    order = [
        text.index(each) for each in ("What could not be audited", "Not audited: 2 pages", "\nViolations", "By page")
    ]
    assert order == sorted(order)
    assert "http-error: the server answered 404 Not Found" in text


def test_group_page_lists_all_its_places_by_page(report: Path, view: RunView, reader: Browser) -> None:
    text = text_of(report, group_file(report, view, "image-alt"), reader)
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


def test_words_of_a_pass_are_used_nowhere(report: Path, reader: Browser) -> None:
    criteria = text_of(report, "criteria.html", reader)
    assert "No row here is a pass." in criteria
    with page_of(reader) as page:
        for file in files(report):
            page.goto(file.as_uri())
            words = page.inner_text("main").replace("No row here is a pass.", "").lower()
            assert not {"passed", "pass", "compliant", "supports", "ok"} & set(words.replace(".", " ").split()), (
                file.name
            )


def test_page_that_was_not_audited_shows_no_zeros(report: Path, reader: Browser) -> None:
    with page_of(reader) as page:
        page.goto((report.parent / "findings" / "pages.html").as_uri())
        row = page.get_by_role("row", name="missing.html")
        assert row.get_by_role("cell").all_inner_texts() == ["Not audited", "unknown", "unknown", "unknown"]
        page.get_by_role("link", name="missing.html").click()
        assert "Unknown: the page was not audited." in page.inner_text("main")


def test_run_in_which_nothing_could_be_audited_is_unknown(tmp_path: Path, config: Config, reader: Browser) -> None:
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        run = RunWriter.start(connection, {})
        visits = [Visit(order=number, url=f"https://x.test/{number}") for number in range(2)]
        run.add_visits(visits)
        lost = TargetResult(order=0, target=visits[0].targets[0], status=TargetStatus.NOT_AUDITED, reason="dns")
        run.save(visits[0], [lost], keep_evidence=False)
        (entry,) = write_reports(RunView(connection), config, ["html"], tmp_path)
    text = text_of(entry, "", reader)
    assert "Unknown: no page was audited." in text
    assert "This run is not complete. 1 planned visit was not done." in text
    assert "No violations found" not in text


def test_run_without_violations_does_not_claim_conformance(tmp_path: Path, config: Config, reader: Browser) -> None:
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        run = RunWriter.start(connection, {})
        visit = Visit(order=0, url="https://x.test/")
        clean = TargetResult(order=0, target=visit.targets[0], status=TargetStatus.AUDITED)
        run.save(visit, [clean], keep_evidence=False)
        run.finish("complete", {})
        (entry,) = write_reports(RunView(connection), config, ["html"], tmp_path)
    assert "No violations found by the rules that completed, on 1 page. This is not conformance" in text_of(
        entry, "", reader
    )


def test_pictures_are_shown_with_a_text_alternative_and_the_way_down_the_page(
    report: Path, view: RunView, reader: Browser
) -> None:
    with page_of(reader) as page:
        page.goto((report.parent / "findings" / group_file(report, view, "image-alt")).as_uri())
        images = page.get_by_role("img").all()
        assert [image.get_attribute("alt") for image in images] == [
            "Screenshot with the element in a frame: img",
            "The view it stands in, with the element in a frame",
        ]
        assert page.evaluate("[...document.images].every(image => image.naturalWidth > 300)")
        assert "about 25 % down the page" in page.inner_text("main")


def test_group_page_says_why_how_to_repair_and_links_to_each_place(
    report: Path, view: RunView, reader: Browser
) -> None:
    text = text_of(report, group_file(report, view, "color-contrast"), reader)
    assert "People with low vision" in text
    assert "The nearest text colour that passes is #767676 with 4.54:1; it needs 4.5:1." in text
    with page_of(reader) as page:
        page.goto((report.parent / "findings" / group_file(report, view, "image-alt")).as_uri())
        links = page.eval_on_selector_all(".place .facts a", "links => links.map(link => link.hash)")
        assert len(set(links)) == 3
        page.click(f'a[href="{links[1]}"]')
        assert page.evaluate("document.querySelector(':target').className") == "place"


def test_filter_narrows_lists_and_is_not_there_without_javascript(report: Path, reader: Browser) -> None:
    groups = (report.parent / "findings" / "groups.html").as_uri()
    with page_of(reader) as page:
        page.goto(groups)
        page.get_by_label("Show only groups that say").fill("image ALTernative")
        assert page.get_by_role("status").inner_text() == "1 of 6 shown"
        assert page.locator(".card:visible").count() == 1
    with page_of(reader, java_script_enabled=False) as page:
        page.goto(groups)
        assert not page.locator(".filter").is_visible()
        assert page.locator(".card:visible").count() == 6


def test_heat_map_has_a_cell_for_each_criterion_and_part_of_the_run(report: Path, reader: Browser) -> None:
    with page_of(reader) as page:
        page.goto(report.as_uri())
        row = page.locator("table.heat tbody tr", has_text="1.1.1")
        assert row.locator("td").all_inner_texts() == ["2 of 2", "0 of 1", "untested"]
        heads = page.locator("table.heat thead th").all_inner_texts()
    assert [" ".join(head.split()) for head in heads] == [
        "Criterion", "docs.example.test 4 pages", "app.example.test 1 page", ". 1 page",
    ]  # fmt: skip


def test_tasks_and_owners_of_the_configuration_have_views_of_their_own(
    view: RunView, tmp_path: Path, reader: Browser
) -> None:
    config = Config(
        process=(Process(name="Read the guide", states=("/", "/guide.html", "/nowhere")),),
        ownership=(Ownership(owner="third-party", selectors=("img",), name="Chat vendor"),),
    )
    (entry,) = write_reports(view, config, ["html"], tmp_path / "out")
    states = text_of(entry, "states.html", reader)
    assert "Not in this run: /nowhere." in states
    assert "Serious barriers in the way of this task:" in states
    owners = text_of(entry, "owners.html", reader)
    assert "The product itself" in owners
    assert "Third parties: Chat vendor" in owners
    cover = text_of(entry, "", reader)
    assert "1\nof 1 task with serious barriers in its way" in cover
    assert "Stands in the way of a task: Read the guide" in cover


def test_trend_has_a_table_with_the_same_numbers(sample_file: Path, config: Config, reader: Browser) -> None:
    write_sample(sample_file, (home(), guide()))
    write_sample(sample_file)
    with closing(open_audit_file(sample_file)) as connection:
        (entry,) = write_reports(RunView(connection), config, ["html"], sample_file.parent / "out")
    with page_of(reader) as page:
        page.goto(entry.as_uri())
        page.locator("svg.trend").wait_for()
        rows = page.get_by_role("table", name="The same runs in numbers").get_by_role("row").all_inner_texts()
    assert [row.split("\t")[1:] for row in rows[1:]] == [
        ["6", "2", "1", "3", "5", "2"],
        ["2", "0", "0", "2", "4", "2"],
        ["6", "2", "1", "3", "5", "2"],
    ]
