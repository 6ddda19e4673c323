from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import markup_for_looks

PROSE = """The server keeps its settings in a file that it reads when it starts.
Change them with any editor and start the server once more.
It tells you in its log what it could not read in there.
After that the settings hold until you change them again."""
DRAWING = """+--------+      +--------+
| client | ---> | server |
+--------+      +--------+"""


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><div><ul><li>Install it<li>Start it</ul></div></blockquote>",
        "<blockquote><pre>make install</pre></blockquote>",
        f"<pre>{PROSE}</pre>",
        f"<pre>{DRAWING}</pre>",
    ],
)
def test_asks_about_markup_for_looks(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(markup_for_looks, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Brevity is the soul of wit.</p></blockquote>",
        "<blockquote><ul><li>Install it</ul><footer>The manual</footer></blockquote>",
        '<blockquote cite="https://example.org/"><ol><li>Install it</ol></blockquote>',
        "<blockquote><p>Do this:</p><ul><li>Install it</ul></blockquote>",
        "<blockquote hidden><ul><li>Install it</ul></blockquote><p>Text</p>",
        "<pre>+----+------+\n| id | name |\n+----+------+\n| 1  | Ada  |\n+----+------+</pre>",
        "<pre>def main():\n    return 0\n\nmain()\n</pre>",
        "<pre>$ ls -l\ntotal 2\ndrwxr-xr-x 2 root root\n-rw-r--r-- 1 root root</pre>",
        f'<div role="img" aria-label="A client sends to a server"><pre>{DRAWING}</pre></div><p>Text</p>',
    ],
)
def test_passes_quotations_and_code(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(markup_for_looks, html)] == ["passed"]


def test_is_inapplicable_without_either(judge: Judge) -> None:
    assert [outcome.outcome for outcome in judge(markup_for_looks, "<p>Text</p>")] == ["inapplicable"]
