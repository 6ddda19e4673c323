"""Scans real applications twice each; the fingerprints of both runs must be the same, with nothing left out.

    python -m bench.apps [NAME…] [--effort standard] [--work .bench-apps]

Each application is installed from its requirements.txt into an environment of its own below the work folder, prepared by its
prepare.py, and started by a11ycheck itself (`[server]`). Prints a table; exits 1 when two runs differ or a state is missing.
"""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

HERE = Path(__file__).parent
Finding = tuple[str, str, str, str, str]


@dataclass
class Compared:
    """Two runs of one application. `only`: findings that one run alone has; `missing`: states that were not audited."""

    name: str
    versions: str
    states: int
    findings: int
    only: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def main() -> int:
    """Compare the runs of all chosen applications."""
    known = sorted(path.parent.name for path in HERE.glob("*/a11ycheck.toml"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[*known, []], metavar="NAME", help=f"of {', '.join(known)}; default all"
    )
    parser.add_argument("--effort", default="standard")
    parser.add_argument("--work", type=Path, default=Path(".bench-apps"))
    arguments = parser.parse_args()
    results = [compare(name, arguments.work.resolve(), arguments.effort) for name in arguments.names or known]
    print("| Application | States | Findings | Differences |\n| --- | --- | --- | --- |")
    for result in results:
        print(f"| {result.versions} | {result.states} | {result.findings} | {len(result.only)} |")
    for result in results:
        for line in (*result.missing, *result.only):
            print(f"{result.name}: {line}")
    return 1 if any(result.only or result.missing for result in results) else 0


def compare(name: str, work: Path, effort: str) -> Compared:
    """Install, prepare and scan an application, twice from the same start."""
    folder = work / name
    python = folder / "venv" / "bin" / "python"
    requirements = HERE / name / "requirements.txt"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", requirements], check=True)
    environment = os.environ | {"APP_PASSWORD": secrets.token_urlsafe(12)}
    runs = []
    for number in (1, 2):
        app = folder / "app"
        shutil.rmtree(app, ignore_errors=True)
        shutil.copytree(HERE / name, app)
        subprocess.run([python, "prepare.py"], cwd=app, env=environment, check=True)
        audit_file = folder / f"audit-{number}.db"
        audit_file.unlink(missing_ok=True)
        scan = ["scan", "--effort", effort, "--format", "json", "--audit-file", audit_file, "--quiet", "--exit-zero"]
        subprocess.run(
            [sys.executable, "-m", "a11ycheck", *scan], cwd=app, env=environment, stdout=subprocess.DEVNULL, check=False
        )
        runs.append(_read(audit_file))
    (first, states, missing), (second, _, missing_again) = runs
    versions = ", ".join(requirements.read_text(encoding="utf-8").split())
    only = [f"in run 1 alone: {' '.join(one)} ({count})" for one, count in (first - second).items()]
    only += [f"in run 2 alone: {' '.join(one)} ({count})" for one, count in (second - first).items()]
    return Compared(name, versions, states, first.total(), only, sorted({*missing, *missing_again}))


def _read(audit_file: Path) -> tuple[Counter[Finding], int, list[str]]:
    """Every finding with its state and fingerprint, counted; how many states there are; those that could not be audited."""
    with closing(open_audit_file(audit_file, create=False)) as connection:
        view = RunView(connection)
        states = {row.id: row.target.state for row in view.targets}
        found = Counter(
            (states[one.target_id], one.rule.rule, one.outcome.value, one.fingerprint, one.location.selector)
            for one in view.findings()
        )
        missing = [f"{row.target.state}: {row.reason}: {row.message}" for row in view.targets if row.reason]
    return found, len(states), missing


if __name__ == "__main__":
    sys.exit(main())
