from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import target_size

SMALL = "<style>button, .icon { display: inline-block; width: 16px; height: 16px; padding: 0; border: 0; margin: 0 }</style>"


@pytest.mark.parametrize(
    "html",
    [
        f"{SMALL}<button>a</button>",
        f"{SMALL}<button>a</button><button style='margin-left: 12px'>b</button>",
        "<button style='width: 30px; height: 30px'>a</button><button style='width: 30px; height: 30px'>b</button>",
        "<p>Read <a href=a.html>one</a>, <a href=b.html>two</a> and <a href=c.html>three</a> before you go on.</p>",
        f"{SMALL}<button>a</button><div style='height: 0; overflow: hidden'><button>b</button></div>",
        f"{SMALL}<button>a</button><div style='opacity: 0'><button>b</button></div>",
        f"{SMALL}<button>a</button><button>b</button><p style='position: fixed; inset: 0; background: white'>Wait</p>",
        "<label><input type=checkbox> One</label><input type=checkbox aria-label=Two>",
    ],
)
def test_passes_large_spaced_inline_and_native_targets(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(target_size, html)] == ["passed"]


def test_fails_small_buttons_side_by_side(judge: Judge) -> None:
    assert [
        outcome.outcome for outcome in judge(target_size, f"{SMALL}<div><button>a</button><button>b</button></div>")
    ] == ["failed", "failed"]


def test_asks_once_about_small_links_that_are_alike(judge: Judge) -> None:
    html = f"{SMALL}<div><a class=icon href=a.html>a</a><a class=icon href=b.html>b</a></div>"
    (outcome,) = judge(target_size, html)
    assert outcome.outcome == "cantTell"
    assert "1 more like it" in outcome.message


def test_is_inapplicable_where_nothing_is_laid_out(judge: Judge) -> None:
    below = "<p style='height: 30000px'>Long</p><div style='content-visibility: auto'><button>a</button><button>b</button></div>"
    assert [outcome.outcome for outcome in judge(target_size, SMALL + below)] == ["inapplicable"]


@pytest.mark.parametrize("html", ["<p>Text</p>", "<p>Text</p><button hidden>a</button>", "<button disabled>a</button>"])
def test_is_inapplicable_without_targets(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(target_size, html)] == ["inapplicable"]


def test_asks_about_parts_of_components(judge: Judge) -> None:
    inner = f"{SMALL}<button>a</button><button>b</button>"
    html = f"<div id=host></div><script>host.attachShadow({{mode: 'open'}}).innerHTML = `{inner}`</script>"
    assert {outcome.outcome for outcome in judge(target_size, html)} == {"cantTell"}


def test_asks_where_one_target_lies_over_the_other(judge: Judge) -> None:
    menu = "<button style='position: absolute; left: 70px; top: 8px; width: 90px; height: 40px'>Menu</button>"
    html = f"<button style='position: absolute; left: 0; top: 0; width: 130px; height: 18px'>Row</button>{menu}"
    assert {outcome.outcome for outcome in judge(target_size, html)} == {"cantTell"}
