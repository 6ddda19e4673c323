"""Whatever texts a page holds: no check stops on its evidence."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

import pytest
from tests.conftest import Web, document
from tests.security.corpus import TEXTS

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserSession
from a11ycheck.checks.base import Evidence, judge_page
from a11ycheck.model import Effort, PageFacts, Target, Visit


@pytest.fixture(scope="module")
def evidence(chromium: BrowserSession) -> Iterator[dict[str, Any]]:
    """What collectors bring home from a page with a bit of everything."""
    web = Web()
    body = """<h1>Everything</h1><nav aria-label=Main><a href=/a>A</a><a href=#b>B</a></nav><img src=x.png><img alt="Logo">
    <h3 id=b>Skipped</h3><form><label>Name <input autocomplete=name required></label><select><option>A</select><button></button>
    <fieldset><legend>Choice</legend><input type=radio name=r></fieldset></form><table><tr><th>A<td>B</table>
    <iframe title=F srcdoc="<p>In"></iframe><video src=v.mp4><track src=t.vtt></video><ul><li>x</ul><p lang=fr>Bonjour</p>
    <div role=tab aria-selected=true>T</div>
    <button aria-expanded=false aria-controls=b>Menu</button><p style="color:#999">Grey text</p><a href=x.pdf>click here</a>"""
    url = web.page("/page", document(body))
    found: dict[str, Any] = {}
    shared: dict[str, Any] = {}
    for driving in (False, True):
        with chromium.watchdog.limit(120):
            [result] = audit_visit(
                Visit(order=0, url=url, driving=driving), chromium, AuditOptions(Effort.STANDARD, timeout=120)
            )
        found |= result.evidence
        shared |= result.shared
    yield {"collected": found, "shared": shared}
    web.close()


TEXT_KEYS = {
    "name", "text", "title", "html", "selector", "href", "src", "alt", "around", "label", "message",
    "description", "placeholder", "lang", "file", "url", "id", "class", "value", "role", "key",
}  # fmt: skip


def reworded(value: Any, chance: random.Random, share: float, key: str = "") -> Any:
    """The same shape with hostile texts where pages put theirs."""
    if isinstance(value, dict):
        return {name: reworded(item, chance, share, name) for name, item in value.items()}
    if isinstance(value, list):
        return [reworded(item, chance, share, key) for item in value]
    if isinstance(value, str) and key in TEXT_KEYS and chance.random() < share:
        return chance.choice(list(TEXTS.values()))[:2000]
    return value


@pytest.mark.parametrize(
    "seeds",
    [range(12), pytest.param(range(12, 400), marks=[pytest.mark.soak, pytest.mark.timeout(3600)])],
    ids=["few", "many"],
)
def test_no_check_stops_on_texts_and_numbers_of_a_page(evidence: dict[str, Any], seeds: range) -> None:
    found = set()
    for seed in seeds:
        chance = random.Random(seed)
        collected = copy.deepcopy(evidence["collected"])
        collected = {name: data if name == "axe" else reworded(data, chance, 0.3) for name, data in collected.items()}
        facts = PageFacts(
            title=chance.choice(list(TEXTS.values()))[:5000], language=chance.choice(list(TEXTS.values()))[:30]
        )
        judged = judge_page(
            Evidence(Target(url="https://a.test/"), facts, collected, evidence["shared"]),
            Effort.THOROUGH,
            ran=frozenset(collected),
        )
        found |= {(one.check, one.message) for one in judged if one.data.get("fault")}
    assert found == set()
