"""The audit sample: structured pages, a seeded draw that order cannot move, and its digest."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.errors import UsageError
from a11ycheck.model import PageFacts, Target, TargetResult, TargetStatus, Visit
from a11ycheck.store import audit_sample
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


def run(connection: sqlite3.Connection, *urls: str, status: TargetStatus = TargetStatus.AUDITED) -> RunView:
    writer = RunWriter.start(connection, {})
    for order, url in enumerate(urls):
        visit = Visit(order=order, url=url)
        writer.add_visits([visit])
        facts = PageFacts(skeleton=url[-1], title=f"Page {order}")
        writer.save(
            visit, [TargetResult(order=order, target=Target(url=url), status=status, facts=facts)], keep_evidence=False
        )
    writer.finish("complete", {})
    return RunView(connection, writer.run_id)


@given(st.lists(st.text(min_size=1), unique=True, min_size=1), st.integers(), st.integers(0, 100), st.randoms())
def test_the_draw_depends_on_the_seed_alone(places, seed, percent, random) -> None:
    chosen = places[: len(places) // 2]
    drawn = audit_sample.draw(places, chosen, seed, percent)
    assert not set(drawn) & set(chosen)
    assert len(drawn) == min(len(places) - len(chosen), -(-len(chosen) * percent // 100))
    shuffled = list(places)
    random.shuffle(shuffled)
    assert audit_sample.draw(shuffled, chosen, seed, percent) == drawn


def test_a_sample_is_kept_with_why_each_page_is_in_it(connection: sqlite3.Connection) -> None:
    view = run(connection, *(f"http://a.test/{name}" for name in "abcdef"))
    sample = audit_sample.make(view, ["/a", "/b"], {"Sign in": ["/c", "/a"]}, seed=7, percent=10, scope=" All of it. ")
    audit_sample.store(connection, sample, "Ann")
    stored = audit_sample.latest(connection)
    assert stored is not None
    assert (stored.scope, stored.seed, stored.tester, stored.digest) == ("All of it.", 7, "Ann", sample.digest)
    assert [page.why for page in stored.pages].count("random") == 1
    assert {page.place: page.why for page in stored.pages}["/c"] == "process"
    assert stored.pages[0].title == "Page 0"
    assert stored.processes == (audit_sample.SampleProcess("Sign in", ("/c", "/a")),)


def test_a_configured_process_names_states_paths_and_urls_in_its_own_order(connection: sqlite3.Connection) -> None:
    writer = RunWriter.start(connection, {})
    for order, (name, state) in enumerate((("home", ""), ("app", "menu open"), ("done", ""))):
        visit = Visit(order=order, url=f"http://a.test/{name}")
        writer.add_visits([visit])
        target = Target(url=visit.url, state=state)
        writer.save(visit, [TargetResult(order=order, target=target, status=TargetStatus.AUDITED)], keep_evidence=False)
    view = RunView(connection, writer.run_id)
    found = audit_sample.named_places(view, ["http://a.test/done", "menu open", "/home", "/gone"])
    assert found == (("/done", "/app [menu open]", "/home"), ("/gone",))


def test_the_suggestion_has_one_page_of_each_kind_and_none_that_was_not_audited(connection: sqlite3.Connection) -> None:
    assert audit_sample.suggest(run(connection, "http://a.test/1/x", "http://a.test/2/x", "http://a.test/y")) == (
        "/1/x",
        "/y",
    )
    assert audit_sample.suggest(run(connection, "http://a.test/", status=TargetStatus.NOT_AUDITED)) == ()


def test_pages_of_several_hosts_are_told_apart(connection: sqlite3.Connection) -> None:
    view = run(connection, "http://a.test/x", "http://b.test/x")
    assert list(audit_sample.candidates(view)) == ["a.test/x", "b.test/x"]


@pytest.mark.parametrize(("places", "percent"), [((), 10), (("/zzz",), 10), (("/a",), 101)])
def test_what_is_no_sample_is_refused(places: tuple[str, ...], percent: int, connection: sqlite3.Connection) -> None:
    with pytest.raises(UsageError):
        audit_sample.make(run(connection, "http://a.test/a"), places, seed=0, percent=percent)
