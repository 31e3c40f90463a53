"""A user's letterhead in DOCX: opened, looked through, and emptied of everything personal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from workbench.briefs.docx_elements import Node, node
from workbench.briefs.docx_inspection import problems_in
from workbench.briefs.errors import BriefError
from workbench.briefs.pictures import bare_picture
from workbench.domain.saying import translate

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
        # What content controls and smart tags say of where their text comes from.
        "alias",
        "tag",
        "dataBinding",
        "placeholder",
        "docPartObj",
        "customXmlPr",
        "smartTagPr",
    )
)
_RSID = "rsid"
_NAME_OF_PICTURE = ("name", "descr", "title", "alt", "href")
_DRAWN = ("}docPr", "}cNvPr", "}shape", "}imagedata", "}rect")
_CLEANED = (".png", ".jpeg", ".jpg")


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
        said = translate("Briefs", "The letterhead “{0}” cannot be opened as DOCX.")
        raise BriefError(said.format(path.name)) from error
    _refuse(path, word)
    _strip(word, path)
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
        words = translate(
            "Briefs",
            "The letterhead “{0}” says “{1}” on its page: the line {2} has to stand "
            "there once, by itself and outside tables, where the brief is to stand.",
        )
        raise BriefError(words.format(path.name, said[:40], PLACE))
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


def _refuse(path: Path, word: Any) -> None:
    problems = [problem for part in _pages(word) for problem in problems_in(word, part)]
    if problems:
        found = "; ".join(dict.fromkeys(problems))
        raise BriefError(translate("Briefs", "The letterhead “{0}” has {1}.").format(path.name, found))


def _strip(word: Any, path: Path) -> None:
    package = word.part.package
    _keep(package.rels, _KEPT_OF_PACKAGE)
    for part in _pages(word):
        _keep(part.rels, _KEPT)
        _strip_element(part._element)  # noqa: SLF001
        for relation in part.rels.values():
            if relation.reltype == RELATION.IMAGE:
                _clean_picture(relation.target_part, path)
    for relation in word.part.rels.values():
        if relation.reltype in (RELATION.SETTINGS, RELATION.FONT_TABLE):
            _keep(relation.target_part.rels, frozenset())
        if relation.reltype == RELATION.THEME:
            relation.target_part._blob = _without_name(relation.target_part.blob)  # noqa: SLF001
    _strip_element(word.styles.element)


def _clean_picture(target: Any, path: Path) -> None:
    name = str(target.partname).rpartition("/")[2]
    if not name.lower().endswith(_CLEANED):
        said = translate(
            "Briefs",
            "The letterhead “{0}” has the picture “{1}”, in which other things may stand: save it as PNG.",
        )
        raise BriefError(said.format(path.name, name))
    target._blob = bare_picture(target.blob)  # noqa: SLF001


def _without_name(theme: bytes) -> bytes:
    """Return a theme that does not say from which template it is."""
    return re.sub(rb'(<a:theme\b[^>]*?\bname=")[^"]*"', rb'\1"', theme, count=1)


def _strip_element(element: Any) -> None:
    for own in list(element.iter(*_DROPPED)):
        own.getparent().remove(own)
    for own in element.iter():
        for name in [name for name in own.attrib if name.rpartition("}")[2].startswith(_RSID)]:
            del own.attrib[name]
        if str(own.tag).endswith(_DRAWN):
            # Word writes there the path that a picture came from.
            for name in own.attrib:
                if name.rpartition("}")[2] in _NAME_OF_PICTURE and _is_path(own.attrib[name]):
                    own.set(name, "")


def _is_path(text: str) -> bool:
    return "\\" in text or "/" in text


def _keep(relations: Any, kinds: frozenset[str]) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype not in kinds]:
        del relations[key]


def _text(paragraph: Node) -> str:
    return "".join(own.text or "" for own in paragraph.iter(qn("w:t")))
