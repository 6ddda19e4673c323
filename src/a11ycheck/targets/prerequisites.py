"""What flows and the login need from outside, looked for before anything is started: secrets and files."""

from __future__ import annotations

import os

from a11ycheck.browser.steps import describe
from a11ycheck.config import Config
from a11ycheck.errors import ConfigError
from a11ycheck.steps import Fill, Step, Upload


def refuse_unmet(config: Config) -> None:
    """Raise `ConfigError` naming flow, step, and what is missing: an environment variable (empty is missing), a file."""
    for where, steps in (
        *((f"flow {flow.name!r}", flow.steps) for flow in config.flow),
        ("[login]", config.login.steps if config.login else ()),
    ):
        for number, step in enumerate(steps, 1):
            _refuse(step, f"{where}, step {number} ({describe(step)})")


def _refuse(step: Step, where: str) -> None:
    match step:
        case Fill():
            name = step.secret or step.totp
            if name and not os.environ.get(name):
                raise ConfigError(
                    f"{where}: the environment variable {name} is not set or empty", f"Set it: export {name}=…"
                )
        case Upload():
            for file in step.files:
                if not file.is_file():
                    raise ConfigError(f"{where}: {file}: no such file", "Files are named from the current directory.")
