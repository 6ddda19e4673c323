"""Text can be read when it is spaced.

**Why it matters** People with dyslexia or low vision set wider spacing between lines, paragraphs, words and letters. Boxes
cut to the text's own size then hide part of it.

**How it is tested** Lines are spaced to 1.5, paragraphs to 2, letters to 0.12 and words to 0.16 times the size of the
text, all at once, by a style sheet that outranks the page's own. The box of every line of text is measured before and after.

**Fails** Letters that were whole are cut by a box that does not scroll, by 30 % of the line's height or the width of a
letter; two texts in the flow of the page that newly cover each other.

**Asks** Text that newly ends in an ellipsis or loses whole lines, unless a tooltip, a link or a control leads to it; text cut
where a script moves it;
the text that there was no time to measure, or that was too much.

**Passes** All text that could be read before can be read with the spacing.

**Remedy** Before: `.topic { height: 1.4em; overflow: hidden }`. After: `.topic { min-height: 1.4em }`, and let it wrap.

**Cannot see** Text in pictures, in canvas and in SVG; text that only shows after an action.

**Real pages** On 90 random pages of the documentation of Python, PostgreSQL, Git and Rust: no failure, and questions on 6
pages, about names cut in the same side bar. One failure in each example, both right; none on the fixed ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.lost_text import conclusion, judge_lost_text
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="text-spacing",
    title="Text can be read when it is spaced",
    failure_title="Text is lost when it is spaced",
    criteria=("1.4.12",),
    needs=("text_spacing",),
    power="fails",
    impact=Impact.SERIOUS,
)

WHEN = "with wider text spacing"


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    outcomes = list(judge_lost_text(META, evidence["text_spacing"], WHEN))
    yield from outcomes
    if said := conclusion(META, evidence["text_spacing"], outcomes, WHEN):
        yield said
