from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.language import speaking
from a11ycheck.model import PageFacts, Target, TargetResult, TargetStatus, Visit
from a11ycheck.reporters.driven import driven_sample
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[RunWriter]:
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        yield RunWriter.start(connection, {"sample": "10%", "seed": 7})


def stored(writer: RunWriter, *pages: tuple[str, bool]) -> RunView:
    """Pages as (skeleton, driven), each audited."""
    for order, (skeleton, driven) in enumerate(pages):
        visit = Visit(order=order, url=f"http://x/{order}")
        for driving in (False, True) if driven else (False,):
            result = TargetResult(
                order=order, target=Target(url=visit.url), status=TargetStatus.AUDITED, driving=driving,
                facts=PageFacts(skeleton=skeleton),
            )  # fmt: skip
            writer.save(visit.model_copy(update={"driving": driving}), [result], keep_evidence=False)
    return RunView(writer.connection)


def test_a_part_says_how_many_of_which_kinds_and_what_chose_them(writer: RunWriter) -> None:
    sample = driven_sample(stored(writer, ("a", True), ("a", False), ("b", True), ("c", False)))
    assert sample.sentence == ("Driven by keyboard and zoom: 2 of 4 pages, 2 of 3 kinds of page (sample 10%, seed 7).")
    with speaking("es"):
        assert "2 de 4 páginas" in sample.sentence


def test_all_and_none(writer: RunWriter) -> None:
    assert driven_sample(RunView(writer.connection)).sentence == ""
    assert driven_sample(stored(writer, ("a", False))).sentence == "No page was driven by keyboard and zoom."


def test_a_page_that_was_driven_in_part_counts_as_driven(writer: RunWriter) -> None:
    stored(writer, ("a", False))
    partial = TargetResult(
        order=0, target=Target(url="http://x/0"), status=TargetStatus.PARTIAL, reason="time", driving=True
    )
    writer.save(Visit(order=0, url="http://x/0", driving=True), [partial], keep_evidence=False)
    sample = driven_sample(RunView(writer.connection))
    assert (sample.driven, sample.sentence) == (1, "All pages audited were driven by keyboard and zoom.")
