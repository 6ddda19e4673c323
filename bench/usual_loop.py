"""The loop that most teams write with axe-playwright-python: one Chromium, a new page a URL, `Axe().run` with defaults.

python -m bench.usual_loop FILE_WITH_URLS BROWSER
"""

from __future__ import annotations

import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from a11ycheck.browser.launch import QUIET_ARGS


def main() -> None:
    urls = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    axe = Axe()
    found = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[2], args=list(QUIET_ARGS))
        for url in urls:
            page = browser.new_page()
            page.goto(url)
            found += axe.run(page).violations_count
            page.close()
        browser.close()
    print(f"{len(urls)} pages, {found} violations")


if __name__ == "__main__":
    main()
