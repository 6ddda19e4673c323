"""Errors in forms are named in text.

**Why it matters** A red border tells nothing to people who cannot see it or tell red from grey, and tells nobody what is wrong.

**How it is tested** With `--interact submit`, forms are sent with their text fields empty, then with values that are wrong for
certain (a mail address that is none, a number outside its limits), and the page is compared with what it was: fields newly marked
(`aria-invalid`, a class such as `error`, a red border or label) and texts newly shown, those of pictures and of style sheets
included. Bubbles of the browser and dialogs count as text. Fields outside any form count as one with the button around them that
goes on. Forms with passwords, searches, and buttons that seem to delete, send, pay or sign out are left alone; forms that make an
account are sent with the password left empty.

**Fails** When a field is marked as wrong and no new text, description, name, title, hint, bubble or dialog comes with it.

**Asks** When there is new text, but neither next to the marked field nor with its name, or hidden from assistive technology: does
it say what is wrong?

**Passes** When each marked field has a text of its own, or the browser's bubble.

**Remedy** Before: `input.classList.add("error")`. After: also `<p id="hint">Mail: an address such as ada@example.org</p>`, named
by the field's `aria-describedby`.

**Cannot see** Errors that a server answers with a new page; wrong credentials; whether the text helps.

**Real pages** In the example application the settings fail, and nothing in its fixed twin; the documentation examined has no forms
but searches.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.forms import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="error-identification",
    title="Errors in forms are named in text",
    failure_title="An error in a form is not named in text",
    criteria=("3.3.1",),
    needs=("forms",),
    power="fails",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    forms = [form for form in evidence["forms"]["forms"] if form["skipped"] != "search"]
    if not forms:
        yield META.inapplicable()
        return
    outcomes = [outcome for form in forms for outcome in _form(form)]
    if evidence["forms"]["more"]:
        yield META.untested(f"{evidence['forms']['more']} more forms were not sent")
    yield from outcomes or [META.inapplicable()]


def _form(form: Json) -> Iterator[CheckOutcome]:
    if reason := _UNTESTED.get(form["skipped"]):
        yield META.untested(reason)
    seen: set[str] = set()
    identified = False
    for tried in form["tries"]:
        if "navigation" in tried["events"]:
            yield META.untested("the server answers this form with a new page, which was not followed")
            continue
        identified = identified or bool(tried["marked"] or tried["bubbles"])
        for field in tried["marked"]:
            if field["selector"] not in seen and (outcome := _judged(field, tried)):
                seen.add(field["selector"])
                yield outcome
    if identified and not seen:
        yield META.passed()


def _judged(field: Json, tried: Json) -> CheckOutcome | None:
    if tried["native"] or tried["bubbles"] or field["said"] or field["near"] or "dialog" in tried["events"]:
        return None
    how = GIVEN[field["gave"]]
    name = f"“{field['name']}”" if field["name"] else "This field"
    data = {"by": field["by"], "way": tried["way"], "texts": [text["text"] for text in tried["texts"]]}
    hidden = all(text["hidden"] for text in tried["texts"])
    if tried["texts"]:
        where = "is new on the page, and hidden from assistive technology" if hidden else "is new on the page"
        return META.cant_tell(
            f"{name} is marked as wrong when it is {how}; “{tried['texts'][0]['text']}” {where}. "
            "Does it name the error?",
            location(field), **data,
        )  # fmt: skip
    return META.failed(
        f"{name} is marked as wrong ({field['by']}) when it is {how}, and no text says so.", location(field), **data
    )


GIVEN = {
    "empty": "left empty",
    "mail": "given a mail address that is none",
    "url": "given an address that is none",
    "tel": "given letters as a telephone number",
    "number": "given a number outside of its limits",
    "": "left as it was",
}
"""What a field was given, as sentences go on."""

_UNTESTED = {
    "level": "forms are sent with --interact submit only",
    "password": "a form with a password is never sent with wrong input",
    "no-button": "the form has no button to send it",
    "harm": "the form's button seems to send, delete, pay or sign out",
}
