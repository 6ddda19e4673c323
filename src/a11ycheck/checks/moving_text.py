"""No text moves by itself without a way to stop it.

**Why it matters** Moving text catches the eye: people with attention or reading disabilities cannot read anything else
on the page, and people who read slowly or magnified cannot read the text itself.

**How it is tested** On a page whose motion was left alone, texts moved by style animations or `<marquee>` are looked at
four times within more than five seconds. Techniques F16 and F4 are failures.

**Fails** When the text was elsewhere, or looked different, each time, other text stands on the page, and no control has
a name about stopping motion.

**Asks** When such a control exists, the text moved only at times, it is all that the page shows, or it could not be
watched to the end.

**Passes** When what could move stood still. Nothing that moves: inapplicable.

**Remedy** Before: `.news span { animation: news 14s linear infinite }`. After: text that stands still, or a button that
pauses it.

**Cannot see** Motion by scripts, pictures and films, and content that updates by itself; whether motion is essential.

**Real pages** Nothing moves in Debian's documentation. The news lines of the example documentation and chat fail,
rightly; the repaired twins have none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.model import CheckOutcome, Identity, Impact, Json, Location

META = CheckMeta(
    id="moving-text",
    title="No text moves by itself without a way to stop it",
    failure_title="Text moves by itself and nothing stops it",
    criteria=("2.2.2",),
    needs=("motion",),
    power="fails",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    motion = evidence["motion"]
    found = [outcome for one in motion["moving"] if (outcome := _moving(one, motion["stoppers"])) is not None]
    yield from found
    if not motion["moving"]:
        yield META.inapplicable()
    elif not found:
        yield META.passed()


def _moving(one: Json, stoppers: int) -> CheckOutcome | None:
    where = Location(
        selector=one["place"]["selector"], html=one["place"]["html"], box=one["place"]["box"],
        identity=Identity(**one["place"]["identity"]),
    )  # fmt: skip
    if not one["watched"]:
        return META.cant_tell("This text may move by itself; there was no time to watch it. Can it be stopped?", where)
    if one["moved"] == "never":
        return None
    if stoppers or one["alone"] or one["moved"] == "sometimes":
        return META.cant_tell("This text moves by itself for more than five seconds. Can it be stopped?", where)
    return META.failed("This text moves by itself for more than five seconds, and no control stops it.", where)
