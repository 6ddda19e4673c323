from __future__ import annotations

from a11ycheck.application import Ownership
from a11ycheck.config import Config, Product
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.notes import notes
from a11ycheck.standards.editions import edition
from a11ycheck.store.queries import RunView


def test_notes_state_the_policies_of_the_report(sample_view: RunView) -> None:
    config = Config(product=Product(absent_content="Not Applicable"))
    text = " ".join(notes(collect(sample_view), config, edition("eu")))
    assert "reported as Not Applicable in the WCAG tables" in text
    assert "the worst answer counts" in text
    assert "Level AAA was not evaluated" in text
    assert "EN 301 549 is reported by V3.2.1" in text
    assert "No question of the product profile has been answered" in text


def test_what_others_made_is_named(sample_view: RunView) -> None:
    tables = (
        Ownership(owner="third-party", name="Video player", frames=("*video*",)),
        Ownership(owner="user-content", selectors=(".post",)),
        Ownership(owner="product", name="Toolbar", selectors=(".bar",)),
    )
    text = " ".join(notes(collect(sample_view), Config(ownership=tables), edition("508")))
    assert "shown on the pages: third-party content (Video player) and content of users. Failures there count" in text
    assert "Toolbar" not in text


def test_what_holds_for_a_component_in_all_rows_is_said_above_the_table(sample_view: RunView, config: Config) -> None:
    level_a = build(sample_view, config).tables[0]
    said = [note for note in level_a.notes if note.startswith("Electronic Docs, where undecided: Documents offered")]
    assert len(said) == 1
