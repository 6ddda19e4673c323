from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from a11ycheck.cli import cli
from a11ycheck.config import Config, load
from a11ycheck.errors import ConfigError, UsageError
from a11ycheck.starter import from_pa11y, starter, write_new


def converted(data: dict[str, Any], folder: Path) -> tuple[Config, tuple[str, ...]]:
    (folder / ".pa11yci").write_text(json.dumps(data))
    text, notes = from_pa11y(folder / ".pa11yci")
    (folder / "converted.toml").write_text(text)
    return load(folder / "converted.toml"), notes


@pytest.mark.parametrize("targets", [(), ('https://example.test/"x"', "docs")])
def test_the_starter_is_a_valid_configuration(tmp_path: Path, targets: tuple[str, ...]) -> None:
    (tmp_path / "a11ycheck.toml").write_text(starter(targets))
    assert load(tmp_path / "a11ycheck.toml").targets == (targets or ("docs/_build/html",))


def test_an_existing_configuration_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a11ycheck.toml").write_text("mine")
    with pytest.raises(UsageError, match="is here already and stays as it is"):
        write_new(tmp_path / "a11ycheck.toml", "x")
    monkeypatch.chdir(tmp_path)
    assert isinstance(CliRunner().invoke(cli, ["init"]).exception, UsageError)
    assert (tmp_path / "a11ycheck.toml").read_text() == "mine"


def test_the_command_writes_and_prints_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(cli, ["init", "site"]).output == "a11ycheck.toml\n"
    assert load().targets == ("site",)


def test_urls(tmp_path: Path) -> None:
    config, notes = converted({"urls": ["http://pa11y.test/", "http://pa11y.test/contributing"]}, tmp_path)
    assert config.targets == ("http://pa11y.test/", "http://pa11y.test/contributing")
    assert notes == ()


def test_defaults(tmp_path: Path) -> None:
    data = {
        "defaults": {
            "timeout": 1000, "viewport": {"width": 320, "height": 480}, "concurrency": 4, "standard": "WCAG2AA", "threshold": 5,
            "useIncognitoBrowserContext": True, "headers": {"Cookie": "foo=bar"}, "includeWarnings": True,
            "chromeLaunchConfig": {"args": ["--no-sandbox"]},
        },
        "urls": ["http://pa11y.test/"],
    }  # fmt: skip
    config, notes = converted(data, tmp_path)
    assert (config.viewport, config.workers, config.standard, config.budget.total) == (("320x480",), 4, ("wcag20",), 5)
    assert (config.timeout, config.header, config.fail_on_review) == (30.0, ("Cookie: foo=bar",), True)
    assert notes == (
        "defaults.timeout of 1 s; a page gets 30 s, audits take their time",
        "defaults.chromeLaunchConfig",
        "defaults.useIncognitoBrowserContext",
    )


def test_settings_of_single_pages_are_named(tmp_path: Path) -> None:
    data = {
        "defaults": {"timeout": 60000},
        "urls": [
            "http://pa11y.test/",
            {"url": "http://pa11y.test/contributing", "timeout": 50000, "screenCapture": "x.png"},
        ],
    }
    config, notes = converted(data, tmp_path)
    assert len(config.targets) == 2
    assert config.timeout == 60.0
    assert notes == (
        "screenCapture of http://pa11y.test/contributing (a setting of a single page)",
        "timeout of http://pa11y.test/contributing (a setting of a single page)",
    )


def test_ignored_codes_become_suppressions_and_broader_ones_are_named(tmp_path: Path) -> None:
    data = {
        "defaults": {"ignore": ["color-contrast", "WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail", "notice"]},
        "urls": [{"url": "http://pa11y.test/a", "ignore": ["image-alt"]}],
    }
    config, notes = converted(data, tmp_path)
    assert [(one.rule, one.criterion, one.url) for one in config.suppress] == [
        ("color-contrast", "", ""), ("", "1.4.3", ""), ("image-alt", "", "http://pa11y.test/a"),
    ]  # fmt: skip
    assert all(one.reason == "ignored in .pa11yci" for one in config.suppress)
    assert [note.split(" ")[0] for note in notes] == ["WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail", "notice"]


def test_actions_become_a_flow(tmp_path: Path) -> None:
    actions = [
        "navigate to http://pa11y.test/login", "set field #username to exampleUser", "check field #remember",
        "uncheck field #news", "click element #submit", "wait for path to be /dashboard",
        "wait for element #menu to be visible", "wait for #spinner to be hidden", "screen capture out/x.png", "sing a song",
    ]  # fmt: skip
    config, notes = converted({"urls": [{"url": "http://pa11y.test/", "actions": actions}]}, tmp_path)
    (flow,) = config.flow
    assert [step.action for step in flow.steps] == [
        "goto", "fill", "check", "check", "click", "wait_for", "wait_for", "expect", "screenshot", "audit",
    ]  # fmt: skip
    assert notes == ("action 'sing a song' of http://pa11y.test/",)


def test_comments_are_no_part_of_it(tmp_path: Path) -> None:
    text = '{"urls": [ // "one"\n "https://pa11y.org//a\\"/*b*/", /* two\n */ "https://pa11y.org/"]}'
    (tmp_path / ".pa11yci").write_text(text)
    config, _ = from_pa11y(tmp_path / ".pa11yci")
    assert tomllib.loads(config)["targets"] == ['https://pa11y.org//a"/*b*/', "https://pa11y.org/"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("module.exports = {}", "not JSON"),
        ("[]", "not a configuration of pa11y-ci"),
        ('{"defaults": 1}', "defaults: must be an object"),
        ('{"urls": {}}', "urls: must be a list"),
        ('{"urls": [{"timeout": 1}]}', "urls.0.url: must be a text"),
    ],
)
def test_what_cannot_be_converted_is_named_with_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / ".pa11yci").write_text(text)
    with pytest.raises(ConfigError) as error:
        from_pa11y(tmp_path / ".pa11yci")
    assert str(tmp_path / ".pa11yci") in error.value.message
    assert message in error.value.message
