"""Our way of running axe finds the same as plain `axe.run`: node for node, in both worlds, on the same settled page.

    python -m bench.parity [FOLDER] [--pages 100] [--axe-source FILE]

FOLDER: rendered HTML, default Debian's python3.11-doc. Prints pages compared and each difference; exits 1 on any.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from a11ycheck.browser import axe_source
from a11ycheck.browser.load import load
from a11ycheck.browser.realm import MainRealm
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.config import Config
from a11ycheck.evidence import axe
from a11ycheck.model import Variant
from a11ycheck.targets.plan import plan

PLAIN = """async (options) => {
  const results = await axe.run(document, options);
  const nodes = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => JSON.stringify([rule.id, node.target])));
  return { violations: nodes(results.violations), incomplete: nodes(results.incomplete) };
}"""


def found(results: dict[str, Any]) -> dict[str, set[str]]:
    def nodes(rules: list[dict[str, Any]]) -> set[str]:
        pairs = [[rule["id"], node["target"]] for rule in rules for node in rule["nodes"]]
        return {json.dumps(pair, separators=(",", ":"), ensure_ascii=False) for pair in pairs}

    return {kind: nodes(results[kind]) for kind in ("violations", "incomplete")}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="/usr/share/doc/python3.11/html")
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--axe-source", type=Path)
    given = parser.parse_args()
    if not Path(given.folder).is_dir():
        print(f"{given.folder} is not here; install python3.11-doc or name a folder of HTML")
        return 2
    differences = compared = nodes = 0
    session = BrowserSession(BrowserOptions(axe_source=axe_source.read(given.axe_source)))
    with plan(Config(targets=(given.folder,))) as planned:
        step = max(1, len(planned.visits) // given.pages)
        for visit in planned.visits[::step][: given.pages]:
            with session.page(Variant()) as opened:
                realm, _ = load(opened, visit.url, session.options)
                main_realm = MainRealm(opened.page.main_frame, session.options.axe_source)
                main_realm.load_axe()
                plain = {kind: set(listed) for kind, listed in main_realm.evaluate(PLAIN, axe.OPTIONS).items()}
                compared += 1
                nodes += sum(len(listed) for listed in plain.values())
                for world, ours in (("isolated", found(axe.run(realm))), ("main", found(axe.run(main_realm)))):
                    for kind, expected in plain.items():
                        for node in sorted(expected ^ ours[kind]):
                            differences += 1
                            side = "only plain" if node in expected else "only ours"
                            print(f"{planned.display(visit.url)}: {world} world, {kind}: {side}: {node}")
    session.close()
    print(
        f"axe-core {axe_source.version(session.options.axe_source)}: {compared} pages, {nodes} nodes, {differences} differences"
    )
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
