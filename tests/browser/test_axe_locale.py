"""axe's messages in the language of a locale file."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser import axe_source
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.errors import ConfigError
from a11ycheck.model import Effort, Visit


def test_a_locale_of_axe_changes_its_messages(tmp_path: Path, web: Any, own_playwright: None) -> None:
    locale = {"lang": "es", "rules": {"image-alt": {"description": "d", "help": "Las imágenes necesitan texto"}}}
    file = tmp_path / "es.json"
    file.write_text(json.dumps(locale), encoding="utf-8")
    visit = Visit(order=0, url=web.page("/", '<!DOCTYPE html><html lang="es"><title>P</title><main><img src="data:,">'))
    helps = []
    for chosen in (None, file):
        with closing(BrowserSession(BrowserOptions(axe_source=axe_source.read(None, chosen)))) as session:
            (result,) = audit_visit(visit, session, AuditOptions(effort=Effort.QUICK))
        helps += [each.help for each in result.findings if each.rule == "image-alt"]
    assert helps == ["Images must have alternative text", "Las imágenes necesitan texto"]
    file.write_text("{}")
    with pytest.raises(ConfigError, match="not a locale"):
        axe_source.read(None, file)
    with pytest.raises(ConfigError, match="cannot be read"):
        axe_source.read(None, tmp_path / "none.json")
