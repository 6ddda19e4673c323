"""Writes docs/acr/: the draft conformance report of the project's own documentation and audit UI, from a scan of both.

python scripts/build_own_acr.py

Needs the extras `[all]`, Sphinx with MyST and furo, and a browser. The documentation is built into a temporary folder; the
audit UI runs on a scan of that documentation. Nothing is decided here: what the checks cannot show stays undecided.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from a11ycheck import __version__

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "acr"
CONFIG = OUT / "a11ycheck.toml"
PORT = 8519
EDITION = "508"


def main() -> int:
    """Build, scan, draft; returns the exit code of the last command that matters."""
    with tempfile.TemporaryDirectory(prefix="a11ycheck-own-acr-") as work:
        folder = Path(work)
        pages = build_documentation(folder)
        seed = folder / "seed.db"
        run("scan", str(pages / "index.html"), "--audit-file", str(seed), "-o", str(folder / "seed"), "--exit-zero")
        server = subprocess.Popen(
            [sys.executable, "-m", "a11ycheck", "audit", "--port", str(PORT), "--audit-file", str(seed)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
        )  # fmt: skip
        try:
            audit = ["--audit-file", str(folder / "own.db"), "-c", str(CONFIG), "-o", str(folder / "report")]
            code = run("scan", str(pages), *audit, "--exit-zero")
            if code not in (0, 3):
                return code
            formats = ["--format", "html", "--format", "openacr"]
            code = run("vpat", "--edition", EDITION, *audit, *formats)
        finally:
            server.terminate()
            server.wait()
        for extension in ("html", "yaml"):
            shutil.copyfile(folder / "report" / f"acr-{EDITION}.{extension}", OUT / f"acr-{EDITION}.{extension}")
    return code


def build_documentation(folder: Path) -> Path:
    """The handbook as HTML, without the report itself."""
    source, pages = folder / "source", folder / "docs"
    shutil.copytree(ROOT / "docs", source, ignore=shutil.ignore_patterns("acr"))
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", "html", source, pages], check=True)
    return pages


def run(*arguments: str) -> int:
    """Run a command of a11ycheck with the product's version, and return its exit code."""
    environment = os.environ | {"A11YCHECK_PRODUCT__VERSION": __version__}
    return subprocess.run([sys.executable, "-m", "a11ycheck", *arguments], check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
