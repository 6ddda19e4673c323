"""What a scan cannot cost less than: our workers, browsers, settling and reset; of axe's results only a count comes back.

python -m bench.floor_loop FILE_WITH_URLS WORKERS [AXE_FILE]
"""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

from pebble import ProcessPool

from a11ycheck.browser import axe_source
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.evidence.axe import OPTIONS
from a11ycheck.model import Variant

_COUNT = """async (options) => {
  const results = await axe.run(document, options);
  return results.violations.length + results.incomplete.length;
}"""
_session: BrowserSession | None = None


def main() -> None:
    urls = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    source = axe_source.read(Path(sys.argv[3]) if len(sys.argv) > 3 else None, None)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPool(int(sys.argv[2]), context=spawn, initializer=_start, initargs=(source,)) as pool:
        found = sum(pool.map(count, urls).result())
    print(f"{len(urls)} pages, {found} rules with results")


def _start(source: str) -> None:
    global _session
    _session = BrowserSession(BrowserOptions(axe_source=source))


def count(url: str) -> int:
    assert _session is not None
    with _session.page(Variant()) as opened:
        realm, _ = load(opened, url, _session.options)
        realm.load_axe()
        return int(realm.evaluate(_COUNT, OPTIONS))


if __name__ == "__main__":
    main()
