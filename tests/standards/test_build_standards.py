"""The data files are what `scripts/build_standards.py` makes of its source folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from a11ycheck.standards.datafiles import DATA

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "build_standards.py"
SOURCE = ROOT.parent / "shared" / "standards"


def run(*arguments):
    return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.skipif(not SOURCE.is_dir(), reason="the source folder of the standards data is not here")
def test_data_files_are_as_generated(tmp_path):
    pytest.importorskip("yaml", reason="the generator needs PyYAML")
    done = run(SOURCE, "--output", tmp_path)
    assert done.returncode == 0, done.stderr
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in DATA.glob("*.json")}


def test_a_folder_without_source_is_refused(tmp_path):
    pytest.importorskip("yaml", reason="the generator needs PyYAML")
    done = run(tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 2
    assert f"{tmp_path} is not usable as source" in done.stderr
    assert not (tmp_path / "out").exists()


def test_data_files_have_one_record_a_line():
    for path in DATA.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        records = json.loads(text)
        lists = records.values() if isinstance(records, dict) else [records]
        assert sum(map(len, lists)) == sum(line.startswith('{"') for line in text.splitlines()), path.name
