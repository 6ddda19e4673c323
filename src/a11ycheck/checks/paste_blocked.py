"""Passwords and codes can be pasted.

**Why it matters** To remember or copy out a password is a test of memory that many people fail. They keep it in a password manager,
or copy the code from a message.

**How it is tested** Listeners on fields for passwords and one-time codes are looked up. From `--interact operate` on a paste is
played on these fields, and whether the page prevents it without taking the text over.

**Fails** When a paste into the single password field of a form, or into a field for a code, is prevented, the field's
`autocomplete` invites no password manager either, and no control offers another way to sign in.

**Asks** When one of these is not so, when a listener looks as if it prevented pasting and nothing may be played, and about codes
that are split into fields for one character each.

**Passes** When a paste was played and not prevented. Without such fields: inapplicable.

**Remedy** Before: `<input type="password" onpaste="return false">`. After: `<input type="password"
autocomplete="current-password">`.

**Cannot see** Fields in frames, and whether a password manager works all the same.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.entry import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="paste-blocked",
    title="Passwords and codes can be pasted",
    failure_title="A password or code cannot be pasted",
    criteria=("3.3.8",),
    needs=("entry",),
    power="fails",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    data = evidence["entry"]
    outcomes = [_judged(secret, data["other_ways"]) for secret in data["secrets"]]
    said = [outcome for outcome in outcomes if outcome is not None]
    yield from said
    if not said:
        yield META.inapplicable()


def _judged(secret: Json, other_ways: list[str]) -> CheckOutcome | None:
    played = secret["played"]
    name = f"“{secret['name']}”" if secret["name"] else "this field"
    data = {"kind": secret["kind"], "autocomplete": secret["autocomplete"], "other_ways": other_ways}
    if secret["single"] and not (played and played["prevented"] and played["kept"]):
        return META.cant_tell(
            "This takes one character of a code. Can the whole code be pasted at once?", location(secret), **data
        )
    if played is None:
        if not secret["guarded"]:
            return None
        return META.cant_tell(f"A script seems to prevent pasting into {name}. Does it?", location(secret), **data)
    if not played["prevented"] or played["kept"]:
        return META.passed()
    invited = secret["autocomplete"].lower() not in ("", "off", "new-password")
    sole = secret["kind"] == "code" or (secret["passwords"] == 1 and not secret["new"])
    if invited or other_ways or not sole:
        return META.cant_tell(
            f"Pasting into {name} is prevented. Is there a way without typing it from memory or by copying it out?",
            location(secret), **data,
        )  # fmt: skip
    return META.failed(
        f"Pasting into {name} is prevented, and the page offers no other way to sign in.", location(secret), **data
    )
