"""A sample is judged in a fixed order: structured pages, processes step by step, random pages; each page once."""

from __future__ import annotations

from a11ycheck.store.audit_sample import AuditSample, SamplePage, SampleProcess, Why
from a11ycheck.web.sample_parts import in_order, parts


def page(place: str, why: Why = "structured") -> SamplePage:
    return SamplePage(place, f"https://x{place}", why=why)


HOME, CART, PAY, LUCKY = page("/"), page("/cart", "process"), page("/pay", "process"), page("/luck", "random")
BUY, LEAVE = SampleProcess("Buy", ("/", "/cart", "/pay")), SampleProcess("Leave", ("/cart", "/"))


def told(sample: AuditSample | None) -> list[tuple[str, list[str], list[str]]]:
    return [(part.title, [one.place for one in part.pages], sorted(part.again)) for part in parts(sample)]


def test_without_a_sample_there_is_nothing_to_judge() -> None:
    assert parts(None) == in_order(None) == ()
    assert parts(AuditSample(())) == ()


def test_the_parts_come_in_order_whatever_the_order_of_the_pages() -> None:
    sample = AuditSample((LUCKY, PAY, HOME, CART), processes=(BUY,))
    assert told(sample) == [
        ("Structured sample", ["/"], []), ("Process: Buy", ["/", "/cart", "/pay"], []), ("Random sample", ["/luck"], []),
    ]  # fmt: skip
    assert in_order(sample) == (HOME, CART, PAY, LUCKY)


def test_steps_that_an_earlier_process_has_too_are_known() -> None:
    found = told(AuditSample((HOME, CART, PAY), processes=(BUY, LEAVE)))
    assert found[1:] == [
        ("Process: Buy", ["/", "/cart", "/pay"], []),
        ("Process: Leave", ["/cart", "/"], ["/", "/cart"]),
    ]


def test_a_step_that_the_sample_lacks_is_left_out_and_a_loose_step_is_not() -> None:
    assert told(AuditSample((CART, PAY), processes=(SampleProcess("Buy", ("/gone", "/cart")),))) == [
        ("Process: Buy", ["/cart"], []), ("Steps of processes", ["/pay"], []),
    ]  # fmt: skip
