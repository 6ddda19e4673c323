"""`--format developer`: what to repair by source file or component, with places, snippets and examples of repair."""

from __future__ import annotations

from collections import defaultdict

from a11ycheck.config import Config
from a11ycheck.findings.source_place import Confidence
from a11ycheck.language import gettext as _
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_site import Place, Site
from a11ycheck.reporters.roles import MOST_TEXT, first_places, role_page
from a11ycheck.reporters.wording import Section
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import GroupRow

META = ReporterMeta(
    format="developer", extension="html", stem="developer", title="A work list for developers.", speaks=True
)


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the list; violations first, then questions, until the file is large enough."""
    site = Site(view, config)
    wanted = [*site.sections[Section.VIOLATION], *site.sections[Section.NEEDS_REVIEW]]
    origins: dict[str, list[tuple[GroupRow, list[Place]]]] = defaultdict(list)
    listed = 0
    for group, places in first_places(site, wanted, MOST_TEXT):
        origins[origin(site, group)].append((group, places))
        listed += 1
    order = sorted(origins, key=lambda name: -sum(group.failed for group, _places in origins[name]))
    page = role_page(
        "developer", site, config, origins={name: origins[name] for name in order}, total=len(wanted),
        left_out=len(wanted) - listed,
    )  # fmt: skip
    report.main.write_text(page, encoding="utf-8", newline="\n")


def origin(site: Site, group: GroupRow) -> str:
    """Where a group comes from: the source file of its example when that is known, else its component."""
    source = site.source_of(group.example)
    if source is not None and source.confidence in (Confidence.SURE, Confidence.LIKELY):
        return source.file
    signature = group.example.location.identity.signature
    return signature or _("The page as a whole")
