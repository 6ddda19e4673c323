"""Whether a table of the configuration is about a finding, told from what is stored of the finding.

A CSS selector is judged on the element as its snippet shows it, below the ancestors that the finding's own selector and
structural signature name. An ancestor that they do not name is unknown, and then the selector does not match: a
suppression rather misses a finding than hides one too many.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from a11ycheck.gating import Conditions
from a11ycheck.model import Location
from a11ycheck.targets.page_filter import page_filter

if TYPE_CHECKING:
    from bs4 import Tag

_PART = re.compile(r"\s*>>>\s*|\s*>\s*|\s+")
_NAME = r"(?:\\.|[\w-]|[^\x00-\x7f])+"
_COMPOUND = re.compile(rf"(?P<tag>^{_NAME})|#(?P<id>{_NAME})|\.(?P<cls>{_NAME})|:[\w-]+(?:\([^)]*\))?")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_HEX = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_ESCAPED = re.compile(r"\\(.)")


def covers(
    conditions: Conditions, *, check: str, rule: str, criteria: tuple[str, ...], url: str, location: Location
) -> bool:
    """Whether all conditions hold. `url`: as shown in reports."""
    return (
        conditions.check in ("", check)
        and conditions.rule in ("", rule)
        and (not conditions.criterion or conditions.criterion in criteria)
        and (not conditions.url or page_filter((conditions.url,), ())(url, url))
        and (not conditions.selector or selects(conditions.selector, location))
    )


def selects(selector: str, location: Location) -> bool:
    """Whether a CSS selector is the finding's own, or for certain matches its element."""
    if not location.selector:
        return False
    if selector == location.selector:
        return True
    import soupsieve

    element = _element(location.selector, location.html, location.identity.signature)
    return soupsieve.match(selector, element)


@lru_cache(maxsize=4096)
def _element(selector: str, html: str, signature: str) -> Tag:
    """The element below its known ancestors, as a small tree."""
    from bs4 import BeautifulSoup, Tag

    soup = BeautifulSoup("", "html.parser")
    plain = _ATTRIBUTE.sub("", _HEX.sub(_character, selector)).strip()
    chain = [_compound(part) for part in _PART.split(plain) if part]
    known = [_compound(part) for part in signature.split(">")] if signature else []
    ancestors = _merged(chain[:-1], known[:-1])
    parent: Tag = soup
    for tag, identifier, classes in ancestors:
        child = soup.new_tag(tag or "unknown", attrs=_attributes(identifier, classes))
        parent.append(child)
        parent = child
    shown = BeautifulSoup(html, "html.parser").find(True)
    if not isinstance(shown, Tag):
        tag, identifier, classes = chain[-1]
        shown = soup.new_tag(tag or "unknown", attrs=_attributes(identifier, classes))
    parent.append(shown.extract())
    return shown


_Compound = tuple[str, str, tuple[str, ...]]


def _compound(text: str) -> _Compound:
    """Tag, id and classes of a compound selector; what else it says is left out."""
    tag, identifier, classes = "", "", []
    for match in _COMPOUND.finditer(text):
        tag = _plain(match["tag"]) if match["tag"] else tag
        identifier = _plain(match["id"]) if match["id"] else identifier
        classes += [_plain(match["cls"])] if match["cls"] else []
    return tag, identifier, tuple(classes)


def _merged(chain: list[_Compound], known: list[_Compound]) -> list[_Compound]:
    """The chain from a selector, its last steps completed by what the signature says of the same ancestors."""
    length = max(len(chain), len(known))
    padded = [("", "", ())] * (length - len(chain)) + chain
    told = [("", "", ())] * (length - len(known)) + known
    return [
        (one[0] or other[0], one[1] or other[1], one[2] + other[2]) for one, other in zip(padded, told, strict=True)
    ]


def _attributes(identifier: str, classes: tuple[str, ...]) -> dict[str, str]:
    return ({"id": identifier} if identifier else {}) | ({"class": " ".join(classes)} if classes else {})


def _character(escape: re.Match[str]) -> str:
    r"""The character that a hexadecimal CSS escape such as `\31 ` stands for."""
    character = chr(min(int(escape[1], 16), sys.maxunicode))
    return character if character.isalnum() else f"\\{character}"


def _plain(name: str) -> str:
    """A CSS name without its escapes."""
    return _ESCAPED.sub(r"\1", name)
