"""Which hosts a redirect or a sitemap entry may lead to."""

from __future__ import annotations

import socket

import pytest

from a11ycheck.targets import reach
from a11ycheck.targets.reach import Reach

HOSTS = {
    "docs.example": ["93.184.215.14"],
    "www.example": ["151.101.1.6", "2a04:4e42::6"],
    "rebound.example": ["93.184.215.14", "10.0.0.8"],
    "intranet.example": ["10.0.0.7"],
    "wiki.intranet.example": ["10.0.0.8"],
    "also.intranet.example": ["10.0.0.7"],
}


@pytest.fixture(autouse=True)
def resolver(monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def resolved(host: str, *args: object, **named: object) -> object:
        if host.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(2, 1, 6, "", (address, 0)) for address in HOSTS[host]] if host in HOSTS else real(host, None)

    monkeypatch.setattr(reach.socket, "getaddrinfo", resolved)
    reach._addresses.cache_clear()


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://127.0.0.1:8080/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.7]/",
        "http://0.0.0.0/",
        "http://100.64.0.1/",
        "http://2130706433/",
        "https://intranet.example/",
        "https://rebound.example/",
    ],
)
def test_a_public_target_leads_to_nothing_inside_the_network(url: str) -> None:
    assert Reach("https://docs.example/").refuses(url)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("https://docs.example/", "https://www.example/"),
        ("https://docs.example/", "https://docs.example/sitemap.xml"),
        ("https://docs.example/", "https://unknown.invalid/"),
        ("https://docs.example/", "https:///nothing"),
        ("https://docs.example/", "http://[broken"),
        ("https://intranet.example/", "https://intranet.example:8443/"),
        ("https://intranet.example/", "https://also.intranet.example/"),
        ("https://intranet.example/", "https://www.example/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:9000/"),
    ],
)
def test_public_hosts_and_the_targets_own_may_be_asked(target: str, url: str) -> None:
    assert not Reach(target).refuses(url)


def test_a_target_inside_the_network_leads_to_no_other_machine_there() -> None:
    assert Reach("https://intranet.example/").refuses("https://wiki.intranet.example/")
