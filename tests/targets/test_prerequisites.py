"""What flows need from outside is missed before anything starts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from a11ycheck.config import Config
from a11ycheck.errors import ConfigError
from a11ycheck.targets.prerequisites import refuse_unmet

AUDIT = {"action": "audit", "state": "in"}


def flow(step: dict[str, Any]) -> Config:
    steps = ({"action": "click", "text": "Go"}, step, AUDIT)
    return Config(flow=({"name": "way", "url": "https://x.example/", "steps": steps},))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["secret", "totp"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_variable_that_is_not_set_or_empty_is_named_with_its_step(
    monkeypatch: pytest.MonkeyPatch, kind: str, value: str | None
) -> None:
    config = flow({"action": "fill", "label": "Password", kind: "APP_WORD"})
    monkeypatch.delenv("APP_WORD", raising=False)
    if value is not None:
        monkeypatch.setenv("APP_WORD", value)
    with pytest.raises(
        ConfigError, match=r"flow 'way', step 2 \(fill label 'Password'\): .* APP_WORD is not set"
    ) as caught:
        refuse_unmet(config)
    assert caught.value.hint == "Set it: export APP_WORD=…"
    monkeypatch.setenv("APP_WORD", "x")
    refuse_unmet(config)


def test_a_login_is_looked_at_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APP_WORD", raising=False)
    login = {"url": "https://x.example/", "steps": [{"action": "fill", "label": "Password", "secret": "APP_WORD"}]}
    with pytest.raises(ConfigError, match=r"\[login\], step 1 .* APP_WORD is not set"):
        refuse_unmet(Config(login=login))  # type: ignore[arg-type]


def test_a_file_to_upload_has_to_be_there(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    config = flow({"action": "upload", "label": "File", "files": [str(file)]})
    with pytest.raises(ConfigError, match=r"flow 'way', step 2 \(upload label 'File'\): .*a\.txt: no such file"):
        refuse_unmet(config)
    file.write_text("a")
    refuse_unmet(config)
