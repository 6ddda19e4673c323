"""axe-core's rules, through one adapter.

A violation of axe is `failed`, an incomplete result is `cantTell`; so is a visible label that its name holds in another
spelling (“Ave.” in “Avenue”), since it can be spoken all the same. A link that axe asks about because something lies over
it passes where its colour is enough apart from that of the text around it. A control that shows a symbol alone (“✕”, an
emoji) has no label in words (Understanding 2.5.3), so axe's question about it is not asked. While a menu or a list is open
and has the focus, what it hides is asked about instead of failed, and landmarks and headings behind it are untested: axe
knows this of dialogs alone. So is what seems to send the focus on (the ends of a focus trap), and roles of components,
which may set them by script where axe cannot look. Rules without a WCAG tag, and experimental ones but for two proven
exceptions, are best practice: they never fail a criterion; a heading without a name does, since W3C's own rule (ACT rule
ffd0e9) counts it under 1.3.1 and 2.4.6. Criteria, help and ACT rules come from axe itself
(https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.gradient_contrast import contrast
from a11ycheck.checks.spoken_label import sounds_alike, text_of
from a11ycheck.evidence import axe_rules
from a11ycheck.model import CheckOutcome, Effort, Identity, Impact, Json, Location, Outcome
from a11ycheck.standards.mapping import PROVEN_PRACTICES

META = CheckMeta(
    id="axe",
    title="axe-core finds no violation",
    failure_title="axe-core finds a violation",
    criteria=(),
    needs=("axe",),
    power="fails",
    effort=Effort.QUICK,
    variants="all",
)

PROVEN_EXPERIMENTS = ("label-content-name-mismatch", "css-orientation-lock")
TOLD_APART = 3.0
"""Contrast between a link and the text around it by which people can tell them apart."""
OUT_OF_TIME = "The page is so large that the rule did not end in the time that its visit has."
OVERLAID = "Something open has the focus and may hide the rest of the page meanwhile; landmarks and headings there cannot be told."
DOUBTS = {
    "overlaid": "{message} Something open has the focus: does it keep it, so that Tab does not come here?",
    "guard": "{message} It may only send the focus on. Does the focus stay here?",
    "silent": "{message} A component may give itself a role by script. Does this one?",
    "hosted": "{message} A component around it may give itself that role by script. Does it?",
}
"""What may be behind a violation that axe cannot know of, by the facts of `evidence.axe`."""
_TAG = re.compile(r"^wcag(\d)(\d)(\d{1,2})$")


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    results = evidence["axe"]
    rules = evidence.shared[axe_rules.key(results)]
    for kind, outcome in (("violations", Outcome.FAILED), ("incomplete", Outcome.CANT_TELL)):
        for result in results[kind]:
            for node in _once_overlaid(result):
                if _cannot_lock(result["id"], outcome, node):
                    yield _outcome(result["id"], rules[result["id"]], Outcome.INAPPLICABLE)
                elif node.get("overlaid") and result["id"] != "aria-hidden-focus":
                    yield _untested(result["id"], rules[result["id"]], OVERLAID)
                elif label := _short_label(result["id"], outcome, node):
                    yield _outcome(result["id"], rules[result["id"]], label)
                elif _stands_out(result["id"], outcome, node):
                    yield _outcome(result["id"], rules[result["id"]], Outcome.PASSED)
                else:
                    yield _finding(result["id"], rules[result["id"]], outcome, node)
    for kind, outcome in (("passes", Outcome.PASSED), ("inapplicable", Outcome.INAPPLICABLE)):
        for rule in results[kind]:
            yield _outcome(rule, rules[rule], outcome)
    for rule in results.get("unfinished", ()):
        yield _untested(rule, rules[rule], OUT_OF_TIME)


def _untested(rule: str, meta: Json, why: str) -> CheckOutcome:
    return _outcome(rule, meta, Outcome.UNTESTED).model_copy(update={"message": why})


def _once_overlaid(result: Json) -> list[Json]:
    """The nodes of a rule, and of all that one open thing hides the first, since they are one question."""
    hidden = [node for node in result["nodes"] if result["id"] == "aria-hidden-focus" and node.get("overlaid")]
    return [node for node in result["nodes"] if not any(node is other for other in hidden[1:])]


def _cannot_lock(rule: str, outcome: Outcome, node: Json) -> bool:
    """Of every document without a style sheet axe asks about its orientation; one without media rules cannot lock it."""
    asked = rule == "css-orientation-lock" and outcome is Outcome.CANT_TELL
    return asked and not node.get("media_rules", True)


def _short_label(rule: str, outcome: Outcome, node: Json) -> Outcome | None:
    """What a label is that axe cannot tell of, being one character or symbols: a symbol is no label, “2” is in “Page 2”."""
    if rule != "label-content-name-mismatch" or outcome is not Outcome.CANT_TELL or not node["location"]:
        return None
    label = text_of(node["location"]["html"])
    if label and (label in "xX" or not any(letter.isalnum() for letter in label)):
        return Outcome.INAPPLICABLE
    return Outcome.PASSED if sounds_alike(label.replace(".", ""), node["location"]["identity"]["name"]) else None


def _stands_out(rule: str, outcome: Outcome, node: Json) -> bool:
    """A link that has 3:1 to the text around it (technique G183). axe asks where it cannot tell what is behind the two."""
    inks = node.get("inks") if rule == "link-in-text-block" and outcome is Outcome.CANT_TELL else None
    if not inks or not inks["link"] or not inks["around"]:
        return False
    pairs = ((one, other) for one in inks["link"] for other in inks["around"])
    return all(contrast((*one, 1.0), (*other, 1.0)) >= TOLD_APART for one, other in pairs)


def criteria(tags: list[str]) -> tuple[str, ...]:
    """WCAG numbers of axe's tags: `wcag143` is 1.4.3, `wcag1410` is 1.4.10."""
    return tuple(".".join(match.groups()) for tag in tags if (match := _TAG.match(tag)))


def _outcome(rule: str, meta: Json, outcome: Outcome) -> CheckOutcome:
    experimental = "experimental" in meta["tags"] and rule not in PROVEN_EXPERIMENTS
    numbers = PROVEN_PRACTICES.get(rule) or criteria(meta["tags"])
    best_practice = ("best-practice" in meta["tags"] and rule not in PROVEN_PRACTICES) or experimental or not numbers
    return CheckOutcome(
        check=META.id,
        rule=rule,
        outcome=outcome,
        criteria=() if best_practice else numbers,
        best_practice=best_practice,
        act=tuple(meta["act"]),
        help=meta["help"],
        help_url=meta["help_url"],
    )


def _finding(rule: str, meta: Json, outcome: Outcome, node: Json) -> CheckOutcome:
    place = node["location"]
    location = (
        Location(
            selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
        )
        if place
        else Location(selector=" >>> ".join(_flat(node["target"])))
    )
    message = _message(node["reasons"]) or meta["help"]
    if outcome is Outcome.FAILED and (doubt := next((doubt for fact, doubt in DOUBTS.items() if node.get(fact)), "")):
        outcome, message = Outcome.CANT_TELL, doubt.format(message=message)
    label = text_of(location.html) if rule == "label-content-name-mismatch" else ""
    if label and sounds_alike(label, location.identity.name):
        outcome, message = Outcome.CANT_TELL, f"{message} Both sound alike; can people who speak reach it by its label?"
    return _outcome(rule, meta, outcome).model_copy(
        update={
            "impact": Impact(node["impact"]) if node["impact"] else None,
            "message": message,
            "location": location,
        }
    )


def _message(reasons: dict[str, list[Json]]) -> str:
    """What axe found, as sentences: all of what must hold and what must not; of alternatives the first.

    Some of its questions have no words.
    """
    checks = (*reasons["all"], *reasons["none"], *reasons["any"][:1])
    messages = [check.get("message") or "" for check in checks]
    return " ".join(message.rstrip(".") + "." for message in dict.fromkeys(messages) if message)


def _flat(target: list[Json]) -> list[str]:
    return [part for item in target for part in (item if isinstance(item, list) else [item])]
