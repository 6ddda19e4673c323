"""The error tree and the exit codes: raised deep, shown once by the command line with what to do next."""

from __future__ import annotations

from enum import IntEnum
from typing import Any


class ExitCode(IntEnum):
    """What the process exit status means, for every command."""

    OK = 0
    GATE_FAILED = 1
    USAGE = 2
    NOT_AUDITED = 3
    INTERRUPTED = 130


class A11yCheckError(Exception):
    """An error to be shown without a traceback: what happened, and what to do next.

    `message` names the file, key, URL or line; `hint` is one sentence on the way out (may be empty).
    """

    exit_code = ExitCode.NOT_AUDITED

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        """Survive the way back from a worker process."""
        return (type(self), (self.message, self.hint))


class UsageError(A11yCheckError):
    """Wrong arguments: exit code 2."""

    exit_code = ExitCode.USAGE


class ConfigError(UsageError):
    """A configuration file, key or value that cannot be used: exit code 2."""


class NothingToAuditError(A11yCheckError):
    """A folder, list or sitemap that yields no page: exit code 3."""


class BrowserMissingError(A11yCheckError):
    """No browser could be found or started: exit code 3."""


class ServerError(A11yCheckError):
    """The server of `[server]` did not start, or something else has its port: exit code 3."""


class StoreError(A11yCheckError):
    """The audit file cannot be opened, read or written: exit code 3."""


class NotAuditedError(A11yCheckError):
    """A target could not be audited; `reason` is a stable kebab-case word, stored with the target."""

    def __init__(self, reason: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.reason = reason

    def __reduce__(self) -> tuple[Any, ...]:
        """Survive the way back from a worker process."""
        return (type(self), (self.reason, self.message, self.hint))


class ScriptError(A11yCheckError):
    """A script of ours threw inside a page; the message is the JavaScript error."""
