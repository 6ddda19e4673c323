"""What only the picture of a video tells is told in another way too.

**Why it matters** People who are blind hear the video. What is shown and not said is lost to them without a description.

**How it is tested** Visible videos that are not known to be silent are listed, with their tracks and with links near them that
speak of a transcript or a description. ACT rules c5a4ea and 1ec09b.

**Asks** For each video: whether its sound tells what is to be seen. 1.2.5 needs a description in sound, 1.2.3 takes a text too.
A track of descriptions is named: most browsers never read it out.

**Passes** Never: a person has to watch and listen. Without videos: inapplicable.

**Remedy** Before: a film of a person clicking through a dialog, with music. After: a voice that says what is clicked, or a
second version with descriptions, linked below the video.

**Cannot see** What is shown and said; players in frames (`media-player`).

**Real pages** Debian's documentation has no videos.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.media import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="audio-description",
    title="What only the picture of a video tells is described",
    failure_title="What only the picture of a video tells may not be described",
    criteria=("1.2.3", "1.2.5"),
    needs=("media",),
    power="asks",
    impact=Impact.SERIOUS,
    act=("c5a4ea", "1ec09b"),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    asked = [_asked(one) for one in evidence["media"]["media"] if _applies(one)]
    yield from asked or [META.inapplicable()]


def _applies(media: Json) -> bool:
    silent = media["sound"] is False or (media["muted"] and not media["controls"])
    return media["tag"] == "video" and bool(media["shown"]) and not silent


def _asked(video: Json) -> CheckOutcome:
    described = [track for track in video["tracks"] if track["kind"] == "descriptions"]
    data = {"tracks": described, "alternatives": video["alternatives"], "sound": video["sound"]}
    question = "Does its sound tell all that is to be seen?"
    if video["missing"]:
        message = f"This video could not be loaded. {question}"
    elif described and described[0]["state"] != "ok":
        message = f"The descriptions of this video do not load ({described[0]['state']}). {question}"
    elif described:
        message = f"This video has a track of descriptions, which most browsers never read out. {question}"
    elif video["alternatives"]:
        message = (
            f"Near this video stands “{video['alternatives'][0]}”. Does it, or the sound, tell all that is to be seen?"
        )
    else:
        message = f"No description of this video was found. {question}"
    return META.cant_tell(message, location(video), **data)
