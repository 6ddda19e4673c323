"""Why a target was not audited in full, in a sentence of another language: the stored message is English."""

from __future__ import annotations

from a11ycheck.language import SOURCE, later, spoken
from a11ycheck.language import gettext as _

REASONS = {
    "bad-answer": later("The server's answer is of no use."),
    "blank": later("The page shows nothing."),
    "browser-error": later("The browser reported an error."),
    "browser-lost": later("The browser ended."),
    "check-failed": later("A check stopped with a fault of its own."),
    "collector-failed": later("Some evidence could not be collected."),
    "connection-lost": later("The connection was lost."),
    "dns": later("The host name is unknown."),
    "flow-step": later("A step of the way there was not possible."),
    "login-failed": later("The login failed."),
    "login-wall": later("The page asks for a login."),
    "navigated-away": later("The page went away while it was audited."),
    "network-error": later("The network failed."),
    "never-quiet": later("The page never stopped changing."),
    "not-html": later("The address gives no page."),
    "own-fault": later("a11ycheck itself made a fault."),
    "redaction-failed": later("What must not be shown could not be hidden."),
    "redirect-loop": later("The page keeps leading elsewhere."),
    "redirected-off-target": later("The page leads to another site."),
    "refused": later("The server refused the connection."),
    "renderer-crashed": later("The browser's process for the page crashed."),
    "same-state": later("The page looks as it did in the state before it."),
    "script-failed": later("A script of a11ycheck failed in the page."),
    "session-lost": later("The login was lost."),
    "timeout": later("There was not enough time."),
    "tls": later("The connection is not safe: the certificate is not valid."),
    "unreachable": later("The address cannot be reached."),
    "wait-for": later("What had to become visible did not."),
    "worker-lost": later("The process that audited the page ended."),
}


def spoken_reason(word: str) -> str:
    """What a reason word means, in the language spoken now; empty in English, where the message says more."""
    if spoken() == SOURCE:
        return ""
    status = word.removeprefix("http-")
    if status.isdecimal():
        return _("The server answered %(status)s.") % {"status": status}
    return _(REASONS.get(word, ""))
