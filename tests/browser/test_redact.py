"""What is redacted is in no byte of what is kept: store, pictures, reports, messages."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.audit import audit_page
from a11ycheck.browser.load import load
from a11ycheck.browser.redact import Redaction, redact
from a11ycheck.browser.session import BrowserSession
from a11ycheck.config import Config
from a11ycheck.errors import NotAuditedError
from a11ycheck.executors import Done
from a11ycheck.model import Variant
from a11ycheck.reporters.base import reporters, write_reports
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

PRIVATE = (
    "Adalovelace",
    "secretplan",
    "ada-portrait",
    "private-note",
    "shadowname",
    "framename",
    "lateframe",
    "inneralone",
    "latename",
    "laterclass",
    "draftword",
    "newtitle",
    "typedlive",
)
CHAT = """<!DOCTYPE html><html lang="en"><title>Chat with Adalovelace</title><main><h1>Chat</h1>
<style>.pale { color: #ccc } .avatar { background-image: url("/ada-portrait-bg.png") }</style>
<ul class="messages">
  <li class="pale" data-author="Adalovelace" data-test="message">Adalovelace: the secretplan <!-- private-note -->
    <img src="/ada-portrait.png" width="40" height="40"><a class="avatar" href="/users/Adalovelace" aria-label="Adalovelace"></a>
    <button title="Reply to Adalovelace"></button><input placeholder="Answer Adalovelace" value="draftword"></li>
  <li class="pale">Adalovelace: the secretplan again</li>
</ul>
<div id="host" class="messages"></div><p id="recycled" class="pale">laterclass</p>
<textarea class="messages" aria-label="Draft"></textarea>
<div class="messages"><iframe title="x" src="/inner"></iframe></div>
<a href="/users/Adalovelace#p" id="user-Adalovelace"></a><iframe title="x" src="/frame"></iframe><img src="data:,"></main>
<script>
  host.attachShadow({mode: "open"}).innerHTML = "<p style='color: #ccc'>shadowname</p>";
  document.querySelector("textarea").value = "typedlive";
  recycled.className = "pale messages";
  setTimeout(() => {
    document.querySelector(".messages").insertAdjacentHTML("beforeend", "<li class=pale>latename</li>");
    document.querySelector("main").insertAdjacentHTML("beforeend", "<iframe title=x src=/late></iframe>");
    document.title = "newtitle";
  }, 700);
</script></html>"""
FRAME = (
    '<!DOCTYPE html><html lang="en"><title>f</title><div class="messages"><p style="color: #ccc">{}</p></div></html>'
)
INNER = '<!DOCTYPE html><html lang="en"><title>f</title><p style="color: #ccc">inneralone</p></html>'
FORMATS = tuple(sorted(set(reporters()) - {"pdf"}))
"""All but the PDF, which Chromium prints from the HTML."""
REDACT = {"selectors": [".messages"], "title": True, "patterns": ["/users/*", "user-*"]}


def serve(web: Any) -> str:
    """The chat at an address with a name in it."""
    web.page("/frame", FRAME.format("framename"))
    web.page("/late", FRAME.format("lateframe"))
    web.page("/inner", INNER)
    url: str = web.page("/users/Adalovelace", CHAT)
    return url


class Silent:
    """Progress for a run nobody watches."""

    def planned(self, visits: int, note: str) -> None: ...

    def found(self, visits: int, note: str) -> None: ...

    def driving(self, visits: int) -> None: ...

    def picturing(self, visits: int) -> None: ...

    def completed(self, done: Done, driving: bool) -> None: ...


def kept_bytes(folder: Path, config: Config, run_id: int) -> bytes:
    """Everything a run left behind, packed evidence unpacked."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = b"".join(path.read_bytes() for path in files) + "".join(map(str, files)).encode()
    for path in files:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                found += b"".join(map(packed.read, packed.namelist()))
    with closing(open_audit_file(config.audit_file)) as connection:
        for table in ("evidence", "shared_evidence"):
            found += b"".join(zlib.decompress(row["body"]) for row in connection.execute(f"SELECT body FROM {table}"))
    return found


def scanned(folder: Path, monkeypatch: pytest.MonkeyPatch, **keys: Any) -> bytes:
    folder.mkdir()
    monkeypatch.chdir(folder)
    config = Config(executor="serial", keep_evidence="all", **keys)
    finished = run(config, Silent())
    with closing(open_audit_file(config.audit_file)) as connection:
        write_reports(RunView(connection, finished.run_id), config, FORMATS, config.output_dir)
    return kept_bytes(folder, config, finished.run_id)


def test_names_and_texts_are_in_no_byte_of_what_a_run_leaves(
    web: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = serve(web)
    missed = {"action": "click", "text": "No such thing"}
    unclear = {"action": "click", "role": "listitem"}
    flows = [
        {"name": name, "url": url, "steps": [step, {"action": "audit", "state": name}]}
        for name, step in (("missed", missed), ("unclear", unclear))
    ]
    monkeypatch.setattr("a11ycheck.browser.steps.STEP_SECONDS", 1.0)
    unhidden = scanned(tmp_path / "open", monkeypatch, targets=(url,), flow=flows, effort="quick")
    told = {word for word in PRIVATE if word.encode() in unhidden}
    assert told > {"Adalovelace", "secretplan", "shadowname", "framename", "inneralone", "laterclass"}
    hidden = scanned(
        tmp_path / "hidden", monkeypatch, targets=(url,), flow=flows, redact=REDACT, effort="thorough", interact="operate"
    )  # fmt: skip
    assert [word for word in PRIVATE if word.lower().encode() in hidden.lower()] == []
    assert b"color-contrast" in hidden
    assert b"button-name" in hidden
    assert b"/users/REDACTED" in hidden


def test_pictures_of_pages_that_differ_in_redacted_words_are_alike(web: Any, chromium: BrowserSession) -> None:
    options = replace(chromium.options, redaction=Redaction((".messages",)))
    pictures = []
    for name, draft in (("Adalovelace", "typedlive"), ("Ben", "a longer draft of something")):
        url = web.page(f"/{name}", CHAT.replace("Adalovelace", name).replace("typedlive", draft))
        with chromium.page(Variant(), fresh=True) as opened:
            load(opened, url, options)
            opened.page.wait_for_selector(".messages li:nth-child(3)")
            redact(opened.page, options.redaction)
            pictures.append(opened.page.screenshot(full_page=True, caret="hide"))
    assert pictures[0] == pictures[1]


def test_a_page_of_others_is_left_as_it_was(web: Any, chromium: BrowserSession) -> None:
    url = serve(web)
    with chromium.page(Variant(), fresh=True) as opened:
        page = opened.page
        page.goto(url)
        page.wait_for_selector(".messages li:nth-child(3)")
        page.wait_for_function("() => frames[2] && frames[2].document.body?.textContent.includes('lateframe')")
        frames = [frame.url for frame in page.frames]
        seen = """() => [document.documentElement.outerHTML, host.shadowRoot.innerHTML, document.title,
          document.querySelector("textarea").value]"""
        before = page.evaluate(seen)
        result = audit_page(page, redaction=Redaction((".messages",), title=True, patterns=("/users/*", "user-*")))
        assert page.evaluate(seen) == before
        assert [frame.url for frame in page.frames] == frames
        page.evaluate("() => { document.querySelector('.messages li').firstChild.data = 'writes again' }")
        assert page.locator(".messages li").first.inner_text().startswith("writes again")
    told = result.model_dump_json().lower()
    assert [word for word in PRIVATE if word.lower() in told] == []
    assert {"link-name", "color-contrast"} <= {outcome.rule for outcome in result.findings}
    assert result.facts.title == "xxxxx"


def test_the_page_keeps_its_structure_and_stays_masked(web: Any, chromium: BrowserSession) -> None:
    url = serve(web)
    options = replace(chromium.options, redaction=Redaction((".messages",), title=True))
    with chromium.page(Variant(), fresh=True) as opened:
        _, facts = load(opened, url, options)
        opened.page.wait_for_selector(".messages li:nth-child(3)")
        opened.page.evaluate("() => { document.querySelector('.messages li').firstChild.data = 'Adalovelace writes' }")
        opened.page.wait_for_timeout(100)
        redact(opened.page, options.redaction)
        contents = [frame.content() for frame in opened.page.frames if not frame.url.startswith("data:")]
        html = " ".join(body.partition("<script>")[0] + body.partition("</script>")[2] for body in contents)
        draft = opened.page.input_value("textarea")
        shadow = opened.page.evaluate("() => host.shadowRoot.textContent")
        size = opened.page.eval_on_selector(".messages img", "(image) => [image.width, image.height]")
        assert facts.title == "xxxxx"
        assert opened.page.locator("[data-test=message]").count() == 1
        assert opened.page.locator("h1").text_content() == "Chat"
    words = html.replace("/users/Adalovelace#p", "").replace("user-Adalovelace", "")
    assert [word for word in PRIVATE if word in words] == ["ada-portrait"]
    assert (shadow, size, draft) == ("xxxxx", [40, 40], "xxxxx")


def test_a_page_that_cannot_be_redacted_is_not_looked_at(web: Any, chromium: BrowserSession) -> None:
    url = serve(web)
    with chromium.page(Variant(), fresh=True) as opened:
        opened.page.goto(url)
        with pytest.raises(NotAuditedError, match="could not be redacted") as caught:
            redact(opened.page, Redaction(("::nonsense[",)))
        assert caught.value.reason == "redaction-failed"
