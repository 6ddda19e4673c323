"""Videos with sound have captions that load.

**Why it matters** People who are deaf or hard of hearing read what is said; so does everybody in a loud train.

**How it is tested** The sound of each video is decoded, the files of its tracks are fetched and parsed as WebVTT. ACT rule eac66b.

**Fails** When a video names a file of captions, none of its files of captions or subtitles holds words (not there, empty, or no
WebVTT, which browsers refuse), no track is added by script, and the video is not known to be silent.

**Asks** When a video with sound names no captions (they may be part of the picture, or a text beside it may replace the video),
has subtitles only, tracks that could not be read, or captions that end before half of the video.

**Passes** When a file of captions has words. Videos without sound: inapplicable.

**Remedy** Before: `<track kind="captions" src="talk.srt">`. After: `<track kind="captions" src="talk.vtt" srclang="en">`, a file
that begins with `WEBVTT`.

**Cannot see** Whether captions say what is heard; captions that a player of its own draws; players in frames (`media-player`).

**Real pages** Debian's documentation has no videos.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.media import location
from a11ycheck.model import CheckOutcome, Impact, Json, Outcome

META = CheckMeta(
    id="media-captions",
    title="Videos with sound have captions",
    failure_title="A video has no captions that work",
    criteria=("1.2.2",),
    needs=("media",),
    power="fails",
    impact=Impact.CRITICAL,
    act=("eac66b",),
)

ENOUGH = 0.5
"""Share of a video's length that captions must reach into, or a person is asked."""


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    videos = [one for one in evidence["media"]["media"] if one["tag"] == "video" and one["shown"]]
    yield from [_judged(video) for video in videos] or [META.inapplicable()]


def _silent(video: Json) -> bool:
    return video["sound"] is False or (video["muted"] and not video["controls"])


def _judged(video: Json) -> CheckOutcome:
    where = location(video)
    if _silent(video):
        return META.outcome(Outcome.INAPPLICABLE, location=where)
    captions = [track for track in video["tracks"] if track["kind"] == "captions"]
    tracks = [track for track in video["tracks"] if track["kind"] in ("captions", "subtitles")]
    states = {track["state"] for track in tracks}
    data = {"tracks": tracks, "sound": video["sound"], "alternatives": video["alternatives"]}
    if captions and not states & {"ok", "unknown"} and not video["scripted"]:
        what = "; ".join(f"{track['file'] or 'a track'} {_WHY[track['state']]}" for track in captions)
        if video["missing"]:
            return META.cant_tell(f"This video is not there, and its captions do not work: {what}.", where, **data)
        return META.failed(f"The captions of this video do not work: {what}.", where, **data)
    good = [track for track in captions if track["state"] == "ok"]
    if not good:
        sound = "This video has sound" if video["sound"] else "This video may have sound"
        return META.cant_tell(f"{sound} and {_lacks(tracks, video)}", where, **data)
    until = max(track["until"] for track in good)
    if video["seconds"] and until < video["seconds"] * ENOUGH:
        return META.cant_tell(
            f"The captions end after {until:g} of {video['seconds']:g} seconds. Is nothing said after that?",
            where,
            **data,
        )
    return META.outcome(Outcome.PASSED, location=where)


def _lacks(tracks: list[Json], video: Json) -> str:
    if "unknown" in {track["state"] for track in tracks if track["kind"] == "captions"}:
        return "a file of captions that could not be read. Are there captions?"
    if any(track["state"] == "ok" for track in tracks):
        return "subtitles, no captions. Do they give sounds and speakers too?"
    if video["scripted"]:
        return "tracks that a script adds. Are there captions?"
    if video["alternatives"]:
        return f"no captions; near it stands “{video['alternatives'][0]}”. Are there captions in the picture?"
    return "no captions. Are they part of the picture, or does the page say the same in text?"


_WHY = {
    "no-file": "names no file",
    "missing": "is not there",
    "not-webvtt": "is no WebVTT, so browsers refuse it",
    "empty": "holds no words",
}
