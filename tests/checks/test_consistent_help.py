from __future__ import annotations

from tests.checks.pages import judged, messages, page, place

from a11ycheck.checks import consistent_help as check
from a11ycheck.checks.site import PageSummary

CONTACT = "contact /contact.html"


def offering(address: str, *sequence: str) -> PageSummary:
    ways = [
        {"name": "Contact", "kind": "contact", "key": key, "place": place("Contact", "link")}
        for key in sequence
        if key.startswith(("contact ", "mail "))
    ]
    return page(address, help=ways, sequence=list(sequence))


def test_passes_help_at_one_place() -> None:
    pages = [offering("/a", "banner", CONTACT, "main"), offering("/b", "banner", CONTACT, "search", "main")]
    assert judged(check, pages) == {"/a": "passed", "/b": "passed"}


def test_asks_where_help_has_moved() -> None:
    pages = [
        offering("/a", "banner", CONTACT, "main", "contentinfo"),
        offering("/b", "banner", CONTACT, "main", "contentinfo"),
        offering("/c", "banner", "main", "contentinfo", CONTACT),
    ]
    assert judged(check, pages) == {"/a": "passed", "/b": "passed", "/c": "cantTell"}
    assert messages(check, pages) == ["“Contact” stands after “contentinfo” here and before it on /a, /b."]


def test_ways_to_help_are_compared_with_each_other() -> None:
    mail = "mail mailto:help@example.org"
    pages = [offering("/a", mail, CONTACT), offering("/b", mail, CONTACT), offering("/c", CONTACT, mail)]
    assert judged(check, pages)["/c"] == "cantTell cantTell"


def test_is_inapplicable_without_help_on_two_pages() -> None:
    pages = [offering("/a", CONTACT, "main"), offering("/b", "main", "contact /other.html")]
    assert set(judged(check, pages).values()) == {"inapplicable"}
