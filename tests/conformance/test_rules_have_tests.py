"""Every rule of a conformance report in docs/decisions/conformance-rules.md names a test that exists."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "docs" / "decisions" / "conformance-rules.md"


def test_every_rule_names_a_test_that_exists() -> None:
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", TABLE.read_text(encoding="utf-8"))
    rows = [
        line for line in TABLE.read_text(encoding="utf-8").splitlines() if re.match(r"\| (?!Rule|Never \||---)", line)
    ]
    gone = [name for file, name in named if f"def {name}(" not in (HERE / file).read_text(encoding="utf-8")]
    assert gone == []
    assert len(named) == len(rows) > 40
