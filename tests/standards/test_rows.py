from a11ycheck.standards.rows import standard_row

RECORD = {
    "clause": "7.3",
    "title": "User controls",
    "chapter": "video",
    "kind": "requirement",
    "handling": "ask",
    "question": "media",
    "openacr": True,
    "template_response": None,
}


def test_absent_facts_are_empty():
    row = standard_row("en301549", RECORD)
    assert (row.num, row.question, row.in_openacr) == ("7.3", "media", True)
    assert (row.annex_a1, row.fps_primary, row.trusted_tester) == (None, (), ())


def test_given_facts_are_kept():
    row = standard_row(
        "en301549", {**RECORD, "annex_a1": "conditional", "fps": {"primary": ["4.2.4"], "secondary": []}}
    )
    assert (row.annex_a1, row.fps_primary, row.fps_secondary) == ("conditional", ("4.2.4",), ())
