"""From a finding on a rendered page to the line of the source file that makes it, with how sure that is.

The words of the page's content and of its source are lined up; the element's own words, or those around it, lead to the
line. What stands outside the content comes from the theme, and leads to the line that chooses it. docs/source-mapping.md has
the measured accuracy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import Tag

from a11ycheck.findings.source_alignment import Alignment
from a11ycheck.findings.source_autodoc import directive_line
from a11ycheck.findings.source_files import page_path, source_file
from a11ycheck.findings.source_page import RenderedPage
from a11ycheck.findings.source_place import Confidence, SourcePlace
from a11ycheck.findings.source_python import Docstrings
from a11ycheck.findings.source_theme import theme_choice
from a11ycheck.findings.source_words import SourceWord, source_words, words_of
from a11ycheck.gating import SourceTree
from a11ycheck.model import Location

_FEW = 3


class Sources:
    """Places of findings in the sources of the current project; each page is read once."""

    def __init__(self, trees: Iterable[SourceTree] = ()) -> None:
        self._trees = tuple(trees)
        self._pages: dict[str, _Page | None] = {}
        self._projects: dict[Path, Docstrings] = {}

    def place(self, url: str, location: Location) -> SourcePlace | None:
        """Where a finding comes from; None when the page's source is not known. `url`: as shown in reports."""
        if url not in self._pages:
            file = page_path(url)
            found = source_file(url, file, self._trees)
            self._pages[url] = _Page(file, *found, self._docstrings(found[0].parent)) if found else None
        page = self._pages[url]
        return page.place(location) if page else None

    def _docstrings(self, folder: Path) -> Docstrings:
        return self._projects.setdefault(folder, Docstrings(folder))


@dataclass
class _Page:
    """A page with its source. `file` None: only the source is here."""

    file: Path | None
    source: Path
    by: str
    docstrings: Docstrings

    @cached_property
    def rendered(self) -> RenderedPage | None:
        return RenderedPage(self.file) if self.file else None

    @cached_property
    def words(self) -> list[SourceWord]:
        return source_words(self.source, self.docstrings.module)

    def place(self, location: Location) -> SourcePlace:
        """See `Sources.place`."""
        page = self.rendered
        element = page.element(location.selector) if page else None
        if page is None or element is None:
            beside = page is not None and page.is_beside_content(location.selector)
            return self._made_by_theme() if beside else self._by_name(location)
        span = page.span(element)
        if span is None or element is page.content:
            return self._made_by_theme()
        return self._in_content(page, element, span) or self._told(Confidence.PAGE)

    def _in_content(self, page: RenderedPage, element: Tag, span: tuple[int, int]) -> SourcePlace | None:
        signature, number = page.signature(element)
        if defined := self.docstrings.definition(signature, number):
            return self._told(Confidence.LIKELY, defined)
        for alignment in self._alignments_for(page, element):
            found = alignment.of_span(*span)
            if found and found[1] is not Confidence.PAGE:
                return self._told(found[1], found[0])
        for alignment in self._alignments_for(page, element) if span[1] - span[0] < _FEW else ():
            if near := self._around(page, element, span, alignment):
                return self._told(Confidence.LIKELY, near)
        directive = self._directive(signature or page.documented(element)[0])
        return self._told(Confidence.LIKELY, directive) if directive else None

    def _directive(self, name: str) -> SourceWord | None:
        """The directive for an object whose description stands in another project."""
        if not name or self.docstrings.words(name):
            return None
        lines = self.source.read_text(encoding="utf-8", errors="replace").splitlines()
        number = directive_line(lines, name)
        return SourceWord(name, self.source, number) if number else None

    def _made_by_theme(self) -> SourcePlace:
        """The line that chooses the theme, where the project has one; else the page's source."""
        chosen = theme_choice(self.source)
        return self._told(Confidence.TEMPLATE, SourceWord("", *chosen) if chosen else None)

    def _alignments_for(self, page: RenderedPage, element: Tag) -> Iterator[Alignment]:
        """With the docstring of the documented object that the element is in, where it has one; with the page's source."""
        name, body = page.documented(element)
        words = self.docstrings.words(name) if name and name not in self._alignments else []
        span = page.span(body) if body else None
        if words and span:
            self._alignments[name] = Alignment(page.words[slice(*span)], span[0], words)
        if name in self._alignments:
            yield self._alignments[name]
        if "" not in self._alignments:
            self._alignments[""] = Alignment(page.words, 0, self.words)
        yield self._alignments[""]

    @cached_property
    def _alignments(self) -> dict[str, Alignment]:
        return {}

    def _around(
        self, page: RenderedPage, element: Tag, span: tuple[int, int], alignment: Alignment
    ) -> SourceWord | None:
        """By the words around an element that has none of its own, or a few that do not match."""
        block = page.block(element)
        outer = page.span(block) if block is not None and block is not page.content else None
        found = alignment.of_span(*outer) if outer else None
        if outer is None or found is None or found[1] is Confidence.PAGE:
            return None
        at = next((at for at in range(min(span[0], outer[1] - 1), outer[0] - 1, -1) if at in alignment.pairs), None)
        return alignment.word(at) if at is not None else found[0]

    def _by_name(self, location: Location) -> SourcePlace:
        """By the name alone, when it stands once in the source."""
        wanted = words_of(location.identity.name)
        if len(wanted) < 3:
            return self._told(Confidence.PAGE)
        texts = [word.text for word in self.words]
        places = [at for at in range(len(texts) - len(wanted) + 1) if texts[at : at + len(wanted)] == wanted]
        return self._told(Confidence.LIKELY, self.words[places[0]]) if len(places) == 1 else self._told(Confidence.PAGE)

    def _told(self, confidence: Confidence, word: SourceWord | None = None) -> SourcePlace:
        file = word.file if word else self.source
        return SourcePlace(_shown(file), word.line if word else 1, confidence, self.by)


def _shown(file: Path) -> str:
    """Relative to the current folder where it is below."""
    here, file = Path.cwd().resolve(), file.resolve()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else file.as_posix()
