"""What checks across pages compare: small, since it is kept of every page of every run.

Shape: `{blocks: [{place, path, name, items: [[name, address]]}], help: [{place, kind, name, key}], sequence: [str],
search: [{place, name, key}], searched: bool, overviews: [address], icons: [{place, name, key}], text: hash of the main text}`.

- `place`: as `evidence/js/locate.js` gives it. Addresses on the page's own origin start with `/`; the page's own parts have none.
- `blocks`: exposed navigation, banner and contentinfo landmarks with the links and buttons that belong to no landmark inside.
  `path` runs from the outermost landmark; `name` is the landmark's label. Menus in no landmark, known by id or class, have the
  path `unmarked`. Links to the neighbours in a sequence (`rel`), to
  other languages (`hreflang`) and to parts of the page itself are left out.
- `help`: links, buttons and frames outside the main content (without a main landmark: in another landmark) that offer help:
  `kind` is mail, phone, contact, help or chat; `key`
  says the same of the same mechanism on each page. `sequence`: landmarks and keys of help in document order.
- `search`: search fields; `searched`: there is one, or a control named after it. `overviews`: links to a site map, index or
  table of contents. `icons`: controls outside the main content that show an image and no text; `key`: drawing and address.

Open shadow roots count, frames do not. Figures: docs/accuracy/site.md.
"""

from __future__ import annotations

import json
from functools import cache

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import source
from a11ycheck.model import Json

META = CollectorMeta(name="summary", order=80)

HELP = {
    "chat": r"\b(?:live chat|chat with us|chat now|chat ?bot|start (?:a )?chat|virtual assistant)\b",
    "contact": r"^(?:contact|contacts|contact (?:us|support|information|details)"
    r"|get in touch|reach us|kontakt|contacto|contactez-nous|nous contacter)$",
    "help": r"^(?:help|get help|help (?:cent(?:er|re)|desk|& support|and support)"
    r"|support|customer (?:service|support)|faqs?|frequently asked questions|hilfe|aide|ayuda)$",
}
"""How links and buttons that lead to help are named, by kind."""
OVERVIEW = (
    r"^(?:html )?(?:site ?map|index|general index|genindex|full index|a ?[-–] ?z(?: index)?|contents|table of contents"
    r"|full table of contents|complete table of contents|all pages|all topics|inhalt|inhaltsverzeichnis|sommaire|plan du site)$"
)
"""How links to an overview of all pages are named."""
SEARCH = r"\b(?:search|find|suche|suchen|recherche|rechercher|buscar|cerca|zoeken)\b"
"""How search is named, in fields and links."""


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    return json.loads(page.realm.evaluate(_script(), {"help": HELP, "overview": OVERVIEW, "search": SEARCH}))


@cache
def _script() -> str:
    return (
        f"function (argument) {{ const tree = ({source('dom_tree')})({source('locate')});"
        f" return ({source('summary')})(tree)(argument); }}"
    )
