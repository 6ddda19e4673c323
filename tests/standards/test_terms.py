from a11ycheck.standards.terms import terms


def test_terms_in_template_order():
    labels = ["Supports", "Partially Supports", "Does Not Support", "Not Applicable", "Not Evaluated"]
    assert [term.label for term in terms()] == labels


def test_not_evaluated_is_for_level_aaa_alone():
    assert [term.id for term in terms() if term.rows == "AAA"] == ["not-evaluated"]
    assert all(term.meaning for term in terms())
