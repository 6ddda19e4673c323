"""Text can be read at a zoom of 200 %.

**Why it matters** People with low vision enlarge the whole page. A box of fixed height that hides what does not fit then
hides part of its text from them alone.

**How it is tested** The page is laid out as browsers do at 200 %: in half as many CSS pixels each way. The box of every
line of text is measured before and after, with all that clips it; areas that scroll count as readable. ACT rule 59br37.

**Fails** Letters that were whole are cut by a box that does not scroll, by 30 % of the line's height or the width of a
letter; text that is cut in its own box at either size; two texts in the flow of the page that newly cover each other.

**Asks** Text that ends in an ellipsis, loses whole lines or is no longer displayed, unless a tooltip, a link or a control
leads to it; text cut where a script moves it; whatever is lost in a window narrower than 640 CSS pixels;
the text that there was no time to measure, or that was too much.

**Passes** All text that could be read before can be read at 200 %.

**Remedy** Before: `.hint { height: 1.5em; overflow: hidden }`. After: `.hint { min-height: 1.5em }`.

**Cannot see** Text in pictures, in canvas and in SVG; text that only shows after an action. Page zoom is judged; with `--effort
thorough` the audit also shows what the page loses when its text alone is enlarged, which fails nothing.

**Real pages** On 90 random pages of the documentation of Python, PostgreSQL, Git and Rust: 1 failure, looked at and right
(the end of the text covers the copyright notice). None on the fixed examples. Questions on 18 pages, about one shortened title.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.lost_text import conclusion, judge_lost_text
from a11ycheck.model import CheckOutcome, Impact, Outcome

META = CheckMeta(
    id="resize-text",
    title="Text can be read at a zoom of 200 %",
    failure_title="Text is lost at a zoom of 200 %",
    criteria=("1.4.4",),
    needs=("zoom",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("59br37",),
)

WHEN = "at a zoom of 200 %"
NARROWEST = 640
"""CSS pixels: a window that is narrower shows less than 320 at a zoom of 200 %, which no criterion asks for (1.4.10)."""

_ASKED = {"outcome": Outcome.CANT_TELL}


def _failed(outcome: CheckOutcome) -> bool:
    return outcome.outcome is Outcome.FAILED


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    outcomes = list(judge_lost_text(META, evidence["zoom"], WHEN, cut_before=True))
    if evidence.variant.width < NARROWEST:
        outcomes = [outcome.model_copy(update=_ASKED) if _failed(outcome) else outcome for outcome in outcomes]
    yield from outcomes
    if said := conclusion(META, evidence["zoom"], outcomes, WHEN):
        yield said
