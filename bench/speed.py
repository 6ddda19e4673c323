"""CPU seconds a page, pages a second and peak memory of `scan --effort quick` against the usual loop, in turn.

    python -m bench.speed [FOLDER] [--pages 100] [--rounds 3] [--axe-source FILE]

FOLDER: rendered HTML, default Debian's python3.11-doc. Both load the same pages from a loopback server. Prints a table of
medians and the ratios pair by pair, in Markdown.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from a11ycheck.config import Config
from a11ycheck.targets.plan import plan
from bench.measure import Measured, measure


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="/usr/share/doc/python3.11/html")
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--axe-source", type=Path)
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or not Path(given.folder).is_dir():
        print("this bench needs a full Chromium and a folder of HTML (python3.11-doc)")
        return 2
    with tempfile.TemporaryDirectory() as work, plan(Config(targets=(given.folder,))) as planned:
        step = max(1, len(planned.visits) // given.pages)
        urls = [visit.url for visit in planned.visits[::step][: given.pages]]
        listed = Path(work) / "urls.txt"
        listed.write_text("\n".join(urls), encoding="utf-8")
        ours = [sys.executable, "-m", "a11ycheck", "scan", str(listed), "--effort", "quick"]
        ours += ["--exit-zero", "--format", "json", "--quiet"]
        if given.axe_source:
            ours += ["--axe-source", str(given.axe_source.resolve())]
        usual = [sys.executable, "-m", "bench.usual_loop", str(listed), chromium]
        runs: dict[str, list[Measured]] = {"usual loop": [], "a11ycheck scan --effort quick": []}
        for number in range(given.rounds):
            for name, command in (("usual loop", usual), ("a11ycheck scan --effort quick", ours)):
                folder = Path(work) / f"{number}-{name.split()[0]}"
                folder.mkdir()
                measured = measure(command, cwd=Path.cwd() if command is usual else folder)
                if measured.code:
                    print(f"{name}: exit code {measured.code}")
                    return 1
                runs[name].append(measured)
                print(f"{name}: {measured.cpu / len(urls):.2f} CPU s/page, {measured.wall:.0f} s", file=sys.stderr)
    print(table(runs, len(urls)))
    return 0


def table(runs: dict[str, list[Measured]], pages: int) -> str:
    lines = ["| | CPU s a page | pages/s | peak memory (PSS) |", "|---|---|---|---|"]
    for name, measured in runs.items():
        cpu = statistics.median(each.cpu / pages for each in measured)
        rate = statistics.median(pages / each.wall for each in measured)
        peak = statistics.median(each.peak for each in measured)
        lines.append(f"| {name} | {cpu:.2f} | {rate:.2f} | {peak:.0f} MiB |")
    first, second = runs.values()
    ratios = [a.cpu / b.cpu for a, b in zip(first, second, strict=True)]
    walls = [a.wall / b.wall for a, b in zip(first, second, strict=True)]
    lines += [
        "",
        f"{pages} pages, {len(ratios)} rounds in turn. The usual loop spends {min(ratios):.2f} to {max(ratios):.2f} times "
        f"the CPU (median {statistics.median(ratios):.2f}) and {statistics.median(walls):.2f} times the wall time.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
