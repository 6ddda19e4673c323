"""The browser's words for a failed request."""

from __future__ import annotations

import pytest

from a11ycheck.browser.network_fault import network_fault


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("Page.goto: net::ERR_TOO_MANY_REDIRECTS at http://x.example/", "redirect-loop"),
        ("net::ERR_CERT_AUTHORITY_INVALID", "tls"),
        ("net::ERR_CONNECTION_REFUSED", "refused"),
    ],
)
def test_a_known_fault_says_what_to_do(told: str, reason: str) -> None:
    fault = network_fault(told)
    assert fault is not None
    assert fault.reason == reason
    assert fault.hint


def test_another_fault_has_no_words_of_ours() -> None:
    assert network_fault("net::ERR_OF_TOMORROW") is None
