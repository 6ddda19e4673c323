"""Pictures for tests, as data URLs or files."""

DOT = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='120' height='120'><circle r='60'/></svg>"
WORDS = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='120' height='20'><text y='15'>Sale</text></svg>"
)
FILE = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120"><circle r="60"/></svg>'
