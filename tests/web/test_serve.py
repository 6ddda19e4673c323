"""Where the audit listens, and by which names it may be called."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from a11ycheck.errors import UsageError
from a11ycheck.web.serve import is_loopback, listen, names_of, shown_address


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.5.5.5", True), ("::1", True), ("0.0.0.0", False), ("10.0.0.9", False)],
)
def test_loopback_is_told_from_networks(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_name_is_no_address() -> None:
    with pytest.raises(UsageError, match="not an IP address"):
        is_loopback("my-machine")


def test_all_networks_means_the_addresses_of_this_machine() -> None:
    assert "127.0.0.1" in names_of("0.0.0.0")
    assert socket.gethostname().lower() in names_of("0.0.0.0")
    assert names_of("10.0.0.9")[0] == "10.0.0.9"
    assert names_of("fd00::9")[0] == "[fd00::9]"


def test_a_taken_port_is_said() -> None:
    with closing(listen(0)) as opened:
        port = opened.getsockname()[1]
        assert shown_address(opened, "0.0.0.0") == f"http://127.0.0.1:{port}/"
        with pytest.raises(UsageError, match=f"port {port} cannot be used"):
            listen(port)
