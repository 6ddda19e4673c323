"""The Sphinx builder `a11y`: `sphinx-build -b a11y docs out` builds the HTML, audits it, and reports on source lines.

Enable it with `extensions = ["a11ycheck.sphinx_ext"]` in conf.py. As linkcheck does, it writes `output.txt` to the output
folder, warns for each finding that fails the gate, and makes the build fail then, or when a page could not be audited.
The configuration is that of the command line, from a11ycheck.toml or pyproject.toml in the current folder.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ExtensionError
from sphinx.util import logging

from a11ycheck import __version__
from a11ycheck.config import Config, load
from a11ycheck.errors import A11yCheckError, ExitCode
from a11ycheck.executors import Done
from a11ycheck.gate.updating import check_baseline
from a11ycheck.gate.verdict import Standing
from a11ycheck.gating import SourceTree
from a11ycheck.reporters.base import print_report, write_reports
from a11ycheck.reporters.items import Items
from a11ycheck.reporters.wording import one_line, page_label, reason
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

logger = logging.getLogger(__name__)


class _Log:
    """Tells Sphinx's log how the audit goes."""

    def planned(self, visits: int, note: str) -> None:
        """See `run.Progress`."""
        logger.info("auditing: %s", note)

    def found(self, visits: int, note: str) -> None:
        """See `run.Progress`."""
        logger.info("auditing: %s", note)

    def completed(self, done: Done, driving: bool) -> None:
        """See `run.Progress`."""
        logger.verbose("audited: %s", done.visit.url)

    def driving(self, visits: int) -> None:
        """See `run.Progress`."""
        logger.info("driving %d pages", visits)

    def picturing(self, visits: int) -> None:
        """See `run.Progress`."""
        logger.info("taking pictures on %d pages", visits)


class A11yBuilder(StandaloneHTMLBuilder):
    """Builds HTML as the html builder does, then audits it."""

    name = "a11y"
    epilog = "The accessibility report is in %(outdir)s."

    def finish(self) -> None:
        """Finish the HTML, audit it, report."""
        super().finish()
        try:
            self._audit()
        except A11yCheckError as error:
            raise ExtensionError(f"a11ycheck: {error.message} {error.hint}".strip()) from None

    def _audit(self) -> None:
        pages = Path(self.outdir)
        config = load(None, {"targets": (str(pages),)})
        check_baseline(config, update=False)
        finished = run(config, _Log())
        with closing(open_audit_file(config.audit_file, create=False)) as connection:
            view = RunView(connection, finished.run_id)
            sourced = self._with_sources(config)
            items = Items(view, sourced)
            failing = [item for item in items if item.standing is Standing.FAILS]
            with (pages / "output.txt").open("wb") as out:
                print_report(view, sourced, "text", out)
            write_reports(view, sourced, config.format, config.output_dir)
        for target in items.gate.not_audited:
            logger.warning("not audited: %s: %s", page_label(target), one_line(reason(target), 400), type="a11y")
        for item in failing:
            place = f"{item.file}:{item.line}"
            logger.warning("%s: %s", item.finding.rule.rule, item.sentence, location=place, type="a11y")
        logger.info("%s", items.gate.line)
        if items.gate.exit_code is not ExitCode.OK or finished.problems or finished.interrupted:
            self.app.statuscode = 1

    def _with_sources(self, config: Config) -> Config:
        """The configuration, with the folder of sources for the pages just built."""
        tree = SourceTree(pages=_label(Path(self.outdir)), root=Path(self.srcdir))
        return config.model_copy(update={"source": (*config.source, tree)})


def _label(folder: Path) -> str:
    here, folder = Path.cwd().resolve(), folder.resolve()
    return f"{folder.relative_to(here).as_posix()}/" if folder.is_relative_to(here) else f"{folder.name}/"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder."""
    app.add_builder(A11yBuilder)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
