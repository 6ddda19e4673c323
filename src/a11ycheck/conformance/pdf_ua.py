"""Completes a tagged PDF that a browser printed, for PDF/UA-1 (ISO 14289-1).

Chromium writes tags, outline and fonts. Added here: title and its display (7.1), language (7.2), the mark in the metadata
(clause 5), page furniture and decoration as artifacts (7.1), descriptions of links (7.18.5), tab order (7.18.3). Needs the
extra `[office]`; import it inside `office_extra`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator

from a11ycheck.errors import A11yCheckError

_OPENS, _CLOSES = frozenset({"BMC", "BDC"}), "EMC"
_PATH = frozenset({"m", "l", "c", "v", "y", "h", "re", "W", "W*"})
_PAINTS = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
_ALONE = frozenset({"Do", "sh", "INLINE IMAGE"})
_BEGIN_ARTIFACT = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
_END = ContentStreamInstruction([], Operator("EMC"))
Instruction = ContentStreamInstruction | pikepdf.ContentStreamInlineImage


def finish(printed: bytes, title: str, language: str) -> bytes:
    """The file with everything above. Raises `A11yCheckError` when it has no tags, since the mark would be untrue."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        root = pdf.Root
        if "/StructTreeRoot" not in root:
            raise A11yCheckError("the browser wrote a PDF without tags", "Use a newer Chromium.")
        root.Lang = pikepdf.String(language)
        root.MarkInfo = pikepdf.Dictionary(Marked=True)
        root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        for page in pdf.pages:
            page.obj.Tabs = Name.S
            marked = list(_with_artifacts(list(pikepdf.parse_content_stream(page))))
            page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(marked))
            for annotation in page.obj.get("/Annots", ()):
                if annotation.get("/Subtype") == Name.Link and "/Contents" not in annotation:
                    annotation.Contents = pikepdf.String(_where(annotation))
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = title
            metadata["dc:language"] = [language]
            metadata["pdfuaid:part"] = "1"
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def _with_artifacts(found: list[Instruction]) -> Iterator[Instruction]:
    """The instructions of a page; what paints outside the tags is marked as an artifact."""
    depth, place = 0, 0
    while place < len(found):
        operator = str(found[place].operator)
        depth += (operator in _OPENS) - (operator == _CLOSES)
        end = place + 1
        if depth == 0 and operator != _CLOSES:
            end = _end(found, place)
        part = found[place:end]
        if depth == 0 and _paints(part):
            yield from (_BEGIN_ARTIFACT, *part, _END)
        else:
            depth += sum((str(one.operator) in _OPENS) - (str(one.operator) == _CLOSES) for one in part[1:])
            yield from part
        place = end


def _end(found: list[Instruction], start: int) -> int:
    """Where the object that begins here ends: a text object at ET, a path at its painting operator."""
    operator = str(found[start].operator)
    place = start + 1
    if operator == "BT":
        while place < len(found) and str(found[place - 1].operator) != "ET":
            place += 1
    elif operator in _PATH:
        while place < len(found) and str(found[place].operator) in _PATH:
            place += 1
        place = min(place + 1, len(found))
    return place


def _paints(part: list[Instruction]) -> bool:
    """Whether these instructions put something on the page, none of it tagged."""
    operators = [str(one.operator) for one in part]
    if _OPENS & set(operators):
        return False
    return operators[0] == "BT" or operators[0] in _ALONE or operators[-1] in _PAINTS


def _where(annotation: pikepdf.Object) -> str:
    """Where a link leads, in words."""
    action = annotation.get("/A")
    if action is not None and "/URI" in action:
        return str(action.URI)
    name = str(annotation.get("/Dest", "")).strip("/#")
    return f"To {name.replace('-', ' ')} in this document" if name else "To another place in this document"
