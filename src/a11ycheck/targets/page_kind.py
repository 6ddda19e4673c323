"""What a link leads to, by its address: a page, a document people read outside the browser, or another file."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

Kind = Literal["page", "document", "file"]

_KINDS: dict[Kind, str] = {
    "document": "pdf doc docx odt rtf xls xlsx ods ppt pptx odp epub",
    "page": "html htm xhtml shtml php php5 asp aspx jsp jspx do cgi pl cfm",
    "file": (
        "zip gz tgz bz2 xz tar 7z rar jar whl exe msi dmg pkg deb rpm apk iso bin img"
        " png jpg jpeg gif webp avif svg ico bmp tif tiff mp3 ogg oga wav flac m4a aac mp4 m4v webm ogv mov avi mkv"
        " css js mjs map json jsonl xml rss atom yaml yml toml ini txt md rst csv tsv log sql db sqlite py c h java"
        " woff woff2 ttf otf eot ics vcf asc sig sha256 torrent inv wasm"
    ),
}
_BY_EXTENSION = {extension: kind for kind, extensions in _KINDS.items() for extension in extensions.split()}


def kind(url: str) -> Kind:
    """The kind of thing at a URL; what has no telling extension is a page."""
    name = urlsplit(url).path.rpartition("/")[2]
    stem, dot, extension = name.rpartition(".")
    return _BY_EXTENSION.get(extension.lower(), "page") if dot and stem else "page"
