from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import nested_focus


@pytest.mark.parametrize(
    "html",
    [
        '<button>Save <span tabindex="0">now</span></button>',
        '<div role="tablist"><div role="tab" tabindex="0"><b tabindex="0">One</b></div></div>',
        '<div role="img" aria-label="Chart"><div tabindex="0">May: 5</div></div>',
    ],
)
def test_fails_focus_inside_flat_controls(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(nested_focus, html)] == ["failed"]


@pytest.mark.parametrize(
    "html",
    [
        "<button>Save <b>now</b></button>",
        '<button>Save <span tabindex="-1">now</span></button>',
        '<button>Save</button><button disabled><span tabindex="0" hidden>now</span></button>',
        '<a href="#a">Home <span tabindex="0">page</span></a>',
        '<div role="tab"><a href="#a">axe finds this one</a></div>',
    ],
)
def test_passes_flat_content(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(nested_focus, html)] == ["passed"]


def test_is_inapplicable_without_targets(judge: Judge) -> None:
    assert [outcome.outcome for outcome in judge(nested_focus, "<p>Text</p>")] == ["inapplicable"]
