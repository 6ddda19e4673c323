"""A test session as a run: results come one by one, are stored at once, and are judged together at the end."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from a11ycheck.across_pages import judge_across_pages
from a11ycheck.audit import audit_page
from a11ycheck.browser import axe_source
from a11ycheck.config import Config
from a11ycheck.errors import ExitCode, NotAuditedError
from a11ycheck.findings.secrets import Redactor
from a11ycheck.gate.updating import update
from a11ycheck.gate.verdict import GateResult, decide
from a11ycheck.gate.wording import details, place
from a11ycheck.model import Target, TargetResult, TargetStatus, Visit
from a11ycheck.reporters.base import write_reports
from a11ycheck.reporters.wording import one_line, reason
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter
from a11ycheck.workforce import redaction

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST = 30


def audited(page: Page, state: str, config: Config) -> TargetResult:
    """Audit the page as it stands; one that went away meanwhile is not audited, with the reason."""
    try:
        return audit_page(page, state=state, effort=config.effort, redaction=redaction(config))
    except NotAuditedError as error:
        target = Target(url=page.url, state=state)
        result = TargetResult(
            order=0, target=target, status=TargetStatus.NOT_AUDITED, reason=error.reason, message=error.message
        )
        return Redactor(patterns=config.redact.patterns).model(result)


def complaint(result: TargetResult, config: Config) -> str:
    """What of this result alone counts against the gate, as text for a failing test; empty when nothing does."""
    with tempfile.TemporaryDirectory(prefix="a11ycheck-") as folder:
        alone = config.model_copy(update={"audit_file": Path(folder) / "audit.db"})
        with _run(alone) as writer:
            _save(writer, 0, result)
            writer.finish("complete", {"axe": _axe()})
            view = RunView(writer.connection, writer.run_id)
            gate = decide(view, config)
            if gate.exit_code is ExitCode.OK:
                return ""
            lines = [f"not audited in full: {one_line(reason(row), 600)}" for row in gate.not_audited]
            return "\n".join([gate.line, *lines, *_failures(gate)])


class Session:
    """The run of a test session, in the configured audit file."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._opened = _run(config)
        self._writer = self._opened.__enter__()
        self._count = 0
        self.failed = False
        self.lines: list[str] = []

    def add(self, result: str) -> None:
        """Store a result, given as JSON."""
        _save(self._writer, self._count, TargetResult.model_validate_json(result))
        self._count += 1

    def finish(self, *, update_baseline: bool = False) -> None:
        """Close the run, write the reports and let the gate decide on the whole."""
        judge_across_pages(self._writer, Redactor(patterns=self._config.redact.patterns))
        self._writer.finish("complete", {"axe": _axe()})
        view = RunView(self._writer.connection, self._writer.run_id)
        gate = decide(view, self._config)
        written = write_reports(view, self._config, self._config.format, self._config.output_dir)
        tightened = update(gate, self._config) if update_baseline else ()
        self.failed = gate.exit_code is not ExitCode.OK
        self.lines = [one_line(line, 600) for line in (*details(gate), *tightened)]
        self.lines += ["Reports: " + ", ".join(str(path) for path in written), gate.line]
        self._opened.__exit__(None, None, None)


@contextmanager
def _run(config: Config) -> Iterator[RunWriter]:
    with closing(open_audit_file(config.audit_file)) as connection:
        told = json.loads(config.model_dump_json(exclude={"flow", "header", "login", "storage_state"}))
        yield RunWriter.start(connection, told)


def _save(writer: RunWriter, order: int, result: TargetResult) -> None:
    visit = Visit(order=order, url=result.target.url, variant=result.target.variant)
    writer.add_visits([visit])
    stored = result.model_copy(update={"order": order, "page_key": result.target.page_key})
    writer.save(visit, [stored], keep_evidence=False)


def _failures(gate: GateResult) -> Iterator[str]:
    for failure in gate.failures[:MOST]:
        finding = failure.instance.example
        yield f"- {one_line(place(failure.instance), 400)}" + (f" ({failure.why})" if failure.why else "")
        yield f"  {one_line(finding.message or finding.rule.help, 400)}"
        yield f"  {one_line(finding.location.selector, 300)}  {one_line(finding.location.html, 200)}"
        yield f"  {finding.rule.help_url}"
    if len(gate.failures) > MOST:
        yield f"and {len(gate.failures) - MOST} more"


def _axe() -> str | None:
    return axe_source.version(axe_source.read(None))
