"""Which collectors share a load, and what makes the next one get a fresh one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.audit.collecting import chosen_collectors
from a11ycheck.audit.loads import Loads, acts, running_order
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence.base import Collector, CollectorMeta
from a11ycheck.model import Effort, Interact, Variant, Visit

QUIET = document("<a href='#main'>Go</a><input aria-label=Name><div id=main style='height:3000px'>Text</div>")


def collector(name: str, **meta: Any) -> Collector:
    return cast("Collector", SimpleNamespace(META=CollectorMeta(name=name, driving=True, **meta)))


READS = collector("reads")
KEYS = collector("keys", mutates=True)
LISTS = collector("lists", mutates=True, acts_from=Interact.OPERATE)
WATCHES = collector("watches", mutates=True, acts_from=None, needs_untouched=True)
POINTS = collector("points", mutates=True, needs_untouched=True)
ALL = [READS, KEYS, POINTS, LISTS, WATCHES]


def loads(chromium: BrowserSession, url: str, interact: Interact = Interact.OBSERVE) -> Loads:
    return Loads(
        chromium,
        Variant(),
        lambda opened, untouched: load(opened, url, chromium.options, untouched=untouched),
        interact,
    )


def test_collectors_run_by_the_load_they_need_and_who_only_looks_on_comes_first() -> None:
    names = [one.META.name for one in running_order(ALL, Interact.OBSERVE)]
    assert names == ["watches", "reads", "keys", "lists", "points"]
    assert [acts(one, Interact.OBSERVE) for one in ALL] == [False, True, True, False, False]
    assert acts(LISTS, Interact.OPERATE)


def test_what_a_later_collector_reads_of_an_earlier_one_is_there() -> None:
    chosen = chosen_collectors(Effort.STANDARD, Interact.OBSERVE, driving=True)
    names = [one.META.name for one in running_order(chosen, Interact.OBSERVE)]
    assert names.index("keyboard") < names.index("widgets") < names.index("nontext")
    assert names.index("motion") < names.index("hover")


def test_two_loads_do_where_a_page_stays_as_it_was(web: Web, chromium: BrowserSession) -> None:
    with loads(chromium, web.page("/", QUIET)) as opened:
        watches, reads, keys, lists, points = [opened.page_for(one) for one in running_order(ALL, Interact.OBSERVE)]
    assert watches is reads
    assert reads is keys
    assert keys is lists
    assert points is not lists
    assert (watches.untouched, points.untouched) == (False, True)


def test_a_page_is_settled_when_motion_was_watched(web: Web, chromium: BrowserSession) -> None:
    style = "<style>p { animation: 9s fade } @keyframes fade { from { opacity: 0 } }</style><p>Text</p>"
    look = "() => [document.getAnimations().length, Number(getComputedStyle(document.querySelector('p')).opacity)]"
    with loads(chromium, web.page("/", document(style))) as opened:
        running, seen = opened.page_for(WATCHES).realm.evaluate(look)
        assert running == 1
        assert seen < 0.5
        assert opened.page_for(READS).realm.evaluate(look) == [0, 1]


def test_a_page_that_changed_while_motion_was_watched_is_loaded_anew(web: Web, chromium: BrowserSession) -> None:
    with loads(chromium, web.page("/", QUIET)) as opened:
        first = opened.page_for(WATCHES)
        first.realm.evaluate("() => document.body.append('news')")
        assert opened.page_for(READS) is not first


def test_data_that_a_page_posts_for_while_motion_is_watched_comes(web: Web, chromium: BrowserSession) -> None:
    with loads(chromium, web.page("/", QUIET)) as opened:
        first = opened.page_for(WATCHES)
        assert first.opened.page.evaluate("fetch('/', {method: 'POST'}).then(() => true, () => false)")
        assert (
            opened.page_for(READS).opened.page.evaluate("fetch('/', {method: 'POST'}).then(() => true, () => false)")
            is False
        )


@pytest.mark.parametrize(("title", "count"), [("", 1), ("<abbr title='long' tabindex=0>short</abbr>", 2)])
def test_what_shows_nothing_under_the_pointer_needs_no_load_for_it(
    web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch, title: str, count: int
) -> None:
    opened: list[bool] = []
    opens = Loads._load
    monkeypatch.setattr(Loads, "_load", lambda self, **how: (opened.append(how["untouched"]), opens(self, **how))[1])
    url = web.page("/", document(f"<a href='#main'>Go</a>{title}"))
    [result] = audit_visit(Visit(order=0, url=url, driving=True), chromium, AuditOptions())
    assert opened == [True] * count
    hover: Any = result.evidence["hover"]
    assert (hover["ended"], hover["likely"]) == ("all", count - 1)


def test_above_observe_each_that_may_change_the_page_has_its_own(web: Web, chromium: BrowserSession) -> None:
    with loads(chromium, web.page("/", QUIET), Interact.OPERATE) as opened:
        pages = [opened.page_for(one) for one in running_order(ALL, Interact.OPERATE)]
    watches, reads, keys, lists, points = pages
    assert watches is reads
    assert len({id(page) for page in (reads, keys, lists, points)}) == 4


@pytest.mark.parametrize(
    "left_behind",
    [
        "document.body.dataset.seen = 'yes'",
        "document.querySelector('input').value = 'typed'",
        "document.querySelector('input').focus()",
        "scrollTo(0, 500)",
        "location.hash = 'main'",
        "document.adoptedStyleSheets = [...document.adoptedStyleSheets, new CSSStyleSheet()]",
        "document.body.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>'",
    ],
)
def test_who_acts_gets_no_page_that_was_changed(web: Web, chromium: BrowserSession, left_behind: str) -> None:
    with loads(chromium, web.page("/", QUIET)) as opened:
        first = opened.page_for(READS)
        first.realm.evaluate(f"() => {{ {left_behind} }}")
        assert opened.page_for(KEYS) is not first


def test_who_acts_gets_no_page_that_another_acted_on_or_that_tried_something(
    web: Web, chromium: BrowserSession
) -> None:
    with loads(chromium, web.page("/", QUIET)) as opened:
        first = opened.page_for(KEYS)
        second = opened.page_for(collector("more keys", mutates=True))
        assert first is not second
        third = opened.page_for(READS)
        third.hands_off.events.append(("request", "https://example.test/save"))
        assert opened.page_for(KEYS) is not third


def test_who_only_reads_gets_a_page_that_was_scrolled_but_none_with_other_content(
    web: Web, chromium: BrowserSession
) -> None:
    with loads(chromium, web.page("/", QUIET)) as opened:
        first = opened.page_for(KEYS)
        first.realm.evaluate("() => scrollTo(0, 500)")
        assert opened.page_for(LISTS) is first
        second = opened.page_for(KEYS)
        second.realm.evaluate("() => document.body.append('more')")
        assert opened.page_for(LISTS) is not second


@pytest.mark.parametrize(
    "unreadable",
    [
        "<iframe sandbox src='data:text/html,frame'></iframe>",
        "<x-box></x-box><script>customElements.define('x-box', class extends HTMLElement {"
        "constructor() { super(); this.attachShadow({ mode: 'closed' }) } })</script>",
    ],
)
def test_a_page_that_cannot_be_read_whole_is_not_shared(web: Web, chromium: BrowserSession, unreadable: str) -> None:
    with loads(chromium, web.page("/", document(f"<p>Text</p>{unreadable}"))) as opened:
        first = opened.page_for(READS)
        assert first.found is None
        assert opened.page_for(KEYS) is not first


def test_a_page_that_went_away_is_loaded_again(web: Web, chromium: BrowserSession) -> None:
    with loads(chromium, web.page("/", QUIET)) as opened:
        first = opened.page_for(READS)
        first.opened.page.goto("about:blank")
        assert opened.page_for(KEYS) is not first


def test_a_page_that_resizing_changes_for_good_is_walked_as_it_was_loaded(web: Web, chromium: BrowserSession) -> None:
    script = "<script>addEventListener('resize', () => document.querySelector('a').remove())</script>"
    url = web.page("/", document(f"<a href='#x'>First</a><a href='#y'>Second</a>{script}"))
    [result] = audit_visit(Visit(order=0, url=url, driving=True), chromium, AuditOptions())
    walk: Any = result.evidence["keyboard"]
    assert [stop["place"]["identity"]["name"] for stop in walk["stops"]] == ["First", "Second"]


def test_the_walk_begins_at_the_top_after_others_moved_the_focus(web: Web, chromium: BrowserSession) -> None:
    links = "".join(f"<a href='#x{n}' class=k{n}>Link {n}</a> " for n in range(6))
    url = web.page("/", document(links))
    [result] = audit_visit(Visit(order=0, url=url, driving=True), chromium, AuditOptions())
    walk: Any = result.evidence["keyboard"]
    assert [stop["place"]["identity"]["name"] for stop in walk["stops"]] == [f"Link {n}" for n in range(6)]
    assert walk["ended"] == "page-end"
