"""Stored evidence judged again says the same as the scan did; what was not kept is untested, never passed."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from tests.conftest import document

from a11ycheck.cli import main
from a11ycheck.errors import NothingToAuditError
from a11ycheck.model import Outcome, TargetStatus
from a11ycheck.recheck import EVIDENCE_GONE, recheck
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

pytestmark = pytest.mark.usefixtures("own_playwright")

PAGES = {
    "index.html": document("<img src=logo.png><p><a href=two.html>Read more</a></p>"),
    "two.html": document("<div onclick='this.remove()' style='cursor:pointer'>Close</div><input placeholder=Name>"),
}


def scan(folder: Path, *flags: str) -> int:
    site = folder / "site"
    site.mkdir()
    for name, html in PAGES.items():
        (site / name).write_text(html)
    return leave("scan", str(site), "--executor", "serial", "-q", *flags)


def leave(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


def findings(view: RunView) -> Counter[tuple[str, ...]]:
    return Counter(
        (
            view.target_by_id[found.target_id].target.url,
            found.rule.rule,
            found.outcome,
            found.fingerprint,
            found.message,
        )
        for found in view.findings()
    )


def outcomes(view: RunView) -> Counter[tuple[str, ...]]:
    return Counter(
        (view.target_by_id[row.target_id].target.url, row.rule.rule, row.outcome) for row in view.rule_outcomes()
    )


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_same_checks_find_the_same_again(tmp_path: Path) -> None:
    assert scan(tmp_path, "--keep-evidence", "all") == 1
    assert leave("recheck") == 1
    with closing(open_audit_file(Path(".a11ycheck/audit.db"))) as connection:
        old, new = RunView(connection, 1), RunView(connection, 2)
        assert findings(new) == findings(old)
        assert outcomes(new) == outcomes(old)
        assert sum(findings(old).values()) > 2
        assert [target.status for target in new.targets] == [TargetStatus.AUDITED] * 2
        assert (new.versions, new.config["rechecked"]) == (old.versions, 1)


def test_evidence_that_was_not_kept_is_untested_and_never_green(tmp_path: Path) -> None:
    scan(tmp_path, "--keep-evidence", "none", "--sample", "0%")
    assert leave("recheck") == 3
    with closing(open_audit_file(Path(".a11ycheck/audit.db"))) as connection:
        view = RunView(connection)
        assert {target.reason for target in view.targets} == {EVIDENCE_GONE}
        assert {row.outcome for row in view.rule_outcomes() if row.rule.check == "axe"} == {Outcome.UNTESTED}
        assert "--keep-evidence all" in view.targets[0].message


def test_a_recheck_cannot_be_rechecked_and_the_newest_real_run_is_taken(tmp_path: Path) -> None:
    scan(tmp_path, "--keep-evidence", "all", "--sample", "0%")
    with closing(open_audit_file(Path(".a11ycheck/audit.db"))) as connection:
        first = recheck(connection)
        assert (first.complete, first.gone) == (2, 0)
        assert RunView(connection, recheck(connection).run_id).config["rechecked"] == 1
        with pytest.raises(NothingToAuditError, match="itself a recheck"):
            recheck(connection, first.run_id)


def test_without_a_run_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert leave("recheck") == 3
    assert "a11ycheck scan" in capsys.readouterr().err
