"""`a11ycheck audit` and its commands, as a user runs them."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.cli import main
from a11ycheck.model import CheckOutcome, Impact, Location, Outcome, Target, TargetResult, TargetStatus, Visit
from a11ycheck.store import audit_sample
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Verdict, save
from a11ycheck.store.writer import RunWriter

FAILED = CheckOutcome(
    check="axe", rule="color-contrast", outcome=Outcome.FAILED, criteria=("1.4.3",), fingerprint="f", group="g",
    impact=Impact.SERIOUS, location=Location(selector="p"),
)  # fmt: skip
URL = "https://docs.example.test/a"


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a run of one page that failed, a sample, and one verdict."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    with closing(open_audit_file(tmp_path / ".a11ycheck" / "audit.db")) as connection:
        run = RunWriter.start(connection, {})
        visit = Visit(order=0, url=URL)
        run.add_visits([visit])
        result = TargetResult(order=0, target=Target(url=URL), status=TargetStatus.AUDITED, outcomes=(FAILED,))
        run.save(visit, [result], keep_evidence=True)
        run.finish("complete", {})
        audit_sample.store(connection, audit_sample.make(RunView(connection), ["/a"], seed=0, percent=0), "Ann")
        save(connection, Verdict("page", "1.1.1", "Ann", "passed", place="/a", digests=("",)))
    return tmp_path


def audit(*args: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["audit", *args])
    return int(left.value.code or 0)


def test_status_says_what_is_done_by_whom_and_what_blocks(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("status") == 0
    out = capsys.readouterr().out
    assert re.search(r"1\.1\.1 Non-text Content \(Web\) +open +1/1", out)
    assert re.search(r"^0 of \d+ answers signed\. About \d+ minutes left\.$", out, re.M)
    assert "Ann: 1 verdicts in force." in out
    assert "1.4.3 Contrast (Minimum) (Web): undecided" in out


def test_plan_begins_with_what_checks_found(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("plan") == 0
    first = capsys.readouterr().out.splitlines()[1]
    assert "1.4.3 Contrast (Minimum) (Web)" in first
    assert "failures found (serious)" in first


def test_retest_lists_what_failed_or_went_stale(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("retest") == 0
    assert capsys.readouterr() == ("", "0 to test again.\n")
    with closing(open_audit_file(stored / ".a11ycheck" / "audit.db")) as connection:
        save(connection, Verdict("page", "1.4.3", "Ann", "failed", place="/a", digests=("",), product_version="7.1"))
        save(connection, Verdict("row", "302.1", "Ann", "Supports", place="none", product_version="7.1"))
    assert audit("retest", "--since", "7.1") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("page 1.4.3 /a: it was failed (Ann, ")
    assert second.startswith("row 302.1 none: it was given on version 7.1 of the product, now unknown (Ann, ")
    assert audit("retest", "--since", "7.0") == 0
    assert capsys.readouterr().out == ""


def test_export_and_import_between_two_audits(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("export") == 0
    assert capsys.readouterr().out == "audit.yaml\n"
    with closing(open_audit_file(stored / "other.db")) as other:
        save(other, Verdict("page", "1.1.1", "Ben", "failed", place="/a", digests=("",)))
    assert audit("import", "audit.yaml", "--audit-file", "other.db") == 1
    assert re.search(
        r"conflict: page 1\.1\.1 /a: (Ann: passed, Ben: failed|Ben: failed, Ann: passed)\n", capsys.readouterr().out
    )
    assert audit("import", "missing.yaml") == 2


def test_export_warns_of_private_texts(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("export") == 0
    assert "Nothing is redacted" in capsys.readouterr().err
    (stored / "a11ycheck.toml").write_text('[redact]\nselectors = [".name"]\n')
    assert audit("export") == 0
    warned = capsys.readouterr().err
    assert "private texts" in warned
    assert "Nothing is redacted" not in warned


def test_export_of_a_sheet(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("export", "sheet.csv") == 0
    assert capsys.readouterr().out == "sheet.csv\n"
    header, line = (stored / "sheet.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.startswith("subject,key,place,result")
    assert line.startswith("page,1.1.1,/a,passed,,Ann,")


def test_purge_leaves_verdicts(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("purge", "--keep-runs", "1") == 0
    assert "0 runs removed." in capsys.readouterr().out
    assert audit("status") == 0
    assert "Ann: 1 verdicts" in capsys.readouterr().out


def test_no_audit_file_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ((), ("status",), ("export",)):
        assert audit(*command) == 3
        assert "a11ycheck scan" in capsys.readouterr().err


def test_alone_it_serves_on_loopback_and_prints_the_address(stored: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "a11ycheck", "audit", "--port", "0"], stdout=subprocess.PIPE, text=True, cwd=stored
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        assert b"Progress" in urllib.request.urlopen(address, timeout=30).read()
    finally:
        server.terminate()
        server.wait(10)


def test_on_a_network_it_warns_and_asks_for_a_password(stored: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "a11ycheck", "audit", "--port", "0", "--host", "0.0.0.0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=stored,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        assert server.stderr is not None
        address = server.stdout.readline().strip()
        said = server.stderr.readline() + server.stderr.readline()
        assert "plain HTTP" in said
        assert re.search(r"^Password: \S{16,}$", said, re.M)
        assert b"Password (required)" in urllib.request.urlopen(address, timeout=30).read()
    finally:
        server.terminate()
        server.wait(10)


def test_a_short_password_and_a_wrong_address_are_refused(
    stored: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A11YCHECK_AUDIT_PASSWORD", "short")
    assert audit("--host", "0.0.0.0", "--port", "0") == 2
    assert "shorter than 12" in capsys.readouterr().err
    assert audit("--host", "example.test") == 2


def test_killed_right_after_a_save_the_verdict_is_there(stored: Path) -> None:
    script = (
        "import os, signal\nfrom pathlib import Path\nfrom a11ycheck.store.audit_file import open_audit_file\n"
        "from a11ycheck.store.verdicts import Verdict, save\n"
        "c = open_audit_file(Path('.a11ycheck/audit.db'))\n"
        "save(c, Verdict('profile', 'media', 'Ann', 'yes'))\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=stored, check=False).returncode == -9
    with closing(open_audit_file(stored / ".a11ycheck" / "audit.db")) as connection:
        assert connection.execute("SELECT count(*) FROM verdict").fetchone()[0] == 2


def test_open_prints_the_way_where_there_is_no_display(
    stored: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert audit("open", "/a") == 0
    said = capsys.readouterr()
    assert said.out == f"A window of 1280 × 800 CSS px, light colours.\nOpen {URL}\n"
    assert "no display" in said.err
    assert audit("open", "/nowhere") == 2


def test_export_as_workbook_and_evaluation_and_back(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("export", "sheet.xlsx") == audit("export", "evaluation.json") == 0
    assert (stored / "sheet.xlsx").read_bytes()[:2] == b"PK"
    capsys.readouterr()
    assert audit("import", "evaluation.json") == 0
    assert "0 verdicts taken in, 1 known already, 0 left out." in capsys.readouterr().out


def test_merge_lists_conflicts(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit("export", "base.yaml") == 0
    for name in ("mine", "other"):
        text = (stored / "base.yaml").read_text().replace("result: passed", f"result: passed\n    note: {name}")
        (stored / f"{name}.yaml").write_text(text)
    assert audit("merge", "base.yaml", "mine.yaml", "base.yaml") == 0
    capsys.readouterr()
    assert audit("merge", "base.yaml", "mine.yaml", "other.yaml", "-o", "out.yaml") == 1
    assert "note is 'mine' on one side, note is 'other' on the other" in capsys.readouterr().out
