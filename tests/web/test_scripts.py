"""Screen-reader scripts: what should be heard, what was heard, and where that shows."""

from __future__ import annotations

import re
from contextlib import closing

from tests.web.conftest import Hand, says

from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.verdicts import rulings
from a11ycheck.web.desk import Audit


def keys(shown: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'name="result:(\w+)"', shown)))


def heard(audit: Audit) -> dict[str, tuple[str, str, str]]:
    with closing(open_audit_file(audit.audit_file)) as connection:
        return {
            key: (ruling.verdict.result, ruling.verdict.note, ruling.verdict.assistive_technology)
            for (subject, key, _), ruling in rulings(connection).items()
            if subject == "heard"
        }


def test_a_script_says_what_each_screen_reader_should_announce(tester: Hand) -> None:
    assert "Agree check box not checked" in tester.get("/script/nvda/1")
    assert "Agree, unchecked, checkbox" in tester.get("/script/voiceover/1")
    assert "not a screen reader test" in tester.get("/script/jaws/1")


def test_what_was_heard_is_signed_with_the_screen_reader(tester: Hand, audit: Audit) -> None:
    tester.sample("/index")
    first, second, *_ = keys(tester.get("/script/nvda/1"))
    fields = {f"result:{first}": "as-expected", f"result:{second}": "differs", f"heard:{second}": "link, nothing"}
    answer = tester.post("/script/nvda/1", "/script/nvda/1", assistive_technology="2026.3", **fields)
    assert says(answer) == "Saved: 2 changed."
    assert heard(audit) == {
        f"nvda:{first}": ("as-expected", "", "NVDA 2026.3"),
        f"nvda:{second}": ("differs", "link, nothing", "NVDA 2026.3"),
    }
    assert says(tester.post("/script/nvda/1", "/script/nvda/1", **fields)) == "Nothing was changed."
    assert "1 as expected, 1 different" in tester.get("/test/4.1.2/1")
    assert "Script for NVDA</a>, 2 heard" in tester.get("/scripts")


def test_heard_differently_needs_what_was_heard(tester: Hand, audit: Audit) -> None:
    first = keys(tester.get("/script/jaws/1"))[0]
    answer = tester.post("/script/jaws/1", "/script/jaws/1", **{f"result:{first}": "differs"})
    assert "Write what was heard instead." in says(answer)
    assert heard(audit) == {}


def test_a_page_without_a_tree_says_how_to_get_one(tester: Hand, audit: Audit) -> None:
    with closing(open_audit_file(audit.audit_file)) as connection:
        connection.execute("DELETE FROM evidence WHERE collector = 'reading'")
    assert "The run kept no accessibility tree of this page." in tester.get("/script/nvda/1")
