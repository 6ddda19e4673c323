from __future__ import annotations

import pytest

from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import PageFacts, Target, TargetResult, TargetStatus, Variant


def test_halves_of_utf16_pairs_become_replacement_characters() -> None:
    assert Redactor().model(PageFacts(title="half \ud83d of \ud83d\ude00")) == PageFacts(title="half \ufffd of 😀")


def test_known_secret_next_to_half_a_pair_is_hidden_too() -> None:
    assert Redactor(["hunter2!"]).model(PageFacts(title="\udc00 hunter2!")).title == "\ufffd REDACTED"


@pytest.mark.parametrize("typed", ["failed", "dark", "outcome", "role", "main", "check"])
def test_a_typed_word_of_our_own_vocabulary_breaks_no_model(typed: str) -> None:
    target = Target(
        url=f"https://example.com/?q={typed}", state=f"searched for {typed}", variant=Variant(color_scheme="dark")
    )
    result = TargetResult(order=0, target=target, status=TargetStatus.AUDITED, evidence={"axe": [f"<p>{typed}</p>"]})
    clean = Redactor((typed,)).model(result)
    assert clean.target == target.model_copy(update={"url": "https://example.com/?q=REDACTED"})
    assert clean.evidence == {"axe": ["<p>REDACTED</p>"]}
    assert clean.status == result.status


@pytest.mark.parametrize("name", ["session_id", "PHPSESSID", "access_token", "X-Amz-Credential", "pwd", "api_key"])
def test_a_parameter_that_names_a_secret_loses_its_value(name: str) -> None:
    assert Redactor().text(f'<a href="/x?a=1&{name}=v4lue">') == f'<a href="/x?a=1&{name}=REDACTED">'


@pytest.mark.parametrize("name", ["assess", "design", "code", "sessions"])
def test_other_parameters_are_left(name: str) -> None:
    assert Redactor().text(f"/x?{name}=v4lue") == f"/x?{name}=v4lue"


def test_a_short_secret_is_hidden_as_a_word_and_leaves_longer_words_alone() -> None:
    assert Redactor(("demo",)).text("demo, demonstration, user=demo") == "REDACTED, demonstration, user=REDACTED"
    assert Redactor(("longer-secret",)).text("xlonger-secretx") == "xREDACTEDx"


def test_what_stands_for_a_star_is_hidden_wherever_a_pattern_is() -> None:
    redactor = Redactor(patterns=("/users/*", "user-*-row", "by=*"))
    told = {
        "https://x.example/Users/ada%20l/posts?by=ada&page=2": "https://x.example/Users/REDACTED/posts?by=REDACTED&page=2",
        '<li id="user-ada-row" class="user-row">': '<li id="user-REDACTED-row" class="user-row">',
        "the page left for /users/ada": "the page left for /users/REDACTED",
        "/users/ and /users": "/users/ and /users",
    }
    assert {text: redactor.text(text) for text in told} == told
    assert redactor.text("/users/REDACTED") == "/users/REDACTED"


@pytest.mark.parametrize(
    "said",
    [
        "Authorization: Basic dXNlcjpwYXNzd29yZA==", "basic YWRtaW46", "Authorization: Bearer abcdefgh.ijklmnop",
        "Basic authentication1", "BASIC Zm9vOmJhcg",
    ],
)  # fmt: skip
def test_credentials_of_http_are_hidden(said: str) -> None:
    assert Redactor().text(said).endswith(f"{said.split()[-2]} REDACTED")


@pytest.mark.parametrize(
    "said",
    ["Basic operations.", "basic input/output functions", "BASIC INTERPRETER", "Basic Customization", "bearer of"],
)
def test_words_after_basic_are_language(said: str) -> None:
    assert Redactor().text(said) == said


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("git+ssh://ada:s3cret@host/x", "git+ssh://REDACTED@host/x"),
        ("https://host:8080/users/@ada", "https://host:8080/users/@ada"),
        ("see http://host/a:b@c", "see http://host/a:b@c"),
    ],
)
def test_user_and_password_of_an_address_are_hidden(said: str, left: str) -> None:
    assert Redactor().text(said) == left
