"""Sound without picture, and picture without sound, has a text that says the same.

**Why it matters** A podcast is nothing to people who are deaf, and a silent film is nothing to people who are blind, unless its
content can be read as well.

**How it is tested** Visible audio elements, and videos whose decoded sound is silence, are listed with links near them that speak
of a transcript. ACT rules e7aa44 and c3232f.

**Asks** For each, whether a text (for a silent video, or a sound) says the same. For a silent video that starts by itself and
shows no controls, whether it is decoration.

**Passes** Never: a person has to compare. Without such media: inapplicable.

**Remedy** Before: `<audio controls src="talk.mp3"></audio>`. After: also `<a href="talk.html">Transcript of the talk</a>`.

**Cannot see** Whether a text near it says the same, and whether the media itself only repeats text of the page.

**Real pages** Debian's documentation has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.media import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="media-transcript",
    title="Audio and silent video have a text that says the same",
    failure_title="Audio or silent video may have no text that says the same",
    criteria=("1.2.1",),
    needs=("media",),
    power="asks",
    impact=Impact.SERIOUS,
    act=("e7aa44", "c3232f"),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    asked = [outcome for one in evidence["media"]["media"] if (outcome := _asked(one)) is not None]
    yield from asked or [META.inapplicable()]


def _asked(media: Json) -> CheckOutcome | None:
    heard = (media["shown"] and media["controls"]) or (media["starts"] and not media["muted"])
    if media["tag"] == "audio":
        if not heard or media["sound"] is False:
            return None
        kind = "recording"
    else:
        if not media["shown"] or not (media["sound"] is False or (media["muted"] and not media["controls"])):
            return None
        kind = "silent video"
    near = f"Near it stands “{media['alternatives'][0]}”. " if media["alternatives"] else ""
    if kind == "silent video" and media["starts"] and not media["controls"]:
        question = "Is it decoration, or does a text say what it shows?"
    else:
        question = f"{near}Does a text say the same as this {kind}?"
    gone = "It could not be loaded. " if media["missing"] else ""
    return META.cant_tell(
        gone + question, location(media), kind=kind, sound=media["sound"], alternatives=media["alternatives"]
    )
