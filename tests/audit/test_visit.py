"""Audits of visits: the same every time, whatever came before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.server import StaticServer
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Effort, Outcome, TargetStatus, Visit

Findings = list[tuple[str, str, str, str]]


def findings(chromium: BrowserSession, url: str, effort: Effort = Effort.STANDARD) -> Findings:
    [result] = audit_visit(Visit(order=0, url=url), chromium, AuditOptions(effort=effort))
    assert result.status is TargetStatus.AUDITED, result.message
    return sorted(
        (f.rule, f.outcome, f.fingerprint, f.location.selector if f.location else "") for f in result.findings
    )


def test_a_visit_yields_findings_with_identity_and_evidence(web: Web, chromium: BrowserSession) -> None:
    [result] = audit_visit(Visit(order=3, url=web.page("/", document("<img src=x.png>"))), chromium, AuditOptions())
    found = next(finding for finding in result.findings if finding.rule == "image-alt")
    assert (result.order, found.outcome, found.criteria) == (3, Outcome.FAILED, ("1.1.1",))
    assert len(found.fingerprint) == len(found.group) == 16
    assert {"axe", "dom"} <= set(result.evidence)
    assert [key for key in result.shared if key.startswith("axe-rules:")]


def test_quick_effort_is_axe_alone(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<img src=x.png>"))
    [result] = audit_visit(Visit(order=0, url=url), chromium, AuditOptions(effort=Effort.QUICK))
    assert "dom" not in result.evidence
    assert {outcome.check for outcome in result.outcomes} == {"axe"}


def test_a_document_without_content_is_audited_in_part(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", "<!DOCTYPE html><html><title></title></html>")
    [result] = audit_visit(Visit(order=0, url=url), chromium, AuditOptions())
    assert (result.status, result.reason) == (TargetStatus.PARTIAL, "blank")
    assert {"document-title", "html-has-lang"} <= {finding.rule for finding in result.findings}


def test_the_order_of_visits_does_not_matter(web: Web, chromium: BrowserSession) -> None:
    marks = "<script>document.body.append(localStorage.mark || ''); localStorage.mark = 'seen before'</script><img src={}.png>"
    a, b = web.page("/a", document(marks.format("a"))), web.page("/b", document(marks.format("b")))
    first = {"a": findings(chromium, a), "b": findings(chromium, b)}
    second = {"b": findings(chromium, b), "a": findings(chromium, a)}
    assert first == second


def test_a_furo_site_gives_the_same_findings_in_three_runs(tmp_path: Path, chromium: BrowserSession) -> None:
    pytest.importorskip("furo", reason="building the site needs Sphinx and furo")
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text('project = "Steady"\nhtml_theme = "furo"\n')
    pages = [f"page{number}" for number in range(4)]
    toc = "\n".join(f"   {page}" for page in pages)
    (source / "index.rst").write_text(f"Steady\n======\n\n.. toctree::\n\n{toc}\n")
    for number, page in enumerate(pages):
        rows = "\n".join(f"   * - {row}\n     - {row * number}" for row in range(6))
        body = f".. list-table::\n\n{rows}\n\n.. code-block:: python\n\n   print({number})\n\n.. image:: missing{number}.png\n"
        (source / f"{page}.rst").write_text(f"{page}\n{'=' * len(page)}\n\n.. note:: Look.\n\n{body}")
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", source, tmp_path / "html"], capture_output=True, check=True
    )
    with StaticServer(tmp_path / "html") as server:
        urls = [f"{server.base_url}{page}.html" for page in ["index", *pages]]
        runs = [[findings(chromium, url) for url in urls] for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]
