"""What a player in a frame plays has captions, a description and a transcript.

**Why it matters** A film from another site is part of the page for those who cannot hear or see it.

**How it is tested** Frames whose address is that of a known player (YouTube, Vimeo, Wistia, SoundCloud and others) are listed.

**Asks** For each, whether what it plays has captions and a description, or a transcript for sound alone; names near it that speak
of a transcript are told.

**Passes** Never: the film is not looked at. Without such frames: inapplicable.

**Remedy** Upload captions to the platform (automatic ones are seldom right), and link a transcript below the frame.

**Cannot see** Other players, and anything that is played.

**Real pages** Debian's documentation has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.media import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="media-player",
    title="What players in frames play has captions and descriptions",
    failure_title="What a player in a frame plays may lack captions or a description",
    criteria=("1.2.1", "1.2.2", "1.2.3", "1.2.5"),
    needs=("media",),
    power="asks",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    players = evidence["media"]["players"]
    for player in players:
        near = f" Near it stands “{player['alternatives'][0]}”." if player["alternatives"] else ""
        yield META.cant_tell(
            f"A player of {player['host']} stands here.{near} Does what it plays have captions, and a description or transcript?",
            location(player), host=player["host"], alternatives=player["alternatives"],
        )  # fmt: skip
    if not players:
        yield META.inapplicable()
