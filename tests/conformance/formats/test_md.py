from __future__ import annotations

import re

import pytest
from tests.conformance.acr_sample import SITE, WriteRun, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.formats import md
from a11ycheck.model import Outcome
from a11ycheck.standards.editions import EDITION_IDS, EditionId
from a11ycheck.store.queries import RunView

HOSTILE = "<script>alert(1)</script> [x](javascript:y) | `z` **b**\n| new | row |"


def render(view: RunView, config: Config, edition: EditionId = "508", *, final: bool = False) -> str:
    return md.render(build(view, config, edition, final=final)).decode()


@pytest.mark.parametrize("edition", EDITION_IDS)
def test_every_row_is_one_line_of_three_cells(edition: EditionId, sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config, edition)
    lines = [line for line in md.render(acr).decode().splitlines() if line.startswith("| ")]
    rows = [line for line in lines if re.match(r"\| (\[?\d)", line)]
    assert len(rows) == len(acr.proposals)
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} == {4}


def test_says_draft_level_remarks_and_evidence(sample_view: RunView, config: Config) -> None:
    text = render(sample_view, config)
    assert "**DRAFT.**" in text
    row = next(line for line in text.splitlines() if "1.1.1 Non-text Content" in line and line.startswith("|"))
    assert "Web: **Undecided** (failure, unconfirmed)" in row
    assert "Images without a text alternative: 3 places on 3 of 7 pages" in row
    assert "Evidence: 1 automated rule completed on 7 of 8 pages" in row


def test_a_final_report_has_no_draft_marks(sample_view: RunView, config: Config) -> None:
    text = render(sample_view, config, final=True)
    assert "DRAFT" not in text
    assert "Undecided" not in text


def test_texts_of_pages_are_no_markup(write_run: WriteRun, config: Config) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector=HOSTILE, name=HOSTILE, role=HOSTILE, help=HOSTILE)
    text = render(write_run(page(0, f"{SITE}/?q=|", (found,), title=HOSTILE, state=HOSTILE)), config)
    assert re.findall(r"(?<!\\)<(?!br>)", text) == []
    assert re.findall(r"(?<!\\)\]\(javascript:", text) == []
    assert "\n| new" not in text
