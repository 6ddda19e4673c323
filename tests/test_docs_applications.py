"""Every example of docs/applications.md is a configuration."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from a11ycheck.config import load
from a11ycheck.targets.login import planned_login
from a11ycheck.targets.plan import plan

TEXT = (Path(__file__).parents[1] / "docs" / "applications.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.split("\n")[0] for example in EXAMPLES])
def test_an_example_is_read(example: str, tmp_path: Path) -> None:
    file = tmp_path / "a11ycheck.toml"
    file.write_text(example, encoding="utf-8")
    assert load(file).model_fields_set


def test_the_examples_make_one_plan(tmp_path: Path) -> None:
    file = tmp_path / "a11ycheck.toml"
    file.write_text("\n".join(EXAMPLES), encoding="utf-8")
    config = load(file)
    with plan(config) as planned:
        assert [target.state for visit in planned.visits for target in visit.targets] == ["menu open", "settings"]
        assert planned_login(config, planned.base) is not None
