"""Hostile texts, and a run that has each of them wherever a page or a person can put text."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from a11ycheck.model import (
    CheckOutcome,
    Identity,
    Impact,
    Location,
    Outcome,
    PageFacts,
    Target,
    TargetResult,
    TargetStatus,
    Visit,
    short_hash,
)
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.writer import RunWriter

RUN = "window.canary=1"
TEXTS: dict[str, str] = {
    "script": f"<script>{RUN}</script>",
    "ends": f"</title></textarea></style></script></noscript></template>--><script>{RUN}</script>",
    "image": f"<img src=x onerror={RUN}>",
    "svg": f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    "double": f'" onfocus="{RUN}" autofocus tabindex=0 x="',
    "single": f"' onmouseover='{RUN}' style='position:fixed;inset:0' x='",
    "unquoted": f"x onload={RUN} onerror={RUN}",
    "address": f"javascript:{RUN}//",
    "address-split": f"java\tscript:{RUN}//",
    "data": f"data:text/html,<script>{RUN}</script>",
    "style": "</style><style>*{display:none}</style>",
    "import": "@import url(//evil.test/x.css); x:expression(1)",
    "jinja": "{{ 7 * 7 }}{% for x in () %}{{ cycler.__init__.__globals__ }}",
    "format": "{0.__class__} %s %n ${7*7} #{7*7} <%= 7*7 %>",
    "markdown": f"[click](javascript:{RUN}) ![x](https://evil.test/x.png) **bold** `code` | cell | ~~~\n# Heading",
    "markdown-html": f"<details open ontoggle={RUN}><summary>x</summary></details>",
    "mention": "@everyone #1 fixes #2 <!-- hidden",
    "command": "::error file=x::owned",
    "command-line": "x\n::add-mask::y\r\n::set-output name=a::b\n##[error]z\n##vso[task.complete]",
    "command-encoded": "%0A::error::x %0D%25",
    "ansi": "\x1b[2J\x1b[31mred\x1b[0m \x9b31m",
    "osc": "\x1b]0;owned\x07\x1b]8;;https://evil.test\x1b\\link\x1b]8;;\x1b\\ \x1b]52;c;b3duZWQ=\x07",
    "controls": "a\x00b\x01c\x08d\x0be\x0cf\x1fg\x7fh\x85i\ufffej\uffffk",
    "overwrite": "good\rbad\x08\x08",
    "formula": "=cmd|' /C calc'!A0",
    "formula-link": '=HYPERLINK("https://evil.test","click")',
    "formula-plus": "+1+1",
    "formula-minus": "-2+3",
    "formula-at": "@SUM(1+1)",
    "formula-tab": "\t=1+1",
    "formula-line": "\r\n=1+1",
    "entity": "&lt;b&gt; &amp;#60; &nbsp; &xxe; ]]> <![CDATA[ <!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "yaml": "- !!python/object/apply:os.system ['true']\n...\n---\n*alias &anchor ? : # x: {a: b}",
    "yaml-word": "no",
    "rtl": "\u202egnp.exe\u202c \u2066x\u2069 \u200b\u200d\ufeff",
    "lines": "one\u2028two\u2029three\x0bfour",
    "emoji": "👩🏽‍🦽 \U0001f9d1 é e\u0301 \u0130",
    "path": "../../../../etc/passwd",
    "path-back": "..\\..\\windows\\system32 C:\\x \\\\host\\share",
    "rich": "[bold red]x[/bold red] [link=https://evil.test]y[/link] :skull:",
    "long": "A" * 1_000_000,
    "empty": "",
    "space": " \t ",
}
SITE = "https://docs.example.test"


def outcome(name: str, text: str, target: Target, kind: Outcome) -> CheckOutcome:
    """An outcome in whose every text a hostile one stands."""
    return CheckOutcome(
        check="axe", rule="image-alt" if kind is Outcome.FAILED else "color-contrast", outcome=kind,
        criteria=("1.1.1",) if kind is Outcome.FAILED else ("1.4.3",), impact=Impact.CRITICAL, message=text, help=text[:500],
        help_url=text[:500],
        location=Location(
            selector=text[:2000] or "main", html=text[:2000],
            identity=Identity(role="img", name=text[:2000], landmarks=(text[:200],), anchor=text[:200]),
        ),
        fingerprint=short_hash(name, kind), group=short_hash(name, kind, "group"), data={"text": text[:2000]},
    )  # fmt: skip


def page(order: int, name: str, text: str) -> TargetResult:
    """A page whose title, address, state and findings are hostile."""
    target = Target(url=f"{SITE}/{name}?q={text[:500]}", state=text[:80].strip())
    return TargetResult(
        order=order, target=target, status=TargetStatus.AUDITED,
        facts=PageFacts(final_url=text[:500] or target.url, http_status=200, title=text, language=text[:20], skeleton=text[:20]),
        outcomes=(outcome(name, text, target, Outcome.FAILED), outcome(name, text, target, Outcome.CANT_TELL)),
    )  # fmt: skip


def lost(order: int, name: str, text: str) -> TargetResult:
    """A page that could not be audited, with a hostile message."""
    target = Target(url=f"{SITE}/lost-{name}?q={text[:500]}")
    return TargetResult(
        order=order, target=target, status=TargetStatus.NOT_AUDITED, reason="http-500", message=text, facts=PageFacts()
    )


def write_hostile_run(path: Path, texts: dict[str, str] = TEXTS) -> None:
    """A run of pages with these texts, as a scan would store it."""
    results = [page(number, name, text) for number, (name, text) in enumerate(texts.items())]
    results += [lost(len(texts) + number, name, text) for number, (name, text) in enumerate(texts.items())]
    with closing(open_audit_file(path)) as connection:
        writer = RunWriter.start(connection, {"targets": [SITE], "effort": "standard"})
        visits = [Visit(order=result.order, url=result.target.url) for result in results]
        writer.add_visits(visits)
        for visit, result in zip(visits, results, strict=True):
            writer.save(visit, [result], keep_evidence=True)
        writer.finish("complete", {"axe": "4.12.1", "browser": "chromium"})
