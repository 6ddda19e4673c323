"""Passages are in the language that is declared for them.

**Why it matters** A screen reader changes its voice at each `lang`: a wrong one turns a passage into noise, a missing one has it
read by the wrong voice. Hits blind people, and people who have text read to them.

**How it is tested** The text of each element with a `lang` of its own is read, with the names of images and fields in it; nested
declarations are judged on their own. Besides, blocks of twelve words and more whose words hardly occur elsewhere on the page
are read against the language they inherit. Code, numbers and, where other words remain, quotations are left out. ACT rule off6ek.

**Fails** When a declared passage is proven to be in another language, or a block of running text shows by its words
or script that it is in a language that nobody declared.

**Asks** When the model leans to another language but the text is short.

**Passes** When every passage that could be identified is in its language. No declared passage and no odd block: inapplicable.

**Remedy** Before: `<p>„Aller Anfang ist schwer“, wie man hier sagt.</p>` on an English page. After: `<p lang="de">…</p>`.

**Cannot see** Single foreign words and phrases (proper names and adopted words need no declaration; telling them apart is for a
person), text in pictures.

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked nothing; in the example documentation it
failed 1 passage, rightly; earlier alarms on phonetic script led to the rule that leaves it out. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.languages import primary, read
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="passage-language",
    title="Passages are in the language declared for them",
    failure_title="A passage is not in the language declared for it",
    criteria=("3.1.2",),
    needs=("dom",),
    power="fails",
    impact=Impact.MODERATE,
    act=("off6ek",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [
        outcome for document, entry in items(evidence["dom"], "languages") for outcome in _declared(document, entry)
    ]
    judged += [
        outcome for document, entry in items(evidence["dom"], "passages") for outcome in _undeclared(document, entry)
    ]
    yield from judged or [META.inapplicable()]


def _declared(document: Json, entry: Json) -> Iterator[CheckOutcome]:
    if entry["root"] or not entry["lang"]:
        return
    reading = read(f"{entry['text']}\n{entry['spoken']}", primary(entry["lang"]))
    if reading.verdict == "match":
        yield META.passed()
    elif reading.verdict == "mismatch":
        message = f"This passage declares the language {entry['lang']!r}, but is in {reading.language!r}."
        yield META.failed(message, location(document, entry["at"]), declared=entry["lang"], found=reading.language)
    elif reading.verdict == "doubtful":
        message = f"This passage declares the language {entry['lang']!r}; its few words look like {reading.language!r}."
        yield META.cant_tell(message, location(document, entry["at"]), declared=entry["lang"], found=reading.language)


def _undeclared(document: Json, entry: Json) -> Iterator[CheckOutcome]:
    if not entry["lang"]:
        return
    reading = read(entry["text"], primary(entry["lang"]))
    if reading.verdict == "mismatch" and reading.plain:
        message = f"This passage is in {reading.language!r}, but nothing says so; it inherits {entry['lang']!r}."
        yield META.failed(message, location(document, entry["at"]), declared=entry["lang"], found=reading.language)
