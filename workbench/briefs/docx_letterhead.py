"""A user's letterhead in DOCX: opened, looked through, and emptied of everything personal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from workbench.briefs.docx_elements import Node, node
from workbench.briefs.errors import BriefError
from workbench.briefs.pictures import bare_picture

PLACE = "{{brief}}"
"""The line of the letterhead where the brief is to stand; not needed where the page is empty."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KEPT = frozenset(
    f"{_OFFICE}/{kind}"
    for kind in (
        "styles",
        "numbering",
        "theme",
        "fontTable",
        "settings",
        "header",
        "footer",
        "image",
        "hyperlink",
    )
)
_KEPT_OF_PACKAGE = frozenset({RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES})
_TRACKED = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_DROPPED = tuple(
    qn(f"w:{name}")
    for name in (
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "footnoteReference",
        "endnoteReference",
    )
)
_RSID = "rsid"
_NAME_OF_PICTURE = ("name", "descr", "title")


def open_letterhead(path: Path) -> Any:
    """Return a letterhead, of python-docx, in which nothing is left but what a page shows.

    Raises
    ------
    BriefError
        If it is no DOCX, has macros, tracked changes or hidden text, links to something elsewhere, or
        has text on its page and no line that says where the brief is to stand.
    """
    try:
        word = docx.Document(str(path))
    except (OpcError, BadZipFile, OSError, KeyError, ValueError, AttributeError) as error:
        raise BriefError(f"The letterhead “{path.name}” cannot be opened as DOCX.") from error
    for part in _pages(word):
        _refuse(path, part)
    _strip(word)
    return word


def place_of(word: Any, path: Path) -> Node:
    """Return the paragraph before which the brief is put.

    The line ``{{brief}}``, made empty; on a page without text, the end of the page.

    Raises
    ------
    BriefError
        If the page has text and no such line, or the line stands in a table or more than once.
    """
    body = word.element.body
    marked = [own for own in body.iter(qn("w:p")) if _text(own).strip() == PLACE]
    if len(marked) == 1 and marked[0].getparent() is body:
        place = node("p")
        marked[0].addprevious(place)
        body.remove(marked[0])
        return place
    said = " ".join(_text(own) for own in body.iter(qn("w:p"))).strip()
    if marked or said:
        raise BriefError(
            f"The letterhead “{path.name}” says “{said[:40]}” on its page: the line {PLACE} has to stand "
            "there once, by itself and outside tables, where the brief is to stand."
        )
    for child in [own for own in body if own.tag != qn("w:sectPr")]:
        if not list(child.iter(qn("w:drawing"), qn("w:pict"))):
            body.remove(child)
    place = node("p")
    body.sectPr.addprevious(place)
    return place


def _pages(word: Any) -> Iterator[Any]:
    """Yield the parts that are seen: the page itself, what stands above and below."""
    yield word.part
    for relation in word.part.rels.values():
        if relation.reltype in (RELATION.HEADER, RELATION.FOOTER):
            yield relation.target_part


def _refuse(path: Path, part: Any) -> None:
    element = part._element  # noqa: SLF001 - the library has no other way in
    problems = []
    if any(True for _ in element.iter(*_TRACKED)):
        problems.append("tracked changes with the names of those who made them: accept or reject them")
    if any(own.get(qn("w:val")) not in ("0", "false") for own in element.iter(qn("w:vanish"))):
        problems.append("hidden text: show it or take it out")
    for relation in part.rels.values():
        if "vbaProject" in relation.reltype:
            problems.append("macros: save it without them")
        if relation.is_external and relation.reltype != RELATION.HYPERLINK:
            problems.append(f"a link to “{relation.target_ref}”: embed it instead")
    if problems:
        raise BriefError(f"The letterhead “{path.name}” has {'; '.join(problems)}.")


def _strip(word: Any) -> None:
    package = word.part.package
    _keep(package.rels, _KEPT_OF_PACKAGE)
    for part in _pages(word):
        _keep(part.rels, _KEPT)
        _strip_element(part._element)  # noqa: SLF001
        for relation in part.rels.values():
            if relation.reltype == RELATION.IMAGE:
                target = relation.target_part
                target._blob = bare_picture(target.blob)  # noqa: SLF001
    for relation in word.part.rels.values():
        if relation.reltype in (RELATION.SETTINGS, RELATION.FONT_TABLE):
            _keep(relation.target_part.rels, frozenset())
    _strip_element(word.styles.element)


def _strip_element(element: Any) -> None:
    for own in list(element.iter(*_DROPPED)):
        own.getparent().remove(own)
    for own in element.iter():
        for name in [name for name in own.attrib if name.rpartition("}")[2].startswith(_RSID)]:
            del own.attrib[name]
        if str(own.tag).endswith(("}docPr", "}cNvPr")):
            # Word writes there the path that a picture came from.
            for name in _NAME_OF_PICTURE:
                if name in own.attrib and _is_path(own.attrib[name]):
                    own.set(name, "")


def _is_path(text: str) -> bool:
    return "\\" in text or "/" in text


def _keep(relations: Any, kinds: frozenset[str]) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype not in kinds]:
        del relations[key]


def _text(paragraph: Node) -> str:
    return "".join(own.text or "" for own in paragraph.iter(qn("w:t")))
