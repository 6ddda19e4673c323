"""No sound starts by itself and goes on.

**Why it matters** People who use a screen reader hear the page; a sound over it makes that impossible, and to find the
control that stops it they need to hear. It also disturbs people who find it hard to concentrate.

**How it is tested** Audio and video elements that start by themselves are found; their sound is decoded, so that silent
tracks and short sounds are told apart from long ones. ACT rules 80f0bf, 4c31df and aaa1bf.

**Fails** When more than 3 seconds of sound (repeats counted) start by themselves, the element shows no controls, and no
control of the page has a name about stopping sound.

**Asks** When only a control of the page may stop it, and when the file could not be read.

**Passes** When the sound is muted, at most 3 seconds long, or the element shows its controls. Nothing starts by itself:
inapplicable.

**Remedy** Before: `<audio src="welcome.ogg" autoplay loop></audio>`. After: `<audio src="welcome.ogg"
controls></audio>`.

**Cannot see** Sound that scripts make without an element, and whether a control works.

**Real pages** Debian's documentation has no such media. The looping sound of the example documentation fails; its
repaired twin has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.model import CheckOutcome, Identity, Impact, Json, Location

META = CheckMeta(
    id="autoplay-sound",
    title="No sound starts by itself and goes on",
    failure_title="Sound starts by itself and nothing stops it",
    criteria=("1.4.2",),
    needs=("media",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("80f0bf", "4c31df", "aaa1bf"),
)

MOST_SECONDS = 3


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    media = [one for one in evidence["media"]["playing"] if not one["missing"]]
    found = [outcome for one in media if (outcome := _heard(one)) is not None]
    yield from found
    if not media:
        yield META.inapplicable()
    elif not found:
        yield META.passed()


def _heard(media: Json) -> CheckOutcome | None:
    if media["muted"] or media["controls"]:
        return None
    where = Location(
        selector=media["place"]["selector"], html=media["place"]["html"], box=media["place"]["box"],
        identity=Identity(**media["place"]["identity"]),
    )  # fmt: skip
    seconds = media["seconds"]
    if seconds is None:
        return META.cant_tell(
            "It starts by itself; its sound could not be read. Is it silent, short, or easy to stop?", where
        )
    if seconds == 0 or (seconds <= MOST_SECONDS and not media["loop"]):
        return None
    length = "again and again" if media["loop"] else f"for {seconds:g} seconds"
    if media["stoppers"]:
        return META.cant_tell(
            f"It sounds by itself {length}. Does a control of the page stop it?", where, seconds=seconds
        )
    return META.failed(f"It sounds by itself {length}, and no control stops it.", where, seconds=seconds)
