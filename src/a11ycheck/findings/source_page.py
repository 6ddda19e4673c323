"""A rendered page as words in reading order, each element with the span of words it holds."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from a11ycheck.findings.source_words import words_of

_STEP = re.compile(r"#(?P<id>(?:[\w-]|\\.)+)|(?P<tag>[\w-]+)(?::nth-of-type\((?P<n>\d+)\))?")
_SKIPPED = ("script", "style", "template", "head")
_CONTENT = ("[role=main]", "main", "article", "div.body", "div.document")
_BLOCKS = frozenset(
    ("p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "pre", "figure",
     "table", "blockquote", "div", "section")
)  # fmt: skip


class RenderedPage:
    """A page file. `words`: those of its content, in order."""

    def __init__(self, file: Path) -> None:
        self.soup = BeautifulSoup(file.read_bytes(), "html.parser")
        self.content = next((found for css in _CONTENT if (found := self.soup.select_one(css))), None)
        self.words: list[str] = []
        self._spans: dict[int, tuple[int, int]] = {}
        if self.content is not None:
            self._walk(self.content)

    def element(self, selector: str) -> Tag | None:
        """The element of a finding; None where the file does not hold it, as when a script made it."""
        steps = [_STEP.fullmatch(step) for step in selector.split(" > ")] if selector else []
        at: Tag | None = None
        for number, step in enumerate(steps):
            if step is None:
                return None
            inside = self.soup if number == 0 else at
            at = self._step(inside, step, anywhere=number == 0) if inside is not None else None
        return at

    def is_beside_content(self, selector: str) -> bool:
        """Whether an element that the file does not hold is to stand in one that lies outside the content."""
        steps = selector.split(" > ")
        at = next(
            (found for end in range(len(steps) - 1, 0, -1) if (found := self.element(" > ".join(steps[:end])))), None
        )
        return at is not None and self.content is not None and self.span(at) is None and at not in self.content.parents

    def _step(self, inside: Tag, step: re.Match[str], *, anywhere: bool) -> Tag | None:
        if step["id"]:
            found = inside.find(id=re.sub(r"\\(.)", r"\1", step["id"]))
            return found if isinstance(found, Tag) else None
        same = inside.find_all(step["tag"], recursive=False)
        place = int(step["n"] or 1)
        is_clear = place <= len(same) and (step["n"] or len(same) == 1 or anywhere)
        chosen = same[place - 1] if is_clear else None
        return chosen if isinstance(chosen, Tag) else None

    def span(self, element: Tag) -> tuple[int, int] | None:
        """First and last-but-one position of the element's words; None outside the content."""
        return self._spans.get(id(element))

    def block(self, element: Tag) -> Tag | None:
        """The nearest block around the element that has words; None outside the content."""
        for around in element.parents:
            span = self.span(around)
            if span and span[0] < span[1] and around.name in _BLOCKS:
                return around
        return None

    def signature(self, element: Tag) -> tuple[str, int]:
        """The name of the object in whose signature the element is, and which of its signatures, from 0; "" elsewhere."""
        head = element.find_parent("dt", class_="sig") if element.name != "dt" else element
        number = 0
        while isinstance(head, Tag) and not head.get("id"):
            head = head.find_previous_sibling("dt")
            number += 1
        is_signature = isinstance(head, Tag) and "sig" in head.get_attribute_list("class")
        return (str(head["id"]), number) if isinstance(head, Tag) and is_signature else ("", 0)

    def documented(self, element: Tag) -> tuple[str, Tag | None]:
        """Name and body of the innermost object of an API description that the element is in; "" outside of any."""
        for around in (element, *element.parents):
            if around.name == "dd" and around.parent and "py" in around.parent.get_attribute_list("class"):
                head = around.find_previous_sibling("dt", id=True)
                if isinstance(head, Tag):
                    return str(head["id"]), around
        return "", None

    def _walk(self, tag: Tag) -> None:
        start = len(self.words)
        if tag.name == "img":
            picture, alt = words_of(str(tag.get("src", ""))), words_of(str(tag.get("alt", "")))
            self.words += picture + (alt if alt != picture else [])
        for child in tag.children:
            if isinstance(child, Tag):
                if child.name not in _SKIPPED:
                    self._walk(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self.words += words_of(child)
        if tag.name == "a" and str(tag.get("href", "")).startswith(("http://", "https://")):
            self.words += words_of(str(tag["href"]))[:1]
        self._spans[id(tag)] = (start, len(self.words))
