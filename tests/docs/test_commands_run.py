"""The commands that handbook, README and help texts show, run: none is refused, and none stops with a fault of its own."""

from __future__ import annotations

import re
import shlex
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.docs.test_handbook import ROOT, help_commands, shown_commands

from a11ycheck.browser.session import BrowserSession
from a11ycheck.cli import main
from a11ycheck.errors import ExitCode
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

ELSEWHERE = re.compile(
    r"https?://|^(?:login|record|install-\w+|merge|audit open|audit --edition)\b|origin/main|^scan --keep-evidence"
)
"""What needs a network, a window, a person, other jobs or a configuration; other tests run these."""
PAGE = (
    '<!DOCTYPE html><html lang="en"><title>Guide</title><main><h1>Guide</h1><img src="a.png"><p>Some text.</p></main>'
)


def runnable() -> list[object]:
    """Commands without the program's name; those that start a browser are left to the soak."""
    found = {}
    for _, line in (*shown_commands(), *help_commands()):
        words = re.split(r" [|&>#]", line)[0].removeprefix("a11ycheck ").strip()
        if not ELSEWHERE.search(words):
            found[words] = None
    return [
        pytest.param(line, marks=pytest.mark.soak) if line.startswith("scan") or "pdf" in line else line
        for line in found
    ]


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    return int(left.value.code or 0)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, chromium: BrowserSession) -> Path:
    """A folder with everything the shown commands name: pages, four runs, a baseline, reports, exported audits."""
    chromium.close()
    folder = tmp_path_factory.mktemp("shown")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        (folder / "build" / "html").mkdir(parents=True)
        (folder / "build" / "html" / "index.html").write_text(PAGE, encoding="utf-8")
        scan = ("scan", "build/html", "--effort", "quick", "--workers", "1", "--exit-zero", "--quiet")
        assert run(*scan, "--format", "json") == ExitCode.OK
        for _ in range(3):
            assert run("recheck") != ExitCode.USAGE
        assert run("baseline") == ExitCode.OK
        assert run("vpat", "--edition", "508", "--format", "docx", "--format", "openacr") == ExitCode.OK
        assert run("audit", "export", "audit.yaml") == ExitCode.OK
    shutil.copytree(ROOT / "docs" / "acr", folder / "docs" / "acr")
    (folder / ".pa11yci").write_text('{"urls": ["http://localhost:8080/"]}', encoding="utf-8")
    for name in ("main.db", "branch.db", "old.db"):
        with closing(open_audit_file(folder / ".a11ycheck" / "audit.db", create=False)) as connection:
            connection.execute("VACUUM INTO ?", (str(folder / name),))
            assert RunView(connection).id == 4
    for name in ("base.yaml", "mine.yaml", "other.yaml"):
        shutil.copy(folder / "audit.yaml", folder / name)
    shutil.copy(folder / "docs" / "acr" / "acr-508.yaml", folder / "last-year.yaml")
    shutil.copy(folder / "a11y-report" / "acr-508.yaml", folder / "report.yaml")
    shutil.copy(folder / "a11y-report" / "acr-508.docx", folder / "report.docx")
    return folder


@pytest.mark.slow
@pytest.mark.usefixtures("own_playwright")
@pytest.mark.parametrize("line", runnable())
def test_a_shown_command_runs(
    line: str, prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "work"
    shutil.copytree(prepared, folder)
    monkeypatch.chdir(folder)
    code = run(*shlex.split(line))
    told = capsys.readouterr().err
    assert code in (ExitCode.OK, ExitCode.GATE_FAILED, ExitCode.NOT_AUDITED), told
    assert "a fault of a11ycheck itself" not in told
