"""Refuses a wheel that lacks what the package needs or holds what does not belong.

python scripts/ci/wheel_content.py WHEEL
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import PurePosixPath

NEEDED = (
    "a11ycheck/py.typed",
    "a11ycheck/locale/es.po",
    "a11ycheck/standards/data/wcag.json",
    "a11ycheck/browser/js/",
    "a11ycheck/reporters/remedies.toml",
    "a11ycheck/_templates/html/layout.html",
    "a11ycheck/_templates/acr/acr.html",
    "a11ycheck/_templates/web/layout.html",
)
KNOWN = {
    ".py",
    ".pyi",
    ".js",
    ".css",
    ".html",
    ".md",
    ".toml",
    ".json",
    ".yaml",
    ".po",
    ".typed",
    ".docx",
    ".svg",
    ".txt",
    ".png",
}


def faults(names: list[str]) -> list[str]:
    """What is wrong with the names of the files in a wheel, a line each."""
    found = [f"missing: {needed}" for needed in NEEDED if not any(name.startswith(needed) for name in names)]
    for name in names:
        path = PurePosixPath(name)
        if path.parts[0].endswith(".dist-info"):
            continue
        if path.parts[0] != "a11ycheck" or "tests" in path.parts or path.name.startswith("."):
            found.append(f"does not belong: {name}")
        elif path.suffix not in KNOWN:
            found.append(f"of an unknown kind: {name}")
    return found


def main() -> int:
    """Print the faults; 1 when there are any."""
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        found = faults(wheel.namelist())
    print("\n".join(found) or f"{sys.argv[1].rpartition('/')[2]} holds what it should.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
