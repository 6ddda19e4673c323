"""`--changed-since REV`: of the planned pages those whose source changed in git since then.

What is not known to be unchanged is kept: pages without a known source, flows, pages that include other files or document code
when anything outside the sources of pages changed, and all pages when their configuration, a template or a style sheet did. The
first page is always kept, so that a gate never judges nothing.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from a11ycheck.errors import UsageError
from a11ycheck.findings.source_files import SUFFIXES, page_path, source_file
from a11ycheck.gating import SourceTree
from a11ycheck.model import Visit
from a11ycheck.targets.plan import Plan

UNCHANGED = "source unchanged"
_INCLUDES = re.compile(r"auto(module|class|function|summary|method)|include|csv-table|program-output", re.IGNORECASE)


def keep_changed(planned: Plan, revision: str, trees: Iterable[SourceTree]) -> None:
    """Take visits out of the plan whose page's source is the same as in `revision`, a commit, tag or branch.

    Raises `UsageError` where there is no git repository or it does not know the revision.
    """
    changed = _changed_files(revision)
    trees = tuple(trees)
    sources = {visit.order: _source(planned.display(visit.url), trees) for visit in planned.visits if not visit.flow}
    known = {source for source in sources.values() if source is not None}
    roots = [_common(known), *(tree.root.resolve() for tree in trees)]
    others = changed - known
    if any(_concerns_all(file, roots) for file in others):
        return
    kept = [
        visit
        for visit in planned.visits
        if visit is planned.visits[0] or visit.flow or _may_differ(sources[visit.order], changed, others)
    ]
    if left_out := len(planned.visits) - len(kept):
        planned.skipped = {**planned.skipped, f"{UNCHANGED} since {revision}": left_out}
    planned.visits = tuple(_numbered(kept))


def _numbered(visits: Iterable[Visit]) -> Iterable[Visit]:
    return (visit.model_copy(update={"order": order}) for order, visit in enumerate(visits))


def _source(shown: str, trees: tuple[SourceTree, ...]) -> Path | None:
    found = source_file(shown, page_path(shown), trees)
    return found[0].resolve() if found else None


def _common(sources: set[Path]) -> Path:
    """The folder that holds all sources; one that holds nothing where none is known."""
    folders = [set(source.parents) for source in sources]
    shared = set.intersection(*folders) if folders else set()
    return max(shared, key=lambda folder: len(folder.parts), default=Path("/nowhere"))


def _concerns_all(file: Path, roots: list[Path]) -> bool:
    """Whether a changed file that is no page's source lies among the sources: configuration, template, style, included text."""
    return any(file.is_relative_to(root) for root in roots) and not (file.suffix in SUFFIXES and not file.exists())


def _may_differ(source: Path | None, changed: set[Path], others: set[Path]) -> bool:
    if source is None or source in changed:
        return True
    return bool(others) and _INCLUDES.search(source.read_text(encoding="utf-8", errors="replace")) is not None


def _changed_files(revision: str) -> set[Path]:
    """Files that differ from the revision, new ones included, as absolute paths."""
    if revision.startswith("-"):
        raise UsageError(f"--changed-since: {revision!r} is no revision", "Name a commit, a tag or a branch.")
    top = Path(_git("rev-parse", "--show-toplevel").strip()).resolve()
    names = _git("-C", str(top), "diff", "--name-only", "--no-renames", "-z", revision, "--").split("\0")
    names += _git("-C", str(top), "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return {top / name for name in names if name}


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=True)
    except OSError as error:
        raise UsageError(f"--changed-since needs git: {error.strerror}", "Install git, or scan everything.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise UsageError(
            f"--changed-since: git says: {said[0] if said else 'nothing'}",
            "Run it inside the repository of the sources; in CI fetch enough history.",
        ) from None
    return done.stdout.decode(errors="surrogateescape")
