"""Controls that open, close or switch something tell their state.

**Why it matters** Sighted people see whether a menu is open or a button is pressed. People who use a screen reader learn it
from the control's state or name alone.

**How it is tested** With `--interact operate`, controls that look harmless are clicked, clicked again and once more. What
comes into view, goes and comes again is compared, and so are states (`aria-expanded`, `aria-pressed`, `aria-checked`,
`aria-selected`, `aria-current`, `checked`, `open`) of the control and what is around it, its name, and its look. Without that
level only classes and the like are looked at.

**Fails** When a button shows or hides something with each click, and neither a state nor its name changes, nothing is
announced and the focus does not move to what came.

**Asks** When only its look changes with each click; when it shows one thing in place of another, as tabs do; when what came
goes with Escape alone; when it promises a popup with `aria-haspopup`; and, where nothing may be activated, when its class says
that it opens something and it has no state.

**Passes** When every control that opened, closed or switched something told it.

**Remedy** Before: `<button class="menu-toggle">Menu</button>`. After: `<button aria-expanded="false">Menu</button>`, and the
script that opens the menu sets it to `true`.

**Cannot see** Controls that look harmful, controls in frames, and states told by other means than those above.

**Real pages** See `docs/accuracy/driving.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json, Location

META = CheckMeta(
    id="toggle-state",
    title="Controls that open, close or switch something tell their state",
    failure_title="The state of a control is not told",
    criteria=("4.1.2",),
    needs=("widgets",),
    power="fails",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    widgets = evidence["widgets"]
    controls = [control for control in widgets["controls"] if control["kind"] == "control"]
    found = [outcome for control in controls if (outcome := _judged(control)) is not None]
    yield from found
    told = any(
        control["effect"] and (control["effect"]["states"] or control["effect"]["renamed"]) for control in controls
    )
    if widgets["ended"] != "all":
        yield META.cant_tell(
            f"Controls were activated until a limit, {widgets['tried']} of {widgets['likely']}. Do the others tell their state?",
            location(widgets["root"]), tried=widgets["tried"], likely=widgets["likely"],
        )  # fmt: skip
    elif not found:
        yield META.passed() if told else META.inapplicable()


def _judged(control: Json) -> CheckOutcome | None:
    where, effect = location(control["place"]), control["effect"]
    if effect is None:
        if control["hint"] and control["skipped"] in ("level", "time"):
            return META.cant_tell("It seems to open or close something. Does it tell whether that is open?", where)
        return None
    if _tells(effect):
        return None
    came = [each["text"][:60] for each in effect["came"]]
    shows = f"shows “{came[0]}”" if came and came[0] else "changes what is shown"
    if control["stays"] and control["role"] != "tab":
        return META.cant_tell(
            f"It {shows} in place of something else. Is it told which of them is shown?", where, came=came
        )
    if control["stateless"] and control["role"] != "tab" and not (effect["came"] or effect["went"]):
        return META.cant_tell("Its look changes with each click and nothing else does. Does that tell a state?", where)
    return _toggle(control, where, shows, came)


def _tells(effect: Json) -> bool:
    """A state or name changed, it was announced, or the focus went to what came; or it is no toggle at all."""
    told = effect["states"] or effect["renamed"] or effect["live"] or effect["focus"] in ("came", "elsewhere")
    return bool(told or effect["events"] or effect["dialog"] or not effect["visible"])


def _toggle(control: Json, where: Location, shows: str, came: list[str]) -> CheckOutcome | None:
    if not control["undone"] or not (control["undone"] == "click" or came):
        return None
    tag = control["place"]["html"].partition(">")[0]
    proven = control["undone"] == "click" and control["twice"] and not control["after_kept"]
    if proven and "aria-haspopup" not in tag:
        has = " Its aria-expanded stays the same." if "aria-expanded" in tag else ""
        return META.failed(
            f"It {shows} and hides it again, and neither a state nor its name tells which.{has}", where, came=came
        )
    return META.cant_tell(f"It {shows}. Does it tell whether that is open?", where, came=came)
