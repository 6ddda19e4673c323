"""CPU seconds a page, pages a second and peak memory of `scan --effort quick` against other ways to run axe, in turn.

    python -m bench.speed [FOLDER…] [--pages 40] [--rounds 3] [--axe-source FILE] [--npm FOLDER] [--standard]

FOLDER: rendered HTML, default Debian's python3.11-doc; name a site with another theme as well. All ways load the same pages
from a loopback server: the usual loop (full Chromium), pa11y-ci with axe and @axe-core/cli (where `npm install pa11y-ci
@axe-core/cli` put them in `--npm FOLDER`; the latter needs chromedriver on the path), and the floor loop. `--standard` adds
`--effort standard --sample 0%`. Modules are compiled first, as an installation does. Prints medians and the ratios round by
round, in Markdown. CPU ratios hold on a busy machine, wall ratios do not.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import a11ycheck
from a11ycheck.config import Config
from a11ycheck.targets.plan import plan
from bench.measure import Measured, measure

OURS = "a11ycheck scan --effort quick"
WORKERS = 2
_SCAN = [sys.executable, "-m", "a11ycheck", "scan", "urls.txt", "--exit-zero", "--format", "json", "--quiet"]
_SCAN += ["--workers", str(WORKERS)]


@dataclass(frozen=True)
class Way:
    """One way to check the pages. `codes`: exit codes of a run that went well."""

    command: Sequence[str]
    codes: tuple[int, ...] = (0,)
    environment: dict[str, str] = field(default_factory=dict)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=["/usr/share/doc/python3.11/html"])
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--axe-source", type=Path)
    parser.add_argument("--npm", type=Path)
    parser.add_argument("--standard", action="store_true")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or not all(Path(folder).is_dir() for folder in given.folders):
        print("this bench needs a full Chromium and folders of HTML (python3.11-doc)")
        return 2
    compileall.compile_dir(Path(a11ycheck.__file__).parent, quiet=2)
    compileall.compile_dir(Path(__file__).parent, quiet=2)
    for folder in given.folders:
        with plan(Config(targets=(folder,))) as planned:
            step = max(1, len(planned.visits) // given.pages)
            urls = [visit.url for visit in planned.visits[::step][: given.pages]]
            runs = _rounds(ways(urls, chromium, given), urls, given.rounds)
        print(f"## {folder}\n\n{table(runs, len(urls))}\n", flush=True)
    return 0


def ways(urls: Sequence[str], chromium: str, given: argparse.Namespace) -> dict[str, Way]:
    """All ways that this machine has, by name."""
    axe = ["--axe-source", str(given.axe_source.resolve())] if given.axe_source else []
    found = {
        "usual loop": Way([sys.executable, "-m", "bench.usual_loop", "urls.txt", chromium]),
        OURS: Way([*_SCAN, "--effort", "quick", "--no-cache", *axe]),
        "floor loop": Way([sys.executable, "-m", "bench.floor_loop", "urls.txt", str(WORKERS), *axe[1:]]),
    }
    if given.standard:
        found["--effort standard --sample 0%"] = Way(
            [*_SCAN, "--effort", "standard", "--sample", "0%", "--no-cache", *axe]
        )
    installed = given.npm.resolve() / "node_modules/.bin" if given.npm else Path()
    if (installed / "pa11y-ci").exists():
        told = {"PUPPETEER_EXECUTABLE_PATH": chromium}
        found["pa11y-ci, runner axe"] = Way([str(installed / "pa11y-ci"), "-c", "pa11yci.json"], (0, 2), told)
    driver = shutil.which("chromedriver")
    if driver and (installed / "axe").exists():
        options = ["--chrome-path", chromium, "--chromedriver-path", driver, "--chrome-options", "no-sandbox"]
        found["@axe-core/cli"] = Way([str(installed / "axe"), *urls, *options])
    return found


def _rounds(found: dict[str, Way], urls: Sequence[str], rounds: int) -> dict[str, list[Measured]]:
    runs: dict[str, list[Measured]] = {name: [] for name in found}
    for _ in range(rounds):
        for name, way in found.items():
            with tempfile.TemporaryDirectory() as folder:
                _write_lists(Path(folder), urls)
                paths = os.pathsep.join(filter(None, (str(Path.cwd()), os.environ.get("PYTHONPATH"))))
                environment = {**os.environ, "PYTHONPATH": paths, **way.environment}
                measured = measure(way.command, cwd=Path(folder), environment=environment)
            if measured.code not in way.codes:
                raise SystemExit(f"{name}: exit code {measured.code}")
            runs[name].append(measured)
            print(f"{name}: {measured.cpu / len(urls):.2f} CPU s/page, {measured.wall:.0f} s", file=sys.stderr)
    return runs


def _write_lists(folder: Path, urls: Sequence[str]) -> None:
    (folder / "urls.txt").write_text("\n".join(urls), encoding="utf-8")
    defaults = {"runners": ["axe"], "concurrency": WORKERS, "timeout": 120_000}
    launch = {"chromeLaunchConfig": {"args": ["--no-sandbox"]}}
    told = {"defaults": defaults | launch, "urls": list(urls)}
    (folder / "pa11yci.json").write_text(json.dumps(told), encoding="utf-8")


def table(runs: dict[str, list[Measured]], pages: int) -> str:
    """Medians of each way, and how many times its CPU and wall time ours takes."""
    lines = ["| | CPU s a page | pages/s | peak memory (PSS) | our CPU | our wall |", "|---|---|---|---|---|---|"]
    ours = runs[OURS]
    for name, measured in runs.items():
        cpu = statistics.median(each.cpu / pages for each in measured)
        rate = statistics.median(pages / each.wall for each in measured)
        peak = statistics.median(each.peak for each in measured)
        cpus = statistics.median(a.cpu / b.cpu for a, b in zip(ours, measured, strict=True))
        walls = statistics.median(a.wall / b.wall for a, b in zip(ours, measured, strict=True))
        lines.append(f"| {name} | {cpu:.2f} | {rate:.2f} | {peak:.0f} MiB | {cpus:.2f} × | {walls:.2f} × |")
    load = os.getloadavg()[1]
    return "\n".join([*lines, "", f"{pages} pages, {len(ours)} rounds in turn; load of the machine {load:.1f}."])


if __name__ == "__main__":
    sys.exit(main())
