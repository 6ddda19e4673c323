"""Ways to a target: by number, page or state; told in steps without secrets; walked in a browser by login and flow."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.browser.find import has_display
from a11ycheck.browser.session import OpenPage
from a11ycheck.config import Config
from a11ycheck.errors import BrowserMissingError, UsageError
from a11ycheck.model import Target, TargetResult, TargetStatus, Variant, Visit
from a11ycheck.opening import target_named, way_to
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

LOGIN = """<!DOCTYPE html><html lang="en"><title>Log in</title><label>Password <input id="p" type="password"></label>
<button onclick="if (p.value === 'open sesame') { document.cookie = 'sid=1'; location = '/app' }">Log in</button>"""
APP = """<!DOCTYPE html><html lang="en"><title>App</title><h1 id="h"></h1>
<button onclick="menu.hidden = false">Menu</button><p id="menu" hidden>Settings</p>
<script>h.textContent = document.cookie.includes("sid") ? "Welcome" : "Who are you?"</script>"""
FLOW = {
    "name": "app",
    "url": "/app",
    "steps": [
        {"action": "click", "role": "button", "name": "Menu"},
        {"action": "audit", "state": "menu open", "expect": {"text": "Settings"}},
    ],
}


def view_of(tmp_path: Path, *targets: Target) -> RunView:
    connection = open_audit_file(tmp_path / "audit.db")
    writer = RunWriter.start(connection, {"targets": []})
    for order, target in enumerate(targets):
        visit = Visit(order=order, url=target.url, variant=target.variant)
        writer.add_visits([visit])
        writer.save(visit, [TargetResult(order=order, target=target, status=TargetStatus.AUDITED)], keep_evidence=False)
    writer.finish("complete", {})
    return RunView(connection, writer.run_id)


@pytest.fixture
def config(web: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    web.page("/login", LOGIN)
    web.page("/app", APP)
    monkeypatch.setenv("APP_PASSWORD", "open sesame")
    steps = [
        {"action": "fill", "label": "Password", "secret": "APP_PASSWORD"},
        {"action": "click", "role": "button", "name": "Log in"},
    ]
    return Config(
        targets=(f"{web.base}/app",), flow=(FLOW,), audit_file=tmp_path / "audit.db",
        login={"url": f"{web.base}/login", "steps": steps, "expect": {"text": "Welcome"}},
    )  # fmt: skip


def test_a_target_goes_by_number_page_state_and_variant(tmp_path: Path) -> None:
    dark = Variant(color_scheme="dark")
    home = Target(url="https://a.test/")
    view = view_of(
        tmp_path, home, home.model_copy(update={"variant": dark}), Target(url="https://a.test/app", state="menu open")
    )
    with closing(view.connection):
        assert target_named(view, "3").target.state == "menu open"
        assert target_named(view, "menu open").id == target_named(view, "/app [menu open]").id == 3
        assert target_named(view, "/").target.variant == Variant()
        assert target_named(view, "https://a.test/", dark.name).target.variant == dark
        with pytest.raises(UsageError, match="no such page or state"):
            target_named(view, "/ap")
        with pytest.raises(UsageError, match="not audited in the variant"):
            target_named(view, "/", "320x256")


def test_the_way_is_told_in_steps_without_secrets(config: Config, web: Any, tmp_path: Path) -> None:
    view = view_of(tmp_path, Target(url=f"{web.base}/app", state="menu open", variant=Variant(width=320, height=256)))
    with closing(view.connection), way_to(view.targets[0], view, config) as way:
        assert way.steps == (
            "A window of 320 × 256 CSS px, light colours.",
            f"Log in: open {web.base}/login",
            "  fill label 'Password': the value of the environment variable APP_PASSWORD",
            "  click role 'button', name 'Log in'",
            f"Open {web.base}/app",
            "  click role 'button', name 'Menu'",
            "  audit 'menu open': expect text 'Settings'",
            "You are in the state 'menu open'.",
        )
        assert not way.served


@pytest.mark.usefixtures("own_playwright")
def test_a_person_gets_the_page_logged_in_and_in_its_state(config: Config, web: Any, tmp_path: Path) -> None:
    seen: list[str] = []

    def look(opened: OpenPage) -> bool:
        seen.append(opened.page.inner_text("body"))
        seen.append(str(opened.page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]")))
        opened.page.goto(f"{web.base}/login")
        seen.append(opened.page.title())
        return True

    variant = Variant(width=400, height=300, color_scheme="dark")
    view = view_of(tmp_path, Target(url=f"{web.base}/app", state="menu open", variant=variant))
    with closing(view.connection), way_to(view.targets[0], view, config) as way:
        way.open(config, look, window=False)
    assert "Welcome" in seen[0]
    assert "Settings" in seen[0]
    assert seen[1:] == ["[400, True]", "Log in"]


def test_pages_of_a_folder_are_served_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("<!DOCTYPE html><title>A</title>")
    view = view_of(tmp_path, Target(url="site/a.html"))
    with (
        closing(view.connection),
        way_to(view.targets[0], view, Config(targets=("site",), audit_file=tmp_path / "audit.db")) as way,
    ):
        assert way.served
        assert way.steps[1].startswith("Open http://127.0.0.1:")


def test_a_state_that_the_configuration_no_longer_has_is_said(tmp_path: Path) -> None:
    view = view_of(tmp_path, Target(url="https://a.test/app", state="gone"))
    with (
        closing(view.connection),
        pytest.raises(UsageError, match="does not lead there any more"),
        way_to(view.targets[0], view, Config(audit_file=tmp_path / "audit.db")),
    ):
        pass


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An X display that nobody sees."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    command = ("Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with open(read) as told:
            monkeypatch.setenv("DISPLAY", f":{told.readline().strip()}")
        yield
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="X displays are of Linux")
@pytest.mark.usefixtures("own_playwright", "display")
def test_a_window_opens_logged_in_in_the_state_and_variant(config: Config, web: Any, tmp_path: Path) -> None:
    seen: list[Any] = []
    asked = "[navigator.userAgent, outerHeight > innerHeight, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"

    def look(opened: OpenPage) -> bool:
        seen.extend([opened.page.inner_text("body"), opened.page.evaluate(asked)])
        return True

    assert has_display()
    variant = Variant(width=700, height=500, color_scheme="dark")
    view = view_of(tmp_path, Target(url=f"{web.base}/app", state="menu open", variant=variant))
    with closing(view.connection), way_to(view.targets[0], view, config) as way:
        try:
            way.open(config, look)
        except BrowserMissingError as missing:
            pytest.skip(f"no browser that can show a window: {missing}")
    text, (agent, framed, width, dark) = seen
    assert "Welcome" in text
    assert "Settings" in text
    assert "Headless" not in agent
    assert framed, "the window has a frame with an address bar"
    assert (width, dark) == (700, True)
