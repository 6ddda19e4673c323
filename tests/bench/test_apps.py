"""The real applications: pinned, with a login, five states or more, each proven before it is audited."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.config import load
from a11ycheck.steps import AuditState
from bench import apps

FOLDERS = sorted(file.parent for file in Path(apps.__file__).parent.glob("*/a11ycheck.toml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_application_is_pinned_and_proves_its_states(folder: Path) -> None:
    pinned = (folder / "requirements.txt").read_text(encoding="utf-8").split()
    assert [line for line in pinned if "==" not in line] == []
    config = load(folder / "a11ycheck.toml", {})
    assert config.login
    assert config.server
    audited = [step for flow in config.flow for step in flow.steps if isinstance(step, AuditState)]
    assert len({step.state for step in audited}) == len(audited) >= 5
    assert [step.state for step in audited if step.expect is None] == []
    assert (folder / "prepare.py").is_file()


def test_no_two_applications_use_one_port() -> None:
    servers = [load(folder / "a11ycheck.toml", {}).server for folder in FOLDERS]
    urls = [server.url.split("/")[2] for server in servers if server]
    assert len(set(urls)) == len(urls) == len(FOLDERS)
