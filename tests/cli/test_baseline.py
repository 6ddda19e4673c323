"""The gate from the command line, on a small site in a real browser: baseline, ratchet, suppressions, budgets."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.conftest import Command

PAGE = "<!doctype html><html lang=en><title>{title}</title><main><h1>{title}</h1>{body}</main>"
LOGO, PHOTO = '<img src="logo.png">', '<img src="photo.png">'


class Project:
    """A folder with pages, and the command line in it."""

    def __init__(self, folder: Path, command: Command) -> None:
        self.folder = folder
        self.command = command

    def pages(self, **bodies: str) -> None:
        """Write `docs/<name>.html`."""
        (self.folder / "docs").mkdir(exist_ok=True)
        for name, body in bodies.items():
            (self.folder / "docs" / f"{name}.html").write_text(PAGE.format(title=name, body=body))

    def a11ycheck(self, *args: str) -> subprocess.CompletedProcess[str]:
        return self.command(self.folder, *args)

    def scan(self, *args: str) -> subprocess.CompletedProcess[str]:
        return self.a11ycheck(
            "scan",
            "docs",
            "--effort",
            "quick",
            "--executor",
            "serial",
            "--format",
            "json",
            "--viewport",
            "800x600",
            *args,
        )


@pytest.fixture
def project(tmp_path: Path, a11ycheck: Command) -> Project:
    made = Project(tmp_path, a11ycheck)
    made.pages(index=LOGO, guide="<p>Fine</p>")
    return made


def test_the_way_of_a_team_from_first_failure_to_a_tight_baseline(project: Project) -> None:
    first = project.scan()
    assert first.returncode == 1, first.stderr
    made = project.a11ycheck("baseline")
    assert (made.returncode, made.stdout) == (0, "a11ycheck-baseline.json\n")
    assert "Known: 1 finding, of 2 pages audited." in made.stderr
    assert 'baseline_file = "a11ycheck-baseline.json"' in made.stderr

    (project.folder / "a11ycheck.toml").write_text('baseline_file = "a11ycheck-baseline.json"\n')
    known = project.scan()
    assert known.returncode == 0, known.stdout
    assert "Baseline: 1 known, 0 new, 0 seen fixed, 0 not rechecked" in known.stdout

    project.pages(index="<h2>New</h2><div>" + LOGO + "</div>")
    assert project.scan().returncode == 0

    project.pages(guide=PHOTO)
    new = project.scan("--update-baseline")
    assert new.returncode == 1
    assert "New: image-alt at img file:photo.png on docs/guide.html: one more of a known cause" in new.stdout
    assert "taken out" in new.stdout
    assert project.scan().returncode == 1

    project.pages(index="<p>Fine</p>", guide="<p>Fine</p>")
    fixed = project.scan("--update-baseline")
    assert fixed.returncode == 0
    assert "Seen fixed: image-alt at img" in fixed.stdout
    assert "Baseline tightened: 1 taken out of a11ycheck-baseline.json" in fixed.stdout
    project.pages(index=LOGO)
    assert project.scan().returncode == 1


def test_a_baseline_that_cannot_be_used_is_said_before_anything_is_scanned(project: Project) -> None:
    (project.folder / "other.json").write_text('{"version": 9, "format": "a11ycheck-baseline"}')
    for file, message in (
        ("none.json", "no such baseline"),
        ("other.json", "other.json: version: made by a newer a11ycheck"),
    ):
        done = project.scan("--baseline-file", file)
        assert done.returncode == 2
        assert message in done.stderr
        assert not (project.folder / ".a11ycheck").exists()
    done = project.scan("--update-baseline")
    assert done.returncode == 2
    assert "--update-baseline needs a baseline" in done.stderr


def test_two_configurations_are_an_error_that_names_both(project: Project) -> None:
    (project.folder / "a11ycheck.toml").write_text("")
    (project.folder / "pyproject.toml").write_text("[tool.a11ycheck]\n")
    done = project.scan()
    assert done.returncode == 2
    assert "two configurations: a11ycheck.toml and [tool.a11ycheck] in pyproject.toml" in done.stderr


def test_suppressions_and_budgets_of_the_configuration(project: Project) -> None:
    config = project.folder / "a11ycheck.toml"
    config.write_text(
        '[[suppress]]\nselector = "main > img"\nreason = "new logo in June"\nowner = "docs"\nuntil = 2999-01-01\n'
    )
    done = project.scan()
    assert done.returncode == 0, done.stdout
    assert "Suppressed: 1 finding" in done.stdout
    assert "Violations: 1 group, 1 place" in done.stdout
    config.write_text('[[suppress]]\nrule = "image-alt"\nreason = "x"\nuntil = 2020-01-01\n')
    done = project.scan()
    assert done.returncode == 1
    assert "Suppression expired on 2020-01-01: rule image-alt (x)" in done.stdout
    config.write_text("[budget]\ntotal = 1\n")
    assert project.scan().returncode == 0
    config.write_text("[budget]\ntotal = 0\n")
    assert project.scan().returncode == 1


def test_a_baseline_needs_a_run(project: Project) -> None:
    done = project.a11ycheck("baseline")
    assert done.returncode == 3
    assert "no audit file here" in done.stderr
    assert not (project.folder / "a11ycheck-baseline.json").exists()
