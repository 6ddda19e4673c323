"""Nothing that moves goes on without a way to stop it.

**Why it matters** What moves at the edge of the eye keeps people with attention disorders from reading anything else, and makes
some people dizzy.

**How it is tested** On a page whose motion was left alone, carousels, drawings, elements with style animations and everything that
scripts change are looked at four times a second for more than five seconds, longer where changes are rare. Videos that start by
themselves are known from their files.

**Fails** When a carousel or another part of more than 48 pixels changes its place or look again and again over more than five
seconds, or a video without controls plays for longer, other content stands on the page, no control stands around it and none of
the page has a name about stopping.

**Asks** When controls stand around it or have such a name, when it is a drawing (it may be essential), all that the page shows,
or could not be watched to the end.

**Passes** When what could move stood still, or stopped within five seconds. Spinners and dots are left out. Nothing that could
move: inapplicable.

**Remedy** Before: `setInterval(nextSlide, 4000)`. After: a button “Pause” before the slides, or slides that wait for a click.

**Cannot see** Whether a control works; motion inside frames; animated pictures (`animated-image`) and text (`moving-text`).

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence import media as media_evidence
from a11ycheck.evidence.motion import CRITERION, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="moving-content",
    title="Nothing that moves goes on without a way to stop it",
    failure_title="Something moves by itself and nothing stops it",
    criteria=("2.2.2",),
    needs=("motion", "media"),
    power="fails",
    impact=Impact.SERIOUS,
)

LEAST_VIDEO = 100
OFTEN = 3


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    motion, media = evidence["motion"], evidence["media"]
    texts = [one["place"]["selector"] for one in motion["moving"]]
    moving = [one for one in motion["changing"] if _applies(one) and not _holds(one, texts)]
    videos = [one for one in media["media"] if _plays(one)]
    found = [outcome for one in moving if (outcome := _moving(one, motion)) is not None]
    found += [_video(one, motion) for one in videos]
    yield from found
    if not motion["enough"]:
        yield META.untested("there was no time to watch the page for more than five seconds")
    elif not found:
        yield META.passed() if moving else META.inapplicable()


def _applies(one: Json) -> bool:
    small = one["dot"] or one["busy"]
    return not small and (one["what"] != ["text"] or one["carousel"])


def _holds(one: Json, texts: list[str]) -> bool:
    """Whether it is, or holds, a moving text, which `moving-text` judges."""
    return any(text == one["place"]["selector"] or text.startswith(one["place"]["selector"] + " >") for text in texts)


def _moving(one: Json, motion: Json) -> CheckOutcome | None:
    changes = one["changes"]
    lasted = changes[-1] - changes[0]
    data = {key: one[key] for key in ("by", "changes", "what", "size", "controls")} | {"watched": motion["watched"]}
    if lasted <= CRITERION:
        if motion["watched"] - changes[-1] > CRITERION:
            return None
        return META.cant_tell(
            f"This changes by itself; it was watched for {motion['watched']:g} seconds. Does it go on, and can it be stopped?",
            location(one), **data,
        )  # fmt: skip
    proven = (one["carousel"] or len(changes) >= OFTEN) and one["by"] != "canvas"
    if proven and not (one["controls"] or motion["stoppers"] or one["alone"]):
        return META.failed(
            f"This moves by itself for more than five seconds ({len(changes)} changes in {lasted:g} seconds), and no control "
            "stops it.", location(one), **data,
        )  # fmt: skip
    return META.cant_tell("This moves by itself for more than five seconds. Can it be stopped?", location(one), **data)


def _plays(media: Json) -> bool:
    long = media["loop"] or (media["seconds"] or 0) > CRITERION
    large = min(media["size"]) >= LEAST_VIDEO
    known = not media["missing"] and media["seconds"] is not None
    return bool(
        media["tag"] == "video"
        and media["starts"]
        and media["shown"]
        and not media["controls"]
        and long
        and large
        and known
    )


def _video(media: Json, motion: Json) -> CheckOutcome:
    length = "again and again" if media["loop"] else f"for {media['seconds']:g} seconds"
    data = {"seconds": media["seconds"], "loop": media["loop"], "size": media["size"]}
    where = media_evidence.location(media)
    if motion["stoppers"] or media["near_controls"]:
        return META.cant_tell(
            f"This video plays by itself {length}. Does a control of the page stop it?", where, **data
        )
    return META.failed(f"This video plays by itself {length}, and no control stops it.", where, **data)
