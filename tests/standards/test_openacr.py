import pytest

from a11ycheck.standards import editions, openacr


def test_five_catalogs():
    rows = {
        name: sum(len(chapter.rows) for chapter in catalog.chapters) for name, catalog in openacr.catalogs().items()
    }
    assert rows == {
        "2.5-edition-wcag-2.0-508-en": 156,
        "2.5-edition-wcag-2.1-508-en": 173,
        "2.5-edition-wcag-2.2-508-en": 182,
        "2.5-edition-wcag-2.2-508-eu-en": 344,
        "2.5-edition-wcag-2.2-en": 87,
    }


@pytest.mark.parametrize(
    ("edition_id", "catalog_id"),
    [
        ("wcag", "2.5-edition-wcag-2.2-en"),
        ("508", "2.5-edition-wcag-2.0-508-en"),
        ("int", "2.5-edition-wcag-2.2-508-eu-en"),
    ],
)
def test_each_edition_has_its_catalog(edition_id, catalog_id):
    catalog, disabled = openacr.edition_catalog(editions.edition(edition_id))
    assert (catalog.id, disabled) == (catalog_id, ())


def test_eu_edition_disables_the_508_chapters():
    catalog, disabled = openacr.edition_catalog(editions.edition("eu"))
    assert catalog.id == "2.5-edition-wcag-2.2-508-eu-en"
    assert disabled == ("functional_performance_criteria", "hardware", "software", "support_documentation_and_services")


def test_no_catalog_for_en_with_wcag_21():
    with pytest.raises(ValueError, match=r"no catalog for the EN 301 549 Edition with WCAG 2\.1"):
        openacr.edition_catalog(editions.edition("eu", wcag_version="2.1"))


@pytest.mark.parametrize("edition_id", editions.EDITION_IDS)
def test_editions_and_catalogs_agree_on_rows(edition_id):
    edition = editions.edition(edition_id)
    catalog, disabled = openacr.edition_catalog(edition)
    listed = {row.num for chapter in catalog.chapters if chapter.id not in disabled for row in chapter.rows}
    assert listed == {row.num for row in edition.rows if row.in_openacr}


def test_components_and_terms():
    assert list(openacr.components()) == ["web", "electronic-docs", "software", "authoring-tool", "none"]
    assert openacr.terms()["partially-supports"] == "Partially Supports"
    catalog = openacr.catalogs()["2.5-edition-wcag-2.2-en"]
    assert catalog.chapters[0].rows[0] == openacr.CatalogRow(
        "1.1.1", "Non-text Content", ("web", "electronic-docs", "software", "authoring-tool")
    )
