import subprocess
import sys

from a11ycheck.standards.datafiles import DATA, read_json, read_toml


def test_a_file_is_read_once():
    assert read_json("wcag.json") is read_json("wcag.json")
    assert read_toml("editions.toml") is read_toml("editions.toml")


def test_importing_reads_no_data():
    code = (
        "from a11ycheck.standards import datafiles, editions, en301549, functional, guidance, mapping, openacr, "
        "profile, section508, trusted_tester, wcag\n"
        "print(datafiles.read_json.cache_info().misses, datafiles.read_toml.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0"]


def test_every_data_file_is_used():
    assert sorted(path.name for path in DATA.glob("*.json")) == [
        "act_rules.json",
        "axe_rules.json",
        "en301549-3.2.1-wcag.json",
        "en301549-3.2.1.json",
        "functional.json",
        "ict_baseline.json",
        "openacr.json",
        "section508.json",
        "trusted_tester.json",
        "wcag.json",
    ]
