"""A run in several variants, in a real browser: one finding, with the variants that show it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.config import Config
from a11ycheck.executors import Done
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

PAGE = """<!DOCTYPE html><html lang="en"><title>Page</title><style>
body { background: #fff; color: #000 }
@media (prefers-color-scheme: dark) { #dark { background: #222; color: #333 } }
#pale { background: #fff; color: #ccc }
#narrow { display: none } @media (max-width: 400px) { #narrow { display: block } }
</style><main><h1>Page</h1><p id="dark">Dark on dark</p><p id="pale">Always pale</p><p id="pale">Always pale</p><img src="data:,">
<div id="narrow"><input></div></main></html>"""


class Silent:
    """Progress for a run nobody watches."""

    def planned(self, visits: int, note: str) -> None: ...

    def found(self, visits: int, note: str) -> None: ...

    def driving(self, visits: int) -> None: ...

    def picturing(self, visits: int) -> None: ...

    def completed(self, done: Done, driving: bool) -> None: ...


def test_a_finding_is_one_row_and_names_its_variants(web: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = Config(
        targets=(web.page("/", PAGE),), effort="quick", executor="serial", viewport=("1280x800", "320x640"),
        color_scheme=("light", "dark"),
    )  # fmt: skip
    finished = run(config, Silent())
    with closing(open_audit_file(config.audit_file)) as connection:
        view = RunView(connection, finished.run_id)
        variants = [target.target.variant.name for target in view.targets]
        found: dict[str, list[tuple[str, ...]]] = {}
        for finding in view.findings():
            if not finding.rule.best_practice:
                name = finding.location.identity.name or finding.location.selector
                found.setdefault(f"{finding.rule.rule} {name}", []).append(finding.variants)
        contrast = next(group for group in view.groups if group.rule.rule == "color-contrast")
        image = next(group for group in view.groups if group.rule.rule == "image-alt")
    every = ("1280x800", "1280x800+dark", "320x640", "320x640+dark")
    assert variants == list(every)
    assert found["color-contrast Always pale"] == [every, every]
    assert found["color-contrast Dark on dark"] == [("1280x800+dark", "320x640+dark")]
    assert next(v for k, v in found.items() if k.startswith("label")) == [("320x640", "320x640+dark")]
    assert next(v for k, v in found.items() if k.startswith("image-alt")) == [("1280x800", "320x640", "320x640+dark")]
    assert (image.findings, image.targets, image.completed) == (1, 1, 1)
    assert contrast.completed == 1
