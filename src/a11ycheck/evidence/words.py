"""Words that name nothing: what collectors look out for and checks judge by.

Written as people see them in lower case, punctuation left out. English first, since the documents of Section 508 are;
the most common ones of a few other languages besides.
"""

from __future__ import annotations

import re

VAGUE_LINKS = frozenset(
    {
        "click", "click here", "here", "clicking here", "click this", "click this link", "this", "this link",
        "this page", "link", "links", "more", "more info", "more information", "more details", "more here",
        "read more", "learn more", "see more", "find out more", "show more", "view more", "continue",
        "continue reading", "details", "info", "go", "go here", "see here", "download", "download here", "hier",
        "hier klicken", "mehr", "weiterlesen", "mehr erfahren", "ici", "cliquez ici", "en savoir plus",
        "lire la suite", "aquí", "haga clic aquí", "leer más", "más información", "qui", "clicca qui",
        "leggi tutto", "lees meer", "klik hier",
    }
)  # fmt: skip
"""Link texts whose purpose nobody can tell from the text alone (WCAG 2.4.4, technique F84)."""

EMPTY_ALTERNATIVES = frozenset(
    {
        "image", "images", "img", "picture", "pic", "photo", "photograph", "graphic", "graphics", "spacer",
        "placeholder", "alt", "alt text", "alternative text", "text alternative", "untitled", "null", "undefined",
        "todo", "tbd", "thumbnail", "thumb", "image of", "picture of", "photo of", "image here", "bild", "imagen",
        "afbeelding", "immagine",
    }
)  # fmt: skip
"""Text alternatives that only say that there is an image, or not even that (WCAG 1.1.1, failure F30)."""

WEAK_ALTERNATIVES = frozenset(
    {
        "icon", "logo", "screenshot", "screen shot", "figure", "diagram", "chart", "graph", "map", "banner",
        "illustration", "drawing", "plot", "flowchart", "infographic", "table", "video", "animation", "foto",
        "diagramm", "grafik", "abbildung", "schéma",
    }
)  # fmt: skip
"""Text alternatives that name a kind of image and nothing of what it shows."""

STOCK_HEADINGS = frozenset(
    {
        "heading", "title", "untitled", "subheading", "heading 1", "heading 2", "heading 3", "section",
        "section title", "lorem ipsum",
    }
)  # fmt: skip
"""Headings left over from a template (WCAG 2.4.6)."""

STOCK_LABELS = frozenset(
    {
        "label", "field", "input", "text", "textbox", "text box", "text field", "text input", "input field", "form field",
        "placeholder", "enter text", "enter text here", "enter value", "type here", "dropdown", "select", "select field",
        "untitled", "lorem ipsum", "todo", "undefined", "null",
    }
)  # fmt: skip
"""Labels of fields left over from a template (WCAG 2.4.6)."""

STOCK_TITLES = frozenset(
    {
        "untitled", "untitled document", "untitled page", "untitled 1", "no title", "title", "page title",
        "new page", "new page 1", "document", "html", "html document", "index", "home page title", "my page",
        "webpage", "web page", "page", "test", "default", "enter the title of your html document here", "react app",
        "vite app", "vite + react", "vite + vue", "vue app", "my app", "app", "angular app", "create react app",
        "nuxt app", "welcome to nginx",
    }
)  # fmt: skip
"""Document titles that an editor or framework put there (WCAG 2.4.2, failure F25)."""

_LOOSE = re.compile(r"[\s.,:;!?…»›>→¶#()\[\]\"'’“”-]+")


def fold(text: str) -> str:
    """A text in lower case without punctuation and doubled spaces, as the lists above are written."""
    return _LOOSE.sub(" ", text.lower()).strip()
