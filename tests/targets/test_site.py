"""Names of pages that stay the same though a served folder's port changes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from a11ycheck.targets.site import Site, Sites


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://127.0.0.1:4001/", "docs/index.html"),
        ("http://127.0.0.1:4001/guide/", "docs/guide/index.html"),
        ("http://127.0.0.1:4001/a%20b/%C3%A9.html?x=%20#/r", "docs/a b/é.html?x=%20#/r"),
        ("http://127.0.0.1:4001/%1b%5b31m.html", "docs/%1b%5b31m.html"),
        ("http://127.0.0.1:4001/%ff.html", "docs/%ff.html"),
        ("http://127.0.0.1:4001//evil.example/x", "docs//evil.example/x"),
        ("http://127.0.0.1:40011/", None),
        ("https://example.com/", None),
    ],
)
def test_a_site_names_the_file_of_its_pages(url: str, shown: str | None) -> None:
    assert Site("http://127.0.0.1:4001/", "docs").display(url) == shown


def test_one_server_per_folder_until_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    (tmp_path / "link").symlink_to("a")
    with closing(Sites()) as sites:
        one, other = sites.serve(Path("a")), sites.serve(Path("b"))
        assert sites.serve(Path("link")) is one
        assert [sites.display(site.base_url) for site in (one, other)] == ["a/index.html", "b/index.html"]
        assert sites.display("https://example.com/") == "https://example.com/"
        with urlopen(other.base_url, timeout=10) as response:
            assert response.read() == b"b"
    with pytest.raises(URLError):
        urlopen(other.base_url, timeout=10)
