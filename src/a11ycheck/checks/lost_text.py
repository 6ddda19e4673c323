"""Judges comparisons of text layout for the checks that lay a page out anew: what is proven lost, and what to ask about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from a11ycheck.checks.base import CheckMeta
from a11ycheck.evidence.text_layout import location
from a11ycheck.model import CheckOutcome, Json, Outcome

KEPT = ("kind", "lost", "lines", "cut", "missing", "clipper", "text")


def judge_lost_text(meta: CheckMeta, evidence: Json, when: str, *, cut_before: bool = False) -> Iterator[CheckOutcome]:
    """Outcomes for text that is cut, missing, covered or no longer displayed.

    `when` ends the sentences, as in "at a zoom of 200 %". `cut_before`: also judge text that was cut to begin with.
    Nothing is `failed` on a page that kept changing, since the next run may measure otherwise.
    """
    proven = evidence["calm"]
    for document in evidence["documents"]:
        found = [
            outcome
            for item in document["lost"]
            if item["before"] == "whole" or (cut_before and item["before"] == "cut")
            for outcome in _lost(meta, item, when, proven=proven)
        ]
        found += [outcome for item in document["overlaps"] for outcome in _covered(meta, item, when, proven=proven)]
        if not document["new_controls"]:
            found += [_vanished(meta, item, when) for item in document["vanished"] if not _page_number(item)]
        yield from asked_once(found)


def asked_once(outcomes: Iterable[CheckOutcome]) -> Iterator[CheckOutcome]:
    """Failures as they are; of the questions of one `kind` (in their data) the first, which counts the others."""
    questions: dict[str, list[CheckOutcome]] = {}
    for outcome in outcomes:
        if outcome.outcome is Outcome.FAILED:
            yield outcome
        else:
            questions.setdefault(outcome.data["kind"], []).append(outcome)
    for first, *others in questions.values():
        more = f" (The same question arises at {len(others)} more of the page's texts.)"
        yield first.model_copy(
            update={
                "message": first.message + (more if others else ""),
                "data": {**first.data, "count": len(others) + 1},
            }
        )


def conclusion(meta: CheckMeta, evidence: Json, outcomes: list[CheckOutcome], when: str) -> CheckOutcome | None:
    """What the check says of the page as a whole; None when its findings say it. `when` as in `judge_lost_text`."""
    for document in evidence["documents"]:
        if document["cut"]:
            why = "there was no time for more" if document["cut"] == "time" else "no more are measured"
            message = f"{document['measured']} of {document['texts']} texts were measured {when}; {why}. Can the rest be read?"
            return meta.cant_tell(message, location(document["root"]), kind="rest", reason=document["cut"])
    if any(outcome.is_finding for outcome in outcomes):
        return None
    if not any(document["texts"] for document in evidence["documents"]):
        return meta.inapplicable()
    return meta.passed()


def _lost(meta: CheckMeta, item: Json, when: str, *, proven: bool) -> Iterator[CheckOutcome]:
    data = {key: item[key] for key in KEPT}
    across, down = item["lost"]
    if item["pushed"]:
        return
    if item["kind"] == "cut":
        how = f"{down:g} px of its height" if down else f"{across:g} px of its width"
        message = f"This text loses {how} {when}, and its box does not scroll."
        whose = item["own"] or (down > 0 and item["before"] == "whole") or _by_viewport(item)
        if proven and whose and item["in_flow"] and not item["way"] and not item["strip"]:
            yield meta.failed(message, location(item), **data)
        else:
            yield meta.cant_tell(f"{message} Can all of it be read in another way?", location(item), **data)
        return
    if item["way"]:
        return
    what = {
        "lines": f"{item['missing']} of {item['lines']} lines of this text are missing",
        "ellipsis": "This text ends in an ellipsis",
        "clamp": "This text ends after some lines",
        "gone": "This text is cut off altogether",
    }[item["kind"]]
    yield meta.cant_tell(f"{what} {when}. Can all of it be read in another way?", location(item), **data)


def _by_viewport(item: Json) -> bool:
    return item["clipper"] is not None and item["clipper"]["selector"] == "html"


def _covered(meta: CheckMeta, item: Json, when: str, *, proven: bool) -> Iterator[CheckOutcome]:
    if not item["both_seen"]:
        return
    message = f"“{item['text']}” and “{item['other_text']}” cover each other {when}."
    data = {key: item[key] for key in ("other", "other_text", "text", "width", "height")}
    if proven and item["in_flow"]:
        yield meta.failed(message, location(item), kind="covered", **data)
    else:
        yield meta.cant_tell(f"{message} Can both be read?", location(item), kind="covered", **data)


def _page_number(item: Json) -> bool:
    """Some numbers of a pagination: those that stay, or the next page, lead to the others."""
    landmarks = item["identity"]["landmarks"]
    return bool(_NUMBERS.fullmatch(item["text"])) and any(one.startswith("navigation") for one in landmarks)


_NUMBERS = re.compile(r"[\d\s|.…⋯]+")


def _vanished(meta: CheckMeta, item: Json, when: str) -> CheckOutcome:
    return meta.cant_tell(
        f"“{item['text']}” is not displayed {when}, and no new control shows it. Is there another way to it?",
        location(item), kind="vanished", texts=item["texts"], text=item["text"],
    )  # fmt: skip
