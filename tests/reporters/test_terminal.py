from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from rich.console import Console

from a11ycheck.model import CheckOutcome, Impact, Location, Outcome, Target, TargetResult, TargetStatus, Visit
from a11ycheck.reporters.terminal import MOST_SHOWN, Detail, show
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

GATE = "Gate failed: 5 findings in 3 groups."
ESCAPE_CODES = re.compile(r"\x1b\[[0-9;]*m")
OF_THE_PAGE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e]")

WHOLE_SUMMARY = r"""
Not audited: 2 pages
  https://docs.example.test/missing.html
    http-error: the server answered 404 Not Found
  javascript:window.canary=1//
    load-failed: no such page </title><script>window.canary=1</script>[U+202E]gnp.exe[U+202C] [U+001B]]8;;https://evil.test[U+0007]click[U+001B]]8;;[U+0007] [bold red]x[/]

Audited in part: 1 page
  https://app.example.test/#/settings [menu open]
    dom-not-quiet: the page was still changing after 3 s

Violations: 3 groups, 5 places
  Critical
    Images must have alternative text: img (image-alt)
      1.1.1 Non-text Content (A)
      2 of 3 pages, 3 places; for example https://docs.example.test/
      #logo
      https://dequeuniversity.com/rules/axe/4.12/image-alt
  Serious
    Elements must meet minimum color contrast ratio thresholds: paragraph (color-contrast)
      1.4.3 Contrast (Minimum) (AA)
      1 of 2 pages, 1 place; for example https://docs.example.test/
      p.note
      https://dequeuniversity.com/rules/axe/4.12/color-contrast
    Links must have discernible text: link (link-name)
      2.4.4 Link Purpose (In Context) (A), 4.1.2 Name, Role, Value (A)
      1 of 2 pages, 1 place; for example https://docs.example.test/hostile.html?q=%3Cscript%3E&x='"><script>window.canary=1</script>
      a[title='"><script>window.canary=1</script>']

Needs review: 2 groups, 2 places
  Serious
    Elements must meet minimum color contrast ratio thresholds: heading in main (color-contrast)
      1.4.3 Contrast (Minimum) (AA)
      1 of 2 pages, 1 place; for example https://docs.example.test/
      .hero h1
      https://dequeuniversity.com/rules/axe/4.12/color-contrast
  Moderate
    Content needs scrolling in two directions at 320 CSS px (reflow)
      1.4.10 Reflow (AA)
      1 of 1 page, 1 place; for example https://docs.example.test/
      table.wide

Best practice (no violation of a standard): 1 group, 1 place
  Moderate
    All page content should be contained by landmarks (region)
      1 of 1 page, 1 place; for example https://docs.example.test/guide.html (320x256+dark)
      body > div
      https://dequeuniversity.com/rules/axe/4.12/region

6 pages: 3 audited, 1 audited in part, 2 not audited
3 violation groups, 2 needs-review groups, 1 best-practice group
Driven by keyboard and zoom: 1 of 4 pages, 1 of 1 kinds of page (sample auto, seed 0).
Automated checks find only part of the barriers. Finding none is not conformance; a person has to judge the rest.
Reports: a11y-report/findings.html
Gate failed: 5 findings in 3 groups.
"""  # noqa: E501


@contextmanager
def run_of(results: list[TargetResult]) -> Iterator[RunView]:
    with closing(open_audit_file(Path(":memory:"))) as connection:
        run = RunWriter.start(connection, {})
        for result in results:
            run.save(Visit(order=result.order, url=result.target.url), [result], keep_evidence=False)
        yield RunView(connection)


def printed(view: RunView, **console: object) -> str:
    out = io.StringIO()
    show(view, Console(file=out, highlight=False, **console), GATE, [Path("a11y-report/findings.html")])
    return out.getvalue()


def test_summary_off_a_terminal_has_whole_lines_and_no_escape_codes(view: RunView) -> None:
    assert printed(view, width=40) == WHOLE_SUMMARY.lstrip("\n")


def test_page_texts_cannot_send_escape_codes_or_markup_to_a_terminal(view: RunView) -> None:
    text = printed(view, width=400, force_terminal=True, color_system="standard")
    assert "\x1b[1;31mCritical\x1b[0m" in text
    assert OF_THE_PAGE.search(ESCAPE_CODES.sub("", text)) is None
    assert "[U+001B]]8;;https://evil.test[U+0007]click" in text
    assert "[bold red]x[/]" in text


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_fit_a_narrow_terminal(view: RunView, width: int) -> None:
    lines = ESCAPE_CODES.sub("", printed(view, width=width, force_terminal=True)).splitlines()
    assert max(len(line) for line in lines) <= width
    assert "".join(line.strip() for line in lines).count("https://dequeuniversity.com/rules/axe/4.12/region") == 1


def test_no_color_leaves_colours_out(view: RunView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", printed(view, width=80, force_terminal=True))


def test_encoding_without_the_characters_of_a_page_shows_their_numbers(view: RunView) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    title = TargetResult(
        order=0, target=Target(url="docs/Überblick.html"), status=TargetStatus.NOT_AUDITED, reason="dns"
    )
    with run_of([title]) as other:
        show(other, Console(file=out), GATE)
    out.flush()
    assert b"docs/\\xdcberblick.html" in raw.getvalue()


def test_run_where_nothing_was_audited_says_so(tmp_path: Path) -> None:
    with run_of([]) as empty:
        assert "0 pages: none audited\n" in printed(empty)


def test_long_lists_are_cut_and_the_rest_is_counted() -> None:
    pages = [
        TargetResult(
            order=number,
            target=Target(url=f"https://x.test/{number}"),
            status=TargetStatus.AUDITED,
            outcomes=(
                CheckOutcome(
                    check="axe",
                    rule=f"rule-{number}",
                    outcome=Outcome.FAILED,
                    impact=Impact.MINOR,
                    location=Location(selector="p"),
                    group=f"g{number}",
                ),
            ),
        )
        for number in range(MOST_SHOWN + 3)
    ]
    with run_of(pages) as long:
        text = printed(long)
    assert text.count("(rule-") == MOST_SHOWN
    assert "and 3 more groups, in the reports" in text


CLOSING = "6 pages: 3 audited, 1 audited in part, 2 not audited"


def test_quiet_says_only_what_is_unknown_totals_and_the_result(view: RunView) -> None:
    out = io.StringIO()
    show(view, Console(file=out), GATE, details=["Baseline: 3 known"], detail=Detail.BRIEF)
    lines = out.getvalue().splitlines()
    unknown, told = lines[: lines.index(CLOSING)], lines[lines.index(CLOSING) :]
    assert [line for line in unknown if line and not line.startswith(" ")] == [
        "Not audited: 2 pages",
        "Audited in part: 1 page",
    ]
    assert sum(line.startswith("    ") for line in unknown) == 3  # why, for each
    assert told == [
        CLOSING,
        "3 violation groups, 2 needs-review groups, 1 best-practice group",
        "Driven by keyboard and zoom: 1 of 4 pages, 1 of 1 kinds of page (sample auto, seed 0).",
        "Automated checks find only part of the barriers. Finding none is not conformance; a person has to judge the rest.",
        GATE,
    ]


def test_plain_has_one_whole_line_a_thing_for_screen_readers(view: RunView) -> None:
    out = io.StringIO()
    console = Console(file=out, width=40, force_terminal=True)
    show(view, console, GATE, [Path("a11y-report/findings.html")], plain=True)
    lines = out.getvalue().splitlines()
    assert "\x1b" not in out.getvalue()
    assert not [line for line in lines if not line or line.startswith(" ")]
    assert lines[1].startswith(
        "Not audited: https://docs.example.test/missing.html. http-error: the server answered 404"
    )
    assert (
        "Violation, Critical: Images must have alternative text: img (image-alt). 1.1.1 Non-text Content (A). 2 of 3 pages,"
        " 3 places; for example https://docs.example.test/. #logo. https://dequeuniversity.com/rules/axe/4.12/image-alt"
    ) in lines
    assert lines[-1] == GATE
