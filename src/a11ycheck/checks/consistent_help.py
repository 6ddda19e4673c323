"""Help that several pages offer is found at the same place.

**Why it matters** People with cognitive disabilities who need help may not find it when it has moved, and give up.

**How it is tested** Ways to help outside the main content are compared across the pages of a site: mail and phone links, links and
buttons named after contact, help, support or frequent questions, and frames or buttons of a chat. Compared is whether each stands
before or after the landmarks and the other ways to help that pages share. Technique G220.

**Asks** When the order on a page differs from that on most pages. People may have moved it themselves.

**Passes** When the order is the same on all pages. No help on two pages: inapplicable, since the criterion asks for no help to be
offered.

**Remedy** Before: “Contact” in the header here and in the footer there. After: one place for it in the template of all pages.

**Cannot see** Help named otherwise or in languages it does not know, and help inside the main content.

**Real pages** On 300 pages of three documentation sets it met no help. See `docs/accuracy/site.md`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta
from a11ycheck.checks.site import Judged, Pages, PageSummary, listed, location, outcomes
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="consistent-help",
    title="Help that several pages offer is found at the same place",
    failure_title="Help stands at another place than on other pages",
    criteria=("3.2.6",),
    needs=("summary",),
    power="asks",
    impact=Impact.MODERATE,
    scope="site",
)


def judge(pages: Pages) -> Iterator[Judged]:
    """See `checks.site.SiteCheck.judge`."""
    offering: dict[str, list[PageSummary]] = defaultdict(list)
    for page in pages:
        for help_key in dict.fromkeys(each["key"] for each in page.read.get("help", ())):
            offering[help_key].append(page)
    found: dict[int, list[CheckOutcome]] = defaultdict(list)
    compared: set[int] = set()
    for help_key, offered in sorted(offering.items()):
        if len(offered) < 2:
            continue
        compared |= {page.number for page in offered}
        for page, told in _moved(help_key, offered):
            (way, *_) = (each for each in page.read["help"] if each["key"] == help_key)
            found[page.number].append(META.cant_tell(f"“{way['name']}” stands {told}.", location(way["place"])))
    yield from outcomes(META, pages, found, compared)


def _moved(help_key: str, offered: list[PageSummary]) -> Iterator[tuple[PageSummary, str]]:
    """Pages where a way to help stands on the other side of something than on most; each once."""
    sides: dict[str, dict[int, bool]] = defaultdict(dict)
    for page in offered:
        sequence: list[str] = page.read["sequence"]
        once = Counter(sequence)
        at = sequence.index(help_key)
        for index, other in enumerate(sequence):
            if once[other] == 1 and other != help_key:
                sides[other][page.number] = index < at
    told: set[int] = set()
    for other, after in sorted(sides.items()):
        usual = sum(after.values()) * 2 >= len(after)
        usually = [page for page in offered if after.get(page.number) is usual]
        for page in offered:
            if after.get(page.number, usual) is not usual and page.number not in told:
                told.add(page.number)
                name, there = other.strip(), listed(usually)
                yield (
                    page,
                    f"before “{name}” here and after it on {there}"
                    if usual
                    else f"after “{name}” here and before it on {there}",
                )
