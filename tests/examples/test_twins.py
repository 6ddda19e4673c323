"""The examples through the tool itself: barriers are found in them, and nothing is claimed to fail in their fixed twins."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tomlkit

from a11ycheck.language import speaking
from a11ycheck.reporters.said import translated

ROOT = Path(__file__).parents[2]
SOAK = pytest.mark.soak


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def build(source: str, folder: Path) -> Path:
    pytest.importorskip("sphinx", reason="building the example documentation needs Sphinx")
    target = folder / source
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", "html", ROOT / "examples" / source, target], check=True)
    return target


def failed(lines: list[dict[str, Any]]) -> list[str]:
    return [
        f"{line['url']} [{line['state']}] {outcome['rule']} {outcome['selector']}: {outcome['message']}"
        for line in lines
        for outcome in line["outcomes"]
        if outcome["outcome"] == "failed" and not outcome["best_practice"]
    ]


def scan(folder: Path, *args: str, **environment: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "a11ycheck", "scan", *args, "--format", "jsonl", "--exit-zero", "--quiet"]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, timeout=170, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return [json.loads(line) for line in (folder / "a11y-report" / "findings.jsonl").read_text().splitlines()]


def application(tmp_path: Path, *flags: str, options: tuple[str, ...] = (), states: str = ".") -> list[dict[str, Any]]:
    """The lines of a run over the states whose name matches."""
    port = free_port()
    config = (ROOT / "examples" / "a11ycheck.toml").read_text(encoding="utf-8").replace("8917", str(port))
    server = f"{sys.executable} {ROOT / 'examples' / 'webapp' / 'serve.py'} --port {port} {' '.join(flags)}"
    config = config.replace(f"python examples/webapp/serve.py --port {port}", server)
    written = tomlkit.parse(config)
    for flow in written["flow"]:
        flow["steps"] = [step for step in flow["steps"] if "state" not in step or re.search(states, step["state"])]
    audited = {step.get("state") for flow in written["flow"] for step in flow["steps"]} - {None}
    written["flow"] = [flow for flow in written["flow"] if audited & {step.get("state") for step in flow["steps"]}]
    written["process"] = [process for process in written["process"] if audited.issuperset(process["states"])]
    (tmp_path / "a11ycheck.toml").write_text(tomlkit.dumps(written), encoding="utf-8")
    return scan(tmp_path, *options)


def own_english(lines: list[dict[str, Any]]) -> list[str]:
    """Messages of our own checks that Spanish has no words for."""
    with speaking("es"):
        return [
            f"{outcome['check']}: {outcome['message']}"
            for line in lines
            for outcome in line["outcomes"]
            if outcome["check"] == outcome["rule"] and translated(outcome["check"], outcome["message"]) is None
        ]


def test_barriers_of_the_documentation_are_found_and_told_in_spanish_too(tmp_path: Path) -> None:
    build("docs", tmp_path)
    lines = scan(tmp_path, "docs", "--effort", "standard", "--sample", "0%")
    rules = {outcome["rule"] for line in lines for outcome in line["outcomes"] if outcome["outcome"] == "failed"}
    assert {"image-alt", "color-contrast", "button-name"} <= rules
    assert len({line["url"] for line in lines}) >= 14
    assert own_english(lines) == []


@pytest.mark.parametrize("sample", ["24%", pytest.param("all", marks=SOAK)])
def test_nothing_fails_in_the_fixed_documentation(sample: str, tmp_path: Path) -> None:
    build("docs_fixed", tmp_path)
    assert failed(scan(tmp_path, "docs_fixed", "--sample", sample)) == []


def test_barriers_of_the_application_are_found_in_each_state(tmp_path: Path) -> None:
    lines = application(tmp_path, options=("--sample", "0%"))
    assert [line["state"] for line in lines] == [
        "sign-in", "sign-in refused", "channel", "menu open", "dialog open", "toast", "settings", "settings with errors",
    ]  # fmt: skip
    assert all(failed([line]) for line in lines)
    assert own_english(lines) == []


@pytest.mark.parametrize("states", ["dialog open|settings with errors", pytest.param(".", marks=SOAK)])
def test_nothing_fails_in_the_fixed_application(states: str, tmp_path: Path) -> None:
    lines = application(tmp_path, "--fixed", states=states)
    assert len(lines) >= 2
    assert failed(lines) == []
