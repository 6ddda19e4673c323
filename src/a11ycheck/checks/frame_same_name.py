"""Frames of one name show the same thing.

**Why it matters** A screen reader lists the frames of a page by name. Two frames “Content” cannot be told apart.

**How it is tested** Frames that assistive technology gets are compared by name and resolved address. ACT rule 4b1c6c.

**Asks** When frames of one name show different addresses: these may still be the same content.

**Passes** When frames of one name show the same address. No two frames of one name: inapplicable.

**Remedy** Before: `<iframe title="Map" src="north.html">` and `<iframe title="Map" src="south.html">`. After: name them “Map of the
northern district” and “Map of the southern district”.

**Cannot see** Whether a frame's name is good.

**Real pages** On 524 pages of ten documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.evidence.words import fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="frame-same-name",
    title="Frames of one name show the same thing",
    failure_title="Frames of one name show different addresses",
    criteria=("4.1.2",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
    act=("4b1c6c",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [outcome for document in evidence["dom"]["documents"] for outcome in _document(document)]
    yield from judged or [META.inapplicable()]


def _document(document: Json) -> Iterator[CheckOutcome]:
    named: dict[str, list[Json]] = defaultdict(list)
    for frame in document["frames"]:
        if frame["exposed"] and fold(frame["name"]):
            named[fold(frame["name"])].append(frame)
    for frames in (frames for frames in named.values() if len(frames) > 1):
        if len({frame["src"] for frame in frames}) == 1 and not any(frame["srcdoc"] for frame in frames):
            yield from (META.passed(location(document, frame["at"])) for frame in frames)
            continue
        message = f"{len(frames)} frames are named “{frames[0]['name']}”, but show different addresses."
        yield META.cant_tell(message, location(document, frames[1]["at"]))
