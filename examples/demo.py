"""`make demo`: scan the example documentation and web application, or TARGET, and write reports to a11y-report/.

python examples/demo.py [URL | folder | file]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPORT = Path("a11y-report")
FORMATS = ["--format", "html", "--format", "json", "--format", "jsonl"]


def main(targets: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="a11ycheck-demo-") as work:
        if targets:
            scan = ["scan", *targets, *FORMATS]
        else:
            documentation = Path(work) / "parley-docs"
            print("Building the example documentation …", flush=True)
            subprocess.run(
                [sys.executable, "-m", "sphinx", "-q", "-b", "html", HERE / "docs", documentation], check=True
            )
            print("Starting the example web application and scanning both …", flush=True)
            scan = ["scan", str(documentation), "-c", str(HERE / "a11ycheck.toml")]
        code = a11ycheck(*scan, "--exit-zero", "-o", str(REPORT))
        if code not in (0, 3):
            return code
        report = ["vpat", "--edition", "508", "-o", str(REPORT)]
        if not targets:
            report += ["-c", str(HERE / "a11ycheck.toml")]
        drafted = a11ycheck(*report)
    print(
        f"\nOpen {REPORT}/findings.html (what was found) and {REPORT}/acr-508.html (draft of the conformance report)."
    )
    return code or drafted


def a11ycheck(*args: str) -> int:
    """Run the command with this Python first on the path, since a fresh Debian has no `python` for the application."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    command = [sys.executable, "-m", "a11ycheck", *args]
    return subprocess.run(command, env={**os.environ, "PATH": path}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main([target for target in sys.argv[1:] if target]))
