"""The styles of a brief in DOCX, by name, so that they can be changed in one place afterwards."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from workbench.briefs.docx_elements import Node, node, twips
from workbench.briefs.docx_parts import add_bullet_list
from workbench.briefs.look import look

LINE = 1.22
"""Height of a line in sizes of its type; the fonts themselves ask for more than paper can spare."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Type and space of one paragraph style: lengths in points, `indent` in millimetres.

    `level` is that of a heading, 0 where it is none.
    """

    name: str
    size: str
    font: str = "text"
    bold: bool = False
    colour: str = "ink"
    before: float = 0
    behind: float = 0
    level: int = 0
    indent: float = 0


def _cell_looks(kind: str, suffix: str, space: float = 0) -> tuple[_Look, ...]:
    return (
        _Look(f"Brief Cell{suffix}", f"{kind}cell", before=space, behind=space),
        _Look(f"Brief Headline{suffix}", f"{kind}cell", bold=True, before=space, behind=space),
        _Look(f"Brief Small{suffix}", f"{kind}small", "label", before=space, behind=space),
        _Look(f"Brief Limit{suffix}", f"{kind}small", "label", before=space, behind=space, colour="limit"),
        _Look(f"Brief Muted{suffix}", f"{kind}small", "label", before=space, behind=space, colour="muted"),
    )


_LOOKS = (
    _Look("Normal", "body", behind=4),
    _Look("Title", "title", bold=True, behind=1),
    _Look("Subtitle", "subtitle", colour="muted", behind=7),
    _Look("Heading 2", "heading_2", bold=True, before=13, behind=4, level=2),
    _Look("Heading 3", "heading_3", bold=True, before=9, behind=3, level=3),
    _Look("List Bullet", "body", behind=2),
    _Look("Header", "margin", "label"),
    _Look("Footer", "margin", "label"),
    *_cell_looks("", ""),
    *_cell_looks("compact_", " Compact"),
    *_cell_looks("", " Text", space=3),
    _Look("Brief Table Header", "label", "label", bold=True),
    _Look("Brief Margin", "margin", "label"),
    _Look("Brief Small Bullet", "small", "label", behind=1.5),
    _Look("Brief Term", "body", before=4, behind=1),
    _Look("Brief Description", "body", behind=2, indent=4),
    _Look("Brief Spacer", "spacer"),
)


_HEADING = _Look("Heading 1", "heading_1", bold=True, before=16, behind=6, level=1)
_CLOSE_HEADING = _Look("Heading 1", "heading_2", bold=True, before=10, behind=3, level=1)


def set_styles(document: Any, language: str, *, close: bool = False) -> None:
    """Give `document` (of python-docx) the styles of a brief.

    Parameters
    ----------
    document : docx.document.Document
        Changed in place.
    language : str
        BCP 47 tag of the text.
    close : bool
        Whether headings take little space.
    """
    _set_defaults(document, language)
    for style in (_CLOSE_HEADING if close else _HEADING, *_LOOKS):
        _set_style(document, style)
    _share_bullets(document)
    _set_character_style(document, "Brief Quote")
    _set_character_style(document, "Brief Aside", node("color", val=_hex("muted")))


_BUILT_IN = (
    "Normal",
    "Title",
    "Subtitle",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "List Bullet",
    "Header",
    "Footer",
)
_EMPHASES = (("Strong", "b"), ("Emphasis", "i"))


def add_styles(document: Any, language: str, *, close: bool = False) -> None:
    """Give a letterhead the styles of a brief that it has not; its own stay as they are.

    What is added takes the fonts of the letterhead.
    """
    _set_language(document, language)
    for style in (_CLOSE_HEADING if close else _HEADING, *_LOOKS):
        if style.name not in document.styles:
            _set_style(document, style, with_font=False)
    for name, tag in _EMPHASES:
        if name not in document.styles:
            _set_character_style(document, name, node(tag))
    _add_bullets(document)
    for name, *properties in (("Brief Quote",), ("Brief Aside", node("color", val=_hex("muted")))):
        if name not in document.styles:
            _set_character_style(document, name, *properties)


def style_names(document: Any) -> dict[str, str]:
    """Return the identifier of each style in the document by the one it has in a plain brief."""
    names = (*_BUILT_IN, *(name for name, _ in _EMPHASES))
    return {name.replace(" ", ""): document.styles[name].style_id for name in names}


def _set_language(document: Any, language: str) -> None:
    defaults = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rPr')}")
    places = [document.styles["Normal"].element.get_or_add_rPr()] if defaults is None else [defaults]
    for place in places:
        for old in place.findall(qn("w:lang")):
            place.remove(old)
        place.append(node("lang", val=language, bidi=language))


def _add_bullets(document: Any) -> None:
    """Give the list style dots where the letterhead's has none."""
    style = document.styles["List Bullet"]
    properties = style.element.get_or_add_pPr()
    if properties.find(qn("w:numPr")) is None:
        number = add_bullet_list(document)
        properties.get_or_add_numPr().append(node("numId", val=str(number)))
    _share_bullets(document)


def _share_bullets(document: Any) -> None:
    """Give small items the dots of the others."""
    path = f"{qn('w:pPr')}/{qn('w:numPr')}"
    numbered = document.styles["List Bullet"].element.find(path)
    small = document.styles["Brief Small Bullet"].element
    if small.find(path) is None:
        small.get_or_add_pPr().get_or_add_numPr().extend([deepcopy(own) for own in numbered])


def _set_defaults(document: Any, language: str) -> None:
    properties = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    properties.clear()
    properties.extend(
        [
            _fonts("text"),
            node("sz", val="18"),
            node("szCs", val="18"),
            node("lang", val=language, bidi=language),
        ]
    )


def _set_style(document: Any, own: _Look, *, with_font: bool = True) -> None:
    style = _found_or_added(document, own.name, WD_STYLE_TYPE.PARAGRAPH)
    numbering = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    for part in ("pPr", "rPr"):
        for old in style.element.findall(qn(f"w:{part}")):
            style.element.remove(old)
    style.element.append(_paragraph_properties(own, numbering))
    style.element.append(_run_properties(own, with_font=with_font))


def _paragraph_properties(own: _Look, numbering: Node | None) -> Node:
    spacing = node(
        "spacing",
        before=str(round(own.before * 20)),
        after=str(round(own.behind * 20)),
        line=str(round(look()["sizes"][own.size] * LINE * 20)),
        lineRule="exact",
    )
    return node(
        "pPr",
        node("keepNext") if own.level else None,
        node("keepLines") if own.level else None,
        node("widowControl"),
        numbering,
        spacing,
        node("ind", left=str(twips(own.indent))) if own.indent else None,
        node("outlineLvl", val=str(own.level - 1)) if own.level else None,
    )


def _run_properties(own: _Look, *, with_font: bool) -> Node:
    bold, half_points = "1" if own.bold else "0", str(round(look()["sizes"][own.size] * 2))
    return node(
        "rPr",
        _fonts(own.font) if with_font else None,
        node("b", val=bold),
        node("bCs", val=bold),
        node("i", val="0"),
        node("color", val=_hex(own.colour)),
        node("spacing", val="0"),
        node("sz", val=half_points),
        node("szCs", val=half_points),
    )


def _set_character_style(document: Any, name: str, *properties: Node) -> None:
    style = _found_or_added(document, name, WD_STYLE_TYPE.CHARACTER)
    style.element.append(node("rPr", *properties))


def _found_or_added(document: Any, name: str, kind: Any) -> Any:
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, kind)
    style.quick_style = True
    return style


def _fonts(kind: str) -> Node:
    fonts = look()["fonts"]
    return node("rFonts", ascii=fonts[kind], hAnsi=fonts[kind], eastAsia=fonts[kind], cs=fonts["complex"])


def _hex(colour: str) -> str:
    value: str = look()["colours"][colour]
    return value.removeprefix("#")
