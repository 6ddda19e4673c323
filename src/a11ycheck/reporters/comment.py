"""`--format comment`: Markdown for a comment on a pull or merge request, below the 65,536 characters that GitHub takes.

It begins with a hidden mark, by which a job finds its earlier comment and replaces it.
"""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.language import gettext as _
from a11ycheck.language import later
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.findings_markdown import Measure, lines
from a11ycheck.reporters.items import Items
from a11ycheck.store.queries import RunView

META = ReporterMeta(
    format="comment", extension="comment.md", title="Markdown for a comment on a pull request.", speaks=True
)

MARK = "<!-- a11ycheck -->"
MOST = 60_000
NEW_ONES = Measure(groups=20, places=3, pages=10, quiet_ones=False)
REST = later("The rest is left out here; the reports of the job have it all.")


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the comment; what does not fit is left out whole lines at a time, and said."""
    rest = f"\n\n{_(REST)}\n"
    told, size, is_whole = [MARK], len(MARK), True
    for line in lines(Items(view, config), NEW_ONES):
        size += len(line) + 1
        if size > MOST - len(rest):
            is_whole = False
            break
        told.append(line)
    report.main.write_text("\n".join(told) + ("\n" if is_whole else rest), encoding="utf-8", newline="\n")
