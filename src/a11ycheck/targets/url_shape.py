"""The shape of addresses: what tells pages of a kind from endless ones, and what is only noise."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

LONGEST = 1000
DEEPEST = 15
MOST_REPEATS = 2

_NOISE = re.compile(
    r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|_ga|ref_src|phpsessid|jsessionid|session_?id|csrf\w*|nonce|_",
    re.IGNORECASE,
)
_PATH_SESSION = re.compile(r";jsessionid=[^/;?#]*", re.IGNORECASE)
_ID = re.compile(
    r"\d+([-_.:]\d+)*|[0-9a-f]{8}-[0-9a-f-]{20,}|(?=[a-z]*\d)[0-9a-f]{8,}|\d{4}-\d\d?(-\d\d?)?(t[\d:.z+-]+)?",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"(log|sign)[-_]?(out|off)|delete|destroy|remove|unsubscribe|deactivate|disconnect|revoke|cancel[-_]subscription",
    re.IGNORECASE,
)


def without_noise(url: str, *, queries: bool, routes: bool) -> str:
    """An address without session ids and campaign marks; without its query or hash route where those don't count."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True) if queries else []
    kept = [(name, value) for name, value in pairs if not _NOISE.fullmatch(name)]
    query = parts.query if queries and len(kept) == len(pairs) else urlencode(kept)
    path = _PATH_SESSION.sub("", parts.path)
    return urlunsplit((parts.scheme, parts.netloc, path, query, parts.fragment if routes else ""))


def shapes(url: str) -> tuple[str, ...]:
    """What pages that differ in ids, dates, page numbers or query values alone have in common; () for all others.

    `/2024/05/` is `/#/#/`, `/a?page=2` is `/a?page`.
    """
    parts = urlsplit(url)
    path = "/".join("#" if _ID.fullmatch(unquote(segment)) else segment for segment in parts.path.split("/"))
    route = re.sub(r"\d+", "#", parts.fragment)
    found = []
    if path != parts.path or route != parts.fragment:
        found.append(f"{path}#{route}")
    if parts.query:
        names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
        found.append(f"{path}?{'&'.join(names)}")
    return tuple(found)


def is_trap(url: str) -> bool:
    """An address that grows without end: very long, very deep, or repeating a part of its path."""
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    most = max((segments.count(segment) for segment in set(segments)), default=0)
    return len(url) > LONGEST or len(segments) > DEEPEST or most > MOST_REPEATS


def acts(url: str) -> bool:
    """An address that does something when it is opened, by its words: a whole part of the path, or of the query."""
    parts = urlsplit(url)
    segments = [segment.partition(".")[0] for segment in (*parts.path.split("/"), *parts.fragment.split("/"))]
    words = [word for pair in parse_qsl(parts.query, keep_blank_values=True) for word in pair]
    return any(_ACTION.fullmatch(unquote(word)) for word in (*segments, *words))
