"""The audit holds its own pages to what it asks of others: a thorough run over all states of the UI finds no failure."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.web.conftest import Hand
from waitress.server import create_server

from a11ycheck.config import Config
from a11ycheck.model import Effort, Outcome, TargetStatus
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit
from a11ycheck.web.serve import listen

PATHS = (
    "/", "/tester", "/profile", "/sample", "/rows", "/row/1.1.1", "/row/302.1", "/pages", "/page/1", "/test/1.1.1/1",
    "/test/1.4.3/1", "/test/2.4.3/1", "/scripts", "/script/nvda/1", "/findings", "/group/image-alt-main", "/finish",
)  # fmt: skip
LOOKS: dict[str, dict[str, object]] = {
    "light and dark": {"color_scheme": ("light", "dark")},
    "dark": {"color_scheme": ("dark",)},
    "narrow": {"viewport": ("320x640",)},
    "forced colours": {"forced_colors": (True,)},
}
FEW = ("/row/1.1.1", "/test/1.1.1/1", "/findings")
"""Pages of every kind, for each run of the tests; the soak takes all in every look."""


class _Silent:
    """Is told everything and says nothing."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None


@pytest.fixture
def base(audit: Audit, tmp_path: Path) -> Iterator[str]:
    """A running audit with conflicts, stale and open verdicts, and the cookie of its tester in a file."""
    app = create_app(audit)
    hand, other = Hand(app.test_client()), Hand(app.test_client(), "Bob")
    hand.post("/sample", place=["/index"], percent=100, seed=1, **{"process:/tour": "Join", "process:/admin": "Join"})
    hand.verdict("page", "1.1.1", "passed", "/index", note="Fine.")
    other.verdict("page", "1.1.1", "failed", "/index", note="Not fine.")
    hand.verdict("page", "1.4.3", "failed", "/index", note="Too light.")
    hand.verdict("row", "1.1.1", "Supports", "web")
    cookie = hand.client.get_cookie("a11ycheck_audit")
    assert cookie is not None
    with closing(listen(0)) as opened:
        server = create_server(app, sockets=[opened], threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        kept = {"name": cookie.key, "value": cookie.value, "domain": "127.0.0.1", "path": "/", "expires": -1,
                "httpOnly": True, "secure": False, "sameSite": "Strict"}  # fmt: skip
        (tmp_path / "state.json").write_text(json.dumps({"cookies": [kept], "origins": []}))
        yield f"http://127.0.0.1:{opened.getsockname()[1]}"
        server.close()


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.parametrize(
    ("look", "paths"),
    [("dark", FEW), *(pytest.param(look, PATHS, marks=pytest.mark.soak) for look in LOOKS if look != "dark")],
)
@pytest.mark.usefixtures("own_playwright")
def test_a_thorough_run_finds_no_failure(look: str, paths: tuple[str, ...], base: str, tmp_path: Path) -> None:
    config = Config(
        targets=tuple(base + path for path in paths), audit_file=tmp_path / "own.db", effort=Effort.THOROUGH, sample="all",
        storage_state=tmp_path / "state.json", timeout=300, **LOOKS[look],
    )  # fmt: skip
    finished = run(config, _Silent())
    with closing(open_audit_file(config.audit_file)) as connection:
        view = RunView(connection, finished.run_id)
        assert {target.status for target in view.targets} == {TargetStatus.AUDITED}, [
            (target.target.url, target.reason, target.message) for target in view.targets
        ]
        failed = [
            (
                finding.rule.rule,
                view.target_by_id[finding.target_id].target.page_key,
                finding.location.selector,
                finding.message,
            )
            for finding in view.findings()
            if finding.outcome is Outcome.FAILED
        ]
    assert failed == []
