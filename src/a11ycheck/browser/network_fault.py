"""What the browser's words for a failed request mean, and what to do about it."""

from __future__ import annotations

from a11ycheck.errors import NotAuditedError

_NETWORK = {
    "ERR_NAME_NOT_RESOLVED": (
        "dns",
        "the host name cannot be resolved",
        "Check the spelling of the URL and the network.",
    ),
    "ERR_CONNECTION_REFUSED": ("refused", "the server refused the connection", "Is the server running on that port?"),
    "ERR_CONNECTION_RESET": (
        "connection-lost",
        "the server broke the connection off",
        "Try again; check the server's log.",
    ),
    "ERR_EMPTY_RESPONSE": ("connection-lost", "the server sent nothing", "Check the server's log."),
    "ERR_INCOMPLETE_CHUNKED_ENCODING": ("connection-lost", "the answer ended half-way", "Check the server's log."),
    "ERR_CONTENT_LENGTH_MISMATCH": ("connection-lost", "the answer ended half-way", "Check the server's log."),
    "ERR_CONTENT_DECODING_FAILED": (
        "bad-answer",
        "the answer cannot be decompressed",
        "Check the server's Content-Encoding.",
    ),
    "ERR_INVALID_CHUNKED_ENCODING": ("bad-answer", "the answer is not HTTP", "Check the server."),
    "ERR_INVALID_HTTP_RESPONSE": ("bad-answer", "the answer is not HTTP", "Is this a web server?"),
    "ERR_RESPONSE_HEADERS": ("bad-answer", "the answer's headers are of no use", "Check the server's headers."),
    "ERR_UNEXPECTED_PROXY_AUTH": ("http-407", "the server answered 407", "Check the server's log."),
    "ERR_UNSAFE_REDIRECT": (
        "redirected-off-target",
        "the page redirects to an address that browsers refuse",
        "Check where the server redirects to.",
    ),
    "ERR_INVALID_REDIRECT": (
        "redirected-off-target",
        "the page redirects to an address that browsers refuse",
        "Check where the server redirects to.",
    ),
    "ERR_CONNECTION_TIMED_OUT": ("timeout", "the server did not answer", "Check the network."),
    "ERR_ADDRESS_UNREACHABLE": ("unreachable", "the address cannot be reached", "Check the network."),
    "ERR_INTERNET_DISCONNECTED": ("unreachable", "there is no network", "Check the network."),
    "ERR_TOO_MANY_REDIRECTS": ("redirect-loop", "the page redirects without end", "Open the URL in a browser."),
    "ERR_UNSAFE_PORT": ("refused", "browsers refuse to open this port", "Serve the page on another port."),
    "ERR_CERT": ("tls", "the certificate is not valid", "Install the certificate's authority on this machine."),
    "ERR_SSL": ("tls", "the secure connection failed", "Check the server's TLS settings."),
}


def network_fault(told: str) -> NotAuditedError | None:
    """What the network did, in plain words, where the browser's words name it."""
    return next((NotAuditedError(*words) for name, words in _NETWORK.items() if name in told), None)
