"""Read the data files of this package, each once.

The JSON files are written by `scripts/build_standards.py`; the TOML files are written by hand.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@cache
def read_json(name: str) -> Any:
    """Return the content of one JSON data file, by file name. Callers must not change it."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the content of one TOML data file, by path below the data folder. Callers must not change it."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
