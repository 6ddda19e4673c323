"""Errors keep message, hint and exit code on their way from a worker process to the command line."""

from __future__ import annotations

import inspect
import pickle

import pytest

from a11ycheck import errors
from a11ycheck.errors import A11yCheckError, ExitCode, NotAuditedError

KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, A11yCheckError) and kind is not NotAuditedError
]
USAGE = {"UsageError", "ConfigError"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_survives_the_way_back_from_a_worker(kind: type[A11yCheckError]) -> None:
    told = pickle.loads(pickle.dumps(kind("page.html:3: wrong", "Mend it.")))
    assert type(told) is kind
    assert (told.message, told.hint, str(told)) == ("page.html:3: wrong", "Mend it.", "page.html:3: wrong")


def test_the_reason_of_a_page_that_was_not_audited_survives_too() -> None:
    told = pickle.loads(pickle.dumps(NotAuditedError("http-error", "404", "Look at the address.")))
    assert (told.reason, told.message, told.hint) == ("http-error", "404", "Look at the address.")


@pytest.mark.parametrize("kind", [*KINDS, NotAuditedError], ids=lambda kind: kind.__name__)
def test_an_error_of_ours_is_never_taken_for_a_failed_gate(kind: type[A11yCheckError]) -> None:
    assert kind.exit_code is (ExitCode.USAGE if kind.__name__ in USAGE else ExitCode.NOT_AUDITED)


def test_the_exit_codes_that_pipelines_rely_on() -> None:
    assert [int(code) for code in ExitCode] == [0, 1, 2, 3, 130]
