"""What is redacted is in no byte of what is kept: store, pictures, reports, messages."""

from __future__ import annotations

import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.browser.load import load
from a11ycheck.browser.redact import Redaction, redact
from a11ycheck.browser.session import BrowserSession
from a11ycheck.config import Config
from a11ycheck.errors import NotAuditedError
from a11ycheck.executors import Done
from a11ycheck.model import Variant
from a11ycheck.reporters.base import write_reports
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
    "latename",
    "draftword",
)
CHAT = """<!DOCTYPE html><html lang="en"><title>Chat with Adalovelace</title><main><h1>Chat</h1>
<style>.pale { color: #ccc } .avatar { background-image: url("/ada-portrait-bg.png") }</style>
<ul class="messages">
  <li class="pale" data-author="Adalovelace" data-test="message">Adalovelace: the secretplan <!-- private-note -->
    <img src="/ada-portrait.png" width="40" height="40"><a class="avatar" href="/users/Adalovelace" aria-label="Adalovelace"></a>
    <button title="Reply to Adalovelace"></button><input placeholder="Answer Adalovelace" value="draftword"></li>
  <li class="pale">Adalovelace: the secretplan again</li>
</ul>
<div id="host" class="messages"></div><iframe title="x" src="/frame"></iframe><img src="data:,"></main>
<script>
  host.attachShadow({mode: "open"}).innerHTML = "<p style='color: #ccc'>shadowname</p>";
  setTimeout(() => document.querySelector(".messages").insertAdjacentHTML("beforeend", "<li class=pale>latename</li>"), 700);
</script></html>"""
FRAME = '<!DOCTYPE html><html lang="en"><title>f</title><div class="messages"><p style="color: #ccc">framename</p></div></html>'


class Silent:
    """Progress for a run nobody watches."""

    def planned(self, visits: int, note: str) -> None: ...

    def found(self, visits: int, note: str) -> None: ...

    def driving(self, visits: int) -> None: ...

    def picturing(self, visits: int) -> None: ...

    def completed(self, done: Done, driving: bool) -> None: ...


def kept_bytes(folder: Path, config: Config, run_id: int) -> bytes:
    """Everything a run left behind, packed evidence unpacked."""
    found = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
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
        write_reports(RunView(connection, finished.run_id), config, ("json", "jsonl", "html"), config.output_dir)
    return kept_bytes(folder, config, finished.run_id)


def test_names_and_texts_are_in_no_byte_of_what_a_run_leaves(
    web: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = web.page("/", CHAT)
    web.page("/frame", FRAME)
    missed = {"action": "click", "text": "No such thing"}
    unclear = {"action": "click", "role": "listitem"}
    flows = [
        {"name": name, "url": url, "steps": [step, {"action": "audit", "state": name}]}
        for name, step in (("missed", missed), ("unclear", unclear))
    ]
    monkeypatch.setattr("a11ycheck.browser.steps.STEP_SECONDS", 1.0)
    open_ = scanned(tmp_path / "open", monkeypatch, targets=(url,), flow=flows)
    assert [word for word in PRIVATE if word.encode() not in open_] == ["draftword"]
    hidden = scanned(
        tmp_path / "hidden", monkeypatch, targets=(url,), flow=flows, redact={"selectors": [".messages"], "title": True}
    )  # fmt: skip
    assert [word for word in PRIVATE if word.lower().encode() in hidden.lower()] == []
    assert b"color-contrast" in hidden
    assert b"button-name" in hidden


def test_the_page_keeps_its_structure_and_stays_masked(web: Any, chromium: BrowserSession) -> None:
    url = web.page("/", CHAT)
    web.page("/frame", FRAME)
    options = replace(chromium.options, redaction=Redaction((".messages",), title=True))
    with chromium.page(Variant(), fresh=True) as opened:
        _, facts = load(opened, url, options)
        opened.page.wait_for_selector(".messages li:nth-child(3)")
        opened.page.evaluate("() => { document.querySelector('.messages li').firstChild.data = 'Adalovelace writes' }")
        opened.page.wait_for_timeout(100)
        html = opened.page.content() + opened.page.frames[1].content()
        shadow = opened.page.evaluate("() => host.shadowRoot.textContent")
        size = opened.page.eval_on_selector(".messages img", "(image) => [image.width, image.height]")
        assert facts.title == "xxxxx"
        assert opened.page.locator("[data-test=message]").count() == 1
        assert opened.page.locator("h1").text_content() == "Chat"
    body = html.partition("<script>")[0] + html.partition("</script>")[2]
    assert not [word for word in PRIVATE if word in body and word not in ("ada-portrait", "draftword")]
    assert (shadow, size) == ("xxxxx", [40, 40])


def test_a_page_that_cannot_be_redacted_is_not_looked_at(web: Any, chromium: BrowserSession) -> None:
    url = web.page("/", CHAT)
    with chromium.page(Variant(), fresh=True) as opened:
        opened.page.goto(url)
        with pytest.raises(NotAuditedError, match="could not be redacted") as caught:
            redact(opened.page, Redaction(("::nonsense[",)))
        assert caught.value.reason == "redaction-failed"
