"""The HTML report in one file."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser
from tests.reporters.reading import page_of

from a11ycheck.config import Config
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView


def test_single_file_holds_everything_and_its_links_stay_inside(
    view: RunView, config: Config, tmp_path: Path, reader: Browser
) -> None:
    single = config.model_copy(update={"single_file": True})
    (entry,) = write_reports(view, single, ["html"], tmp_path / "out")
    assert not (entry.parent / "findings").exists()
    with page_of(reader) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(entry.as_uri())
        assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
        ids = set(page.eval_on_selector_all("[id]", "all => all.map(each => each.id)"))
        for href in page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))"):
            assert href.startswith("http") or href[1:] in ids, href
        assert page.locator(".whole-group").count() == 6
        assert page.evaluate("window.canary") is None
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
