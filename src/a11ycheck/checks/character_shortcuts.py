"""Shortcuts of a single character can be turned off, changed, or work only on focus.

**Why it matters** Speech input types whole words: each letter may set off a command. People with tremor hit keys by
mistake.

**How it is tested** The source of listeners for keys on the whole page (window, document, root, body) is read for
comparisons of the key with a printable character that ask for no modifier. ACT rule ffbc54 covers the same.

**Asks** When such a comparison is found.

**Passes** Never: scripts may hide what they do. Nothing found: inapplicable.

**Remedy** Before: `document.onkeydown = (e) => { if (e.key === "c") compose(); }`. After: ask for Ctrl or Alt too, or
give a setting that turns it off.

**Cannot see** Shortcuts that libraries set up from tables, and whether there is a setting.

**Real pages** Asked on all 25 pages of Python's documentation for Sphinx's `/`, rightly; on no page of PostgreSQL's and
Git's.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="character-shortcuts",
    title="No shortcut of a single character was found",
    failure_title="A single character may be a shortcut that cannot be turned off",
    criteria=("2.1.4",),
    needs=("keyboard",),
    power="asks",
    impact=Impact.MODERATE,
    act=("ffbc54",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    keys = sorted({shortcut["key"] for shortcut in walk["shortcuts"]})
    if not keys:
        yield META.inapplicable()
        return
    listed = ", ".join(f"“{key}”" for key in keys[:8])
    yield META.cant_tell(
        f"A script of the page waits for {listed} without Ctrl or Alt. Can people turn that off or change it?",
        location(walk["root"]), keys=keys,
    )  # fmt: skip
