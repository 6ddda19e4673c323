from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import placeholder_label


@pytest.mark.parametrize(
    "html",
    [
        "<label>Email <input placeholder='you@example.org'></label>",
        "<input aria-label='Email' placeholder='you@example.org'>",
        "<form role=search><input type=search placeholder='Search'><button>Go</button></form>",
        "<input name='q' placeholder='Words'>",
    ],
)
def test_passes_fields_with_a_lasting_label(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(placeholder_label, html)] == ["passed"]


def shadowed(inside: str, slotted: str = "") -> str:
    return f"<my-field><template shadowrootmode=open>{inside}<input id=i placeholder='mm/dd/yyyy'></template>{slotted}</my-field>"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        (shadowed("<label for=i><slot name=l>Wanted by</slot></label>"), "passed"),
        (shadowed("<label for=i><slot name=l></slot></label>", "<span slot=l>Wanted by</span>"), "passed"),
        (shadowed("<label for=i><slot name=l></slot></label>"), "failed"),
        (shadowed("<label for=i><span hidden><slot name=l>Wanted by</slot></span></label>"), "failed"),
        ("<label style='display: contents'>Wanted by <input placeholder='mm/dd/yyyy'></label>", "passed"),
    ],
    ids=["default of a slot", "slotted", "empty slot", "hidden slot", "display: contents"],
)
def test_reads_labels_that_have_no_box(judge: Judge, html: str, outcome: str) -> None:
    assert [found.outcome for found in judge(placeholder_label, html)] == [outcome]


def test_a_button_without_a_name_labels_nothing(judge: Judge) -> None:
    html = "<form><button><img src=a.png alt=''></button><input placeholder='Ideas'></form>"
    assert [outcome.outcome for outcome in judge(placeholder_label, html)] == ["failed"]


def test_fails_fields_with_nothing_else(judge: Judge) -> None:
    html = "<form><input placeholder='First name'><input placeholder='Last name'><button>Send</button></form>"
    assert [outcome.outcome for outcome in judge(placeholder_label, html)] == ["failed", "failed"]


@pytest.mark.parametrize(
    "html",
    [
        "<form><span>Email</span> <input placeholder='you@example.org'></form>",
        "<form><input placeholder='Email'> <button>Subscribe</button></form>",
    ],
)
def test_asks_about_loose_labels(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(placeholder_label, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text</p>",
        "<input type=checkbox aria-label=x>",
        "<p>Text</p><input placeholder=x hidden>",
        "<input placeholder=x disabled>",
    ],
)
def test_is_inapplicable_without_text_fields(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(placeholder_label, html)] == ["inapplicable"]
