"""Text that exchanges itself can be paused.

**Why it matters** Who reads slowly, or hears the page, loses the text while reading it.

**How it is tested** On a page whose motion was left alone, the text of what scripts change is compared four times a second for more
than five seconds.

**Fails** When words (not numbers alone) were exchanged at least three times over more than five seconds, outside carousels, live
regions and busy parts, other text stands on the page, no control stands around it and none has a name about stopping.

**Asks** In all other cases in which text goes on changing, clocks and counters among them.

**Passes** When texts that changed stopped within five seconds. No such text: inapplicable.

**Remedy** Before: `setInterval(() => quote.textContent = next(), 3000)`. After: also a button “Pause”, or a link to all quotes.

**Cannot see** What updates less often than every few seconds, and whether a control works.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.motion import CRITERION, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="auto-updating",
    title="Text that exchanges itself can be paused",
    failure_title="Text exchanges itself and nothing pauses it",
    criteria=("2.2.2",),
    needs=("motion",),
    power="fails",
    impact=Impact.MODERATE,
)

OFTEN = 3


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    motion = evidence["motion"]
    texts = [one for one in motion["changing"] if "text" in one["what"] and not one["carousel"]]
    found = [outcome for one in texts if (outcome := _updating(one, motion)) is not None]
    yield from found
    if not motion["enough"]:
        yield META.untested("there was no time to watch the page for more than five seconds")
    elif not found:
        yield META.passed() if texts else META.inapplicable()


def _updating(one: Json, motion: Json) -> CheckOutcome | None:
    changes = one["changes"]
    if changes[-1] - changes[0] <= CRITERION:
        return None
    data = {key: one[key] for key in ("by", "changes", "what", "says", "words", "controls")}
    proven = one["words"] and len(changes) >= OFTEN and one["what"] == ["text"] and one["by"] in ("script", "name")
    quiet = one["controls"] or motion["stoppers"] or one["alone"] or one["busy"]
    if proven and not quiet:
        return META.failed(
            f"This text changes by itself ({len(changes)} times, to “{one['says']}”), and no control pauses it.",
            location(one), **data,
        )  # fmt: skip
    return META.cant_tell(f"This text changes by itself (to “{one['says']}”). Can it be paused?", location(one), **data)
