"""The page's title tells what the page is about.

**Why it matters** The title is the first thing a screen reader says, the name of the tab, the bookmark and the entry in the
history. People with memory or reading disabilities find their way back by it.

**How it is tested** The title is compared with titles that editors and frameworks leave behind, with the page's file name,
and, where the page has enough text, with the words on the page. ACT rule c4a8a4.

**Fails** When the title is such a leftover and no heading has its words (the index of a book is rightly titled “Index”), or
the name of the file with its extension (WCAG failure F25).

**Asks** When no word of the title occurs on the page; when only its first part is such a leftover; or when it is worded
like the main heading, but with a word that the page does not have.

**Passes** Otherwise. No title (axe reports that), or too little text: inapplicable.

**Remedy** Before: `<title>Untitled document</title>`. After: `<title>Install on Debian – Parley administration</title>`.

**Cannot see** Whether the title tells this page from its siblings (`page-title-unique` asks that across pages).

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked nothing. On 300 others it failed one, wrongly:
the index of a book, titled “Index”; headings are looked at since. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.evidence.words import STOCK_TITLES, fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="page-title-words",
    title="The title is about the page",
    failure_title="The title says nothing about the page",
    criteria=("2.4.2",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("c4a8a4",),
)

_WORD = re.compile(r"[^\W\d_]{3,}")
_COUNTER = re.compile(r"\s*\d+$")
_SEPARATOR = re.compile(r"\s+[-–—|·:»]\s+")
UNNAMED = ("untitled", "untitled document", "untitled page", "new page", "no title", "page title")
_STEM = 4
_ENOUGH = 60


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`. What is open over the page says nothing of its title."""
    document = evidence["dom"]["documents"][0]
    title = document["title"]
    if not document["html"] or not title:
        yield META.inapplicable()
        return
    file = unquote(urlsplit(document["url"]).path.rpartition("/")[2])
    if _COUNTER.sub("", fold(title)) in STOCK_TITLES and not _headed(document, title):
        yield META.failed(
            f"The title “{title}” was left there by an editor or framework.", location(document, document["at"])
        )
    elif _COUNTER.sub("", fold(_SEPARATOR.split(title)[0])) in UNNAMED:
        yield META.cant_tell(
            f"Was the page's part of the title “{title}” ever written?", location(document, document["at"])
        )
    elif "." in file and title.lower() == file.lower():
        yield META.failed(f"The title “{title}” is the name of the file.", location(document, document["at"]))
    else:
        text = _page_text(document)
        words, known = _stems(title), _stems(text)
        elsewhere = document.get("overlaid") and not words & known
        if len(text) < _ENOUGH or not words or elsewhere:
            yield META.inapplicable()
        elif words & known and (heading := _other_subject(document, title, known)):
            message = f"The title says “{title}”, the page's main heading “{heading}”. Are they about the same?"
            yield META.cant_tell(message, location(document, document["at"]))
        elif words & known:
            yield META.passed()
        else:
            message = f"No word of the title “{title}” occurs on the page."
            yield META.cant_tell(message, location(document, document["at"]))


def _headed(document: Json, title: str) -> bool:
    """Whether a heading says what the title says, as on the index of a book; “Untitled” stays what was left there."""
    said = set(fold(title).split())
    return fold(title) not in UNNAMED and any(
        said <= set(fold(heading["name"]).split()) for heading in document["headings"] if heading["exposed"]
    )


def _other_subject(document: Json, title: str, known: set[str]) -> str:
    """The page's one main heading, when it is made like the title but for words that the other lacks; else empty.

    Only words of the title that occur nowhere on the page count.
    """
    main = [heading["name"] for heading in document["headings"] if heading["level"] == 1 and heading["exposed"]]
    if len(main) != 1:
        return ""
    said, shown = _stems(_SEPARATOR.split(title)[0]), _stems(main[0])
    alike = len(said) == len(shown) and len(said & shown) >= len(said) / 2
    return main[0] if alike and said - shown - known and shown - said else ""


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower())}


def _page_text(document: Json) -> str:
    spoken = [
        part for entry in document["languages"] for part in entry["spoken"].splitlines() if part != document["title"]
    ]
    return " ".join(
        [
            *(entry["text"] for entry in document["languages"]),
            *spoken,
            *(heading["name"] for heading in document["headings"]),
            *(link["name"] for link in document["links"]),
        ]
    )
