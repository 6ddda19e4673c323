from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.cli import main

pytestmark = pytest.mark.usefixtures("own_playwright")


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [([], 0, "OK       axe-core: "), (["--browser-path", "/none"], 3, "PROBLEM  browser: ")],
)
def test_doctor_prints_a_line_a_subject_and_its_exit_code(
    arguments: list[str],
    code: int,
    line: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(["doctor", *arguments])
    assert left.value.code == code
    assert line in capsys.readouterr().out
