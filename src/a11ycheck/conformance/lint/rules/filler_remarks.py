"""Remarks are about their row: no formula, no praise, not the criterion in other words.

Reviewers reject "No issues found", "N/A", a restated criterion and praise as they reject empty remarks: none of it says what
was tested, what falls short and whom it hinders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Entry, Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.guidance import guidance
from a11ycheck.standards.wcag import criterion

RULE = LintRule("filler-remarks", Severity.WARNING)
FEWEST = 4
FACTS = 25
"""From so many words on, remarks with praise in them most likely hold facts beside it."""
_NOTHING = re.compile(
    r"(?:n\.?/?a\.?|not applicable|none|nil|ok|okay|yes|no|tbd|to be (?:determined|done|confirmed)|see (?:above|below|notes?)"
    r"|(?:fully |partially )?(?:supports?|supported)|does not support|pass(?:es|ed)?|fail(?:s|ed)?|complian(?:t|ce)|complies"
    r"|no (?:known |accessibility )*(?:issues?|problems?|violations?|errors?|exceptions?|failures?|defects?)"
    r"(?: (?:were |was |are )?(?:found|known|identified|detected|reported|observed))?"
    r"|(?:the )?(?:product|web ?site|application|system|software|content|it)?\s*(?:fully )?"
    r"(?:supports?|meets?|conforms? (?:to|with)|complies with|satisfies|passes)"
    r" (?:this|the|all) (?:success )?(?:criterion|criteria|requirements?|provisions?|standards?))",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:striv(?:es?|ing) (?:to|for)|committed to|excellent(?:ly)?|world[- ]class|industry[- ]leading"
    r"|best[- ]in[- ]class|state[- ]of[- ]the[- ]art|fully accessible|highly accessible|proud(?:ly)?|seamless(?:ly)?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    {
        "this", "that", "with", "from", "have", "been", "will", "does", "user", "users", "content", "page", "pages", "product",
        "application", "website", "supports", "support", "meets", "criterion", "success", "provides", "provided", "ensures",
        "ensure", "when", "where", "which", "they", "them", "their", "each", "such", "also",
    }
)  # fmt: skip
_SHORT = ("Partially Supports", "Does Not Support")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for entry in report.entries:
        text = " ".join(entry.remarks.split())
        if not text or not entry.level:
            continue
        if _NOTHING.fullmatch(text.rstrip(".! ")):
            yield RULE.problem(entry, f"“{text[:60]}” says nothing of this row")
        elif len(text.split()) < FACTS and (praise := _PRAISE.search(text)):
            yield RULE.problem(entry, f"“{praise[0]}” is praise; say what was tested and what was found")
        elif entry.level in _SHORT and len(text.split()) < FEWEST and "://" not in text:
            yield RULE.problem(entry, f"“{text}” names neither the function nor how it falls short")
        elif _restates(entry, text):
            yield RULE.problem(entry, f"“{text[:60]}” repeats the criterion; say what was tested and what was found")


def _restates(entry: Entry, text: str) -> bool:
    """Whether nearly all words of the remarks are words of the criterion."""
    asked = guidance(entry.num) if entry.is_wcag else None
    if asked is None or "://" in text or re.search(r"\d|[“\"]", text):
        return False
    words = set(_WORD.findall(text.lower())) - _COMMON
    stems = {word[:5] for word in _WORD.findall(f"{criterion(entry.num).name} {asked.asks}".lower())}
    return len(words) >= FEWEST and sum(word[:5] in stems for word in words) >= 0.9 * len(words)
