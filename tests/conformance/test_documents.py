from __future__ import annotations

from tests.conformance.acr_sample import SITE, WriteRun, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.documents import linked_documents
from a11ycheck.conformance.formats import html


def with_links(order: int, name: str, *hrefs: str):
    links = {"pages": ["/b"], "documents": [href.removeprefix(SITE) for href in hrefs], "canonical": "", "cut": False}
    return page(order, f"{SITE}/{name}", ()).model_copy(update={"evidence": {"links": links}})


def test_documents_are_listed_once_with_the_pages_that_link_to_them(write_run: WriteRun) -> None:
    view = write_run(
        with_links(0, "a", f"{SITE}/files/Guide%201.PDF?v=2", "https://other.example.net/form.docx"),
        with_links(1, "b", f"{SITE}/files/Guide%201.PDF#page=2"),
    )
    found = linked_documents(view)
    assert [(document.name, len(document.targets)) for document in found.found] == [
        ("/files/Guide 1.PDF", 2),
        ("https://other.example.net/form.docx", 1),
    ]
    assert found.targets_read == 2


def test_a_document_served_from_this_machine_is_named_by_its_path(write_run: WriteRun) -> None:
    (found,) = linked_documents(write_run(with_links(0, "a", "http://127.0.0.1:40365/_static/guide.pdf"))).found
    assert found.name == "/_static/guide.pdf"


def test_no_evidence_means_no_inventory(write_run: WriteRun, config: Config) -> None:
    view = write_run(page(0, f"{SITE}/", ()))
    assert linked_documents(view).targets_read == 0
    reasons = next(p for p in build(view, config).proposals if p.row.num == "1.1.1").answer("electronic-docs").reasons
    assert "no inventory" in reasons[-1].text


def test_a_profile_without_downloads_conflicts_with_documents_that_were_found(
    write_run: WriteRun, config: Config
) -> None:
    view = write_run(with_links(0, "a", f"{SITE}/guide.pdf"))
    product = config.product.model_copy(update={"profile": config.product.profile | {"downloads": False}})
    acr = build(view, config.model_copy(update={"product": product}))
    answer = next(p for p in acr.proposals if p.row.num == "1.1.1").answer("electronic-docs")
    assert (answer.level, answer.suggested) == (None, None)
    assert "conflict" in answer.codes
    assert "/guide.pdf" in html.render(acr).decode()
