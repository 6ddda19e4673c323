"""What `install-browser` does where there is a browser, where one can be fetched, and where none can."""

from __future__ import annotations

import pytest

from a11ycheck.browser import install as module
from a11ycheck.browser.install import install
from a11ycheck.errors import BrowserMissingError


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Commands that were run, as text; all of them succeed unless the test says otherwise."""
    commands: list[str] = []
    monkeypatch.setattr(module, "_run", lambda command: commands.append(" ".join(command)) or "")
    monkeypatch.setattr(module, "_has_fonts", lambda: False)
    monkeypatch.setattr(module, "_privilege", list)
    monkeypatch.setattr(module.shutil, "which", lambda name: f"/bin/{name}" if name == "apt-get" else None)
    return commands


def starts_after(monkeypatch: pytest.MonkeyPatch, ran: list[str], part: str) -> None:
    def starts(_path: object) -> str | None:
        return "chromium 1.2.3" if part in "\n".join(ran) else None

    monkeypatch.setattr(module, "_starts", starts)


def test_a_browser_that_is_there_is_used(monkeypatch: pytest.MonkeyPatch, ran: list[str]) -> None:
    starts_after(monkeypatch, ran, "")
    said: list[str] = []
    assert install(said.append) == "chromium 1.2.3"
    assert ran == []
    assert said == ["Found chromium 1.2.3; nothing to install."]


def test_playwright_s_download_comes_next(monkeypatch: pytest.MonkeyPatch, ran: list[str]) -> None:
    starts_after(monkeypatch, ran, "playwright install chromium")
    install(lambda line: None)
    assert [command.partition(" -m ")[2] for command in ran] == ["playwright install chromium"]


def test_its_system_libraries_are_added_where_it_does_not_start(
    monkeypatch: pytest.MonkeyPatch, ran: list[str]
) -> None:
    starts_after(monkeypatch, ran, "--with-deps")
    monkeypatch.setattr(module.sys, "platform", "linux")
    install(lambda line: None)
    assert ran[-1].endswith("playwright install --with-deps chromium")


def test_the_distribution_s_packages_come_last(monkeypatch: pytest.MonkeyPatch, ran: list[str]) -> None:
    starts_after(monkeypatch, ran, "no-install-recommends chromium fonts")
    said: list[str] = []
    install(said.append)
    assert ran[-2:] == [
        "apt-get install -y --no-install-recommends chromium-headless-shell fonts-liberation",
        "apt-get install -y --no-install-recommends chromium fonts-liberation",
    ]
    assert said[-1] == "Installed chromium 1.2.3."


def test_when_nothing_helps_all_that_was_tried_is_told(monkeypatch: pytest.MonkeyPatch, ran: list[str]) -> None:
    starts_after(monkeypatch, ran, "never")
    with pytest.raises(BrowserMissingError) as caught:
        install(lambda line: None)
    assert "does not start" in caught.value.message
    assert "chromium-headless-shell" in caught.value.message
    assert "--browser-path" in caught.value.hint
