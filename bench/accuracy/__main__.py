"""How much of W3C's ACT test cases the tool finds, and how often it cries wolf.

    python -m bench.accuracy CASES [--out DIR] [--rule ID]... [--axe-source FILE] [SCAN OPTION]...

CASES (or `A11YCHECK_ACT_CASES`) is a folder with W3C's `testcases.json`, the pages below `site/` and, for the table, a
`score.py`. All pages are scanned at thorough effort with every page driven; `DIR` then holds `findings.jsonl` (the
scan's own), `scored.jsonl` (what `score.py` reads) and `act-report.json`, the W3C implementation report in EARL.
Without the folder the benchmark says so and does nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.accuracy.cases import Case, read_cases
from bench.accuracy.earl import implementation_report
from bench.accuracy.score import scored_lines

from a11ycheck.browser.server import StaticServer


def main() -> int:
    """Scan, convert, score. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", default=os.environ.get("A11YCHECK_ACT_CASES"))
    parser.add_argument("--out", type=Path, help="folder for what is written; default: a temporary one")
    parser.add_argument("--rule", action="append", default=[], help="only cases of this ACT rule")
    given, scan_options = parser.parse_known_args()
    if not given.cases or not (Path(given.cases) / "testcases.json").is_file():
        print(f"skipped: no ACT test cases at {given.cases or 'A11YCHECK_ACT_CASES'}", file=sys.stderr)
        return 0
    folder = Path(given.cases)
    cases = [case for case in read_cases(folder / "testcases.json") if not given.rule or case.rule in given.rule]
    out = given.out or Path(tempfile.mkdtemp(prefix="a11ycheck-accuracy-"))
    out.mkdir(parents=True, exist_ok=True)
    with StaticServer(folder / "site") as server:
        scan(cases, server.base_url, out, scan_options)
    lines = [json.loads(line) for line in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    with (out / "scored.jsonl").open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(line) + "\n" for line in scored_lines(lines))
    report = implementation_report(cases, out / "audit.db")
    (out / "act-report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    print(f"written to {out}", file=sys.stderr)
    if (folder / "score.py").is_file():
        command = [
            sys.executable,
            str(folder / "score.py"),
            f"a11ycheck={out / 'scored.jsonl'}",
            "--rules",
            "--misses",
            "--alarms",
        ]
        return subprocess.run(command, check=False).returncode
    return 0


def scan(cases: list[Case], base_url: str, out: Path, options: list[str]) -> None:
    """Scan the pages of all cases as a user would; SystemExit when the scan itself did not work."""
    urls = out / "urls.txt"
    urls.write_text("".join(f"{base_url}{case.path}\n" for case in cases), encoding="utf-8")
    (out / "audit.db").unlink(missing_ok=True)
    command = [
        sys.executable, "-m", "a11ycheck", "scan", str(urls), "--effort", "thorough", "--sample", "all", "--interact", "submit",
        "--format", "jsonl", "--output-dir", str(out), "--audit-file", str(out / "audit.db"),
        "--max-pages", str(len(cases)), *options,
    ]  # fmt: skip
    code = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    if code not in (0, 1, 3):
        raise SystemExit(f"the scan ended with exit code {code}")


if __name__ == "__main__":
    sys.exit(main())
