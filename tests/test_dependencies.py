"""Dependencies: none that is not imported, extras whole, and locked versions that fit."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from scripts.ci.wheel_content import NEEDED, faults

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
COMPANIONS = {"dask", "markupsafe", "pydantic-core", "werkzeug"}
"""Parts of declared ones: of distributed, Jinja2, Pydantic and Flask."""
LOCK = (ROOT / "requirements" / "ci.txt").read_text(encoding="utf-8")


@cache
def imported() -> frozenset[str]:
    """Names of distributions that the package imports anywhere."""
    tops = set()
    for file in (ROOT / "src" / "a11ycheck").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                tops |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                tops.add(node.module.partition(".")[0])
    known = packages_distributions()
    return frozenset(
        canonicalize_name(name) for top in tops - sys.stdlib_module_names for name in known.get(top, (top,))
    )


@pytest.mark.parametrize("line", PROJECT["dependencies"])
def test_the_core_imports_each_of_its_dependencies(line: str) -> None:
    assert canonicalize_name(Requirement(line).name) in imported()


def test_what_is_imported_is_declared() -> None:
    declared = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    for lines in EXTRAS.values():
        declared |= {canonicalize_name(Requirement(line).name) for line in lines}
    assert imported() - declared - COMPANIONS - {"a11ycheck"} == set()


def test_the_extra_all_holds_every_extra_for_users() -> None:
    parts = {line for name in ("audit", "login", "dask", "office") for line in EXTRAS[name]}
    assert set(EXTRAS["all"]) == parts


@pytest.mark.parametrize(
    "line", sorted({*PROJECT["dependencies"], *(line for lines in EXTRAS.values() for line in lines)})
)
def test_a_locked_version_fits_each_requirement(line: str) -> None:
    wanted = Requirement(line)
    versions = re.findall(rf"^{re.escape(canonicalize_name(wanted.name))}==([^\s;]+)", LOCK, re.MULTILINE)
    assert versions
    assert all(wanted.specifier.contains(version, prereleases=True) for version in versions)


def test_each_locked_version_has_hashes_and_no_address() -> None:
    entries = re.split(r"^(?=\S)", LOCK, flags=re.MULTILINE)
    assert [entry for entry in entries if "==" in entry.partition("\n")[0] and "--hash=sha256:" not in entry] == []
    assert "://" not in LOCK


def test_a_wheel_with_other_files_or_without_needed_ones_is_refused() -> None:
    whole = [name + "x.js" if name.endswith("/") else name for name in NEEDED] + ["a11ycheck-0.1.0.dist-info/METADATA"]
    assert faults(whole) == []
    assert faults([*whole, "a11ycheck/secret.pem", "tests/test_x.py"]) == [
        "of an unknown kind: a11ycheck/secret.pem", "does not belong: tests/test_x.py",
    ]  # fmt: skip
    assert faults(whole[1:]) == [f"missing: {NEEDED[0]}"]
