from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.cli import main
from a11ycheck.model import Target, TargetResult, TargetStatus, Visit
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.writer import RunWriter


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose audit file holds two runs of one page each."""
    monkeypatch.chdir(tmp_path)
    with closing(open_audit_file(tmp_path / ".a11ycheck" / "audit.db")) as connection:
        for name in ("first", "second"):
            url = f"https://docs.example.test/{name}"
            run = RunWriter.start(connection, {})
            visit = Visit(order=0, url=url)
            run.add_visits([visit])
            run.save(
                visit,
                [TargetResult(order=0, target=Target(url=url), status=TargetStatus.AUDITED)],
                keep_evidence=False,
            )
            run.finish("complete", {})
    return tmp_path


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["report", *args])
    return int(left.value.code)


def test_report_writes_the_newest_run_and_prints_the_paths(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("json", "jsonl", "-o", "out") == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("out/findings.json\nout/findings.jsonl\n", "")
    assert json.loads(Path("out/findings.json").read_text())["targets"][0]["url"].endswith("/second")


def test_report_of_an_older_run_by_number(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("jsonl", "--run", "1") == 0
    assert capsys.readouterr().out == "a11y-report/findings.jsonl\n"
    assert json.loads(Path("a11y-report/findings.jsonl").read_text())["url"].endswith("/first")


def test_dash_prints_the_report_and_writes_nothing(stored: Path) -> None:
    command = [sys.executable, "-m", "a11ycheck", "report", "jsonl", "-o", "-"]
    done = subprocess.run(command, cwd=stored, capture_output=True, check=True)
    assert json.loads(done.stdout)["status"] == "audited"
    assert sorted(path.name for path in stored.iterdir()) == [".a11ycheck"]


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("xml",), 2, "unknown report format 'xml'"),
        ((), 2, "Missing argument"),
        (("json", "jsonl", "-o", "-"), 2, "only one format can be printed"),
        (("json", "-o", ".a11ycheck/audit.db"), 2, ".a11ycheck/audit.db: reports cannot be written to this folder"),
        (("json", "--audit-file", "none.db"), 3, "none.db: no audit file here"),
        (("json", "--run", "7"), 3, "the audit file holds no run 7"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    stored: Path, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], code: int, message: str
) -> None:
    assert run(*args) == code
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""


def test_configuration_file_names_folder_and_audit_file(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a11ycheck.toml").write_text('output_dir = "from-file"\naudit_file = ".a11ycheck/audit.db"\n')
    assert run("json") == 0
    assert capsys.readouterr().out == "from-file/findings.json\n"
