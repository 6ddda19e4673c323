"""Evaluations of the WCAG-EM Report Tool come in as verdicts of their evaluator; what does not fit is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conformance.acr_sample import SITE, WriteRun
from tests.conformance.test_recorded import judge, results, sampled

from a11ycheck.config import Config
from a11ycheck.conformance.recorded import read
from a11ycheck.conformance.wcag_em import render_evaluation
from a11ycheck.conformance.wcag_em_import import read_evaluation
from a11ycheck.errors import UsageError
from a11ycheck.store import audit_sample
from a11ycheck.store.verdicts import all_verdicts, rulings


def test_an_evaluation_comes_back_whole(write_run: WriteRun, config: Config, tmp_path: Path) -> None:
    view = write_run(*results())
    sampled(view, "/a", "/b")
    judge(view, "failed", "/a", note="No text.\nNot at all.")
    judge(view, "inapplicable", "/b")
    file = tmp_path / "evaluation.json"
    file.write_text(render_evaluation(read(view, config), config, "2026-11-24"))
    before = {about: ruling.verdict for about, ruling in rulings(view.connection).items()}
    view.connection.execute("DELETE FROM verdict")
    view.connection.execute("DELETE FROM audit_sample")
    found = read_evaluation(view, read(view, config), file)
    assert (found.new, found.known, found.left_out, found.conflicts) == (2, 0, [], ())
    after = {about: ruling.verdict for about, ruling in rulings(view.connection).items()}
    for about, verdict in before.items():
        for name in ("tester", "result", "note", "stamp", "digests"):
            assert getattr(after[about], name) == getattr(verdict, name), name
    sample = audit_sample.latest(view.connection)
    assert sample is not None
    assert {page.place for page in sample.pages} == {"/a", "/b"}
    assert read_evaluation(view, read(view, config), file).known == 2
    assert len(all_verdicts(view.connection)) == 2


def test_what_the_audit_itself_exported_is_known(write_run: WriteRun, config: Config, tmp_path: Path) -> None:
    view = write_run(*results())
    sampled(view, "/a", "/b")
    judge(view, "failed", "/a", note="No text.")
    judge(view, "passed", "/b")
    judge(view, "failed", "/b", tester="Ben")
    file = tmp_path / "evaluation.json"
    file.write_text(render_evaluation(read(view, config), config, "2026-11-24"))
    before = all_verdicts(view.connection)
    found = read_evaluation(view, read(view, config), file)
    assert (found.new, found.known) == (0, 2)
    assert all_verdicts(view.connection) == before
    file.write_text(file.read_text().replace("No text.", "No text, seen again."))
    assert read_evaluation(view, read(view, config), file).new == 1


def test_an_evaluation_of_the_tool_itself(write_run: WriteRun, config: Config, tmp_path: Path) -> None:
    view = write_run(*results())
    judge(view, "passed", "/b")
    website = {"@id": "_:website", "@type": ["TestSubject", "Website"], "title": "Docs"}
    page = {"@id": "_:subject_2", "@type": "Webpage", "title": "B", "description": f"The second page: {SITE}/b"}
    file = tmp_path / "evaluation.json"
    entries = [(website, "WCAG22:text-spacing", "earl:passed"), (page, "WCAG20:text-equiv-all", {"@id": "earl:failed"}),
               (page, "WCAG22:no-such", "earl:failed"), (page, "WCAG22:reflow", "earl:untested")]  # fmt: skip
    document = {
        "@type": "Evaluation",
        "selectSample": {"structuredSample": page},
        "auditSample": [
            {"subject": subject, "test": {"@id": test}, "result": {"outcome": outcome, "description": "Seen."}}
            for subject, test, outcome in entries
        ],
        "reportFindings": {"evaluator": "Eva", "date": "Tue May 04 2021"},
    }
    file.write_text(json.dumps(document))
    found = read_evaluation(view, read(view, config), file)
    assert found.new == 1
    assert found.left_out == [
        "1.4.12 on _:website: not a page of this run",
        "WCAG22:no-such on _:subject_2: no such criterion",
    ]
    assert found.conflicts == ("page 1.1.1 /b: Eva: failed, Ann: passed",)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"auditSample"', '{"@graph": [1]}', "[" * 100_000])
def test_another_file_is_refused(text: str, write_run: WriteRun, config: Config, tmp_path: Path) -> None:
    view = write_run(*results())
    file = tmp_path / "other.json"
    file.write_text(text)
    with pytest.raises(UsageError, match=r"other\.json"):
        read_evaluation(view, read(view, config), file)
