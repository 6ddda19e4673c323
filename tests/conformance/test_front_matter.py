from __future__ import annotations

from a11ycheck.config import Config, Product
from a11ycheck.conformance.front_matter import front_matter, paragraphs
from a11ycheck.store.queries import RunView


def test_complete_front_matter_has_no_gap(sample_view: RunView, config: Config) -> None:
    front = front_matter(config, sample_view)
    assert front.gaps == ()
    assert front.title == "Example Corp Accessibility Conformance Report"
    assert front.date == "24 November 2099"
    assert front.product == "Parley docs 7.2"


def test_every_missing_value_is_a_visible_gap(sample_view: RunView) -> None:
    front = front_matter(Config(), sample_view)
    assert front.title == "[Company not given] Accessibility Conformance Report"
    assert front.gaps == (
        "Not given: set product.company in a11ycheck.toml.",
        "Not given: set product.name and product.version in a11ycheck.toml.",
        "Not given: set product.report_date in a11ycheck.toml.",
        "Not given: set product.description in a11ycheck.toml.",
        "Not given: set product.contact in a11ycheck.toml.",
    )


def test_a_missing_version_alone_is_named(sample_view: RunView) -> None:
    front = front_matter(Config(product=Product(name="Parley")), sample_view)
    assert "Not given: set product.version in a11ycheck.toml." in front.gaps


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("a\nb\n\n\n c \n") == ("a\nb", "c")
