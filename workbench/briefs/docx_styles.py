"""The styles of a brief in DOCX, by name, so that they can be changed in one place afterwards."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from workbench.briefs.docx_elements import Node, node, twips
from workbench.briefs.look import look

LINE = 1.28
"""Height of a line in sizes of its type; the fonts themselves ask for more than paper can spare."""
_WORD = "http://schemas.microsoft.com/office/word"
FONT_TABLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"


def set_styles(document: Any, language: str) -> None:
    """Give `document` (of python-docx) the styles of a brief.

    Parameters
    ----------
    document : docx.document.Document
        Changed in place.
    language : str
        BCP 47 tag of the text.
    """
    _set_defaults(document, language)
    sizes = look()["sizes"]
    _style(document, "Normal", "text", sizes["body"], behind=4)
    _style(document, "Title", "text", sizes["title"], bold=True, behind=1)
    _style(document, "Subtitle", "text", sizes["subtitle"], colour="muted", behind=8)
    for level, before, behind in ((1, 16, 6), (2, 13, 4), (3, 9, 3)):
        name, size = f"Heading {level}", sizes[f"heading_{level}"]
        _style(document, name, "text", size, bold=True, before=before, behind=behind, level=level)
    _style(document, "List Bullet", "text", sizes["body"], behind=2)
    for name in ("Header", "Footer"):
        _style(document, name, "label", sizes["margin"])
    _set_brief_styles(document, sizes)


def _set_brief_styles(document: Any, sizes: dict[str, float]) -> None:
    _style(document, "Brief Cell", "text", sizes["body"], behind=1)
    _style(document, "Brief Headline", "text", sizes["headline"], bold=True, behind=1)
    _style(document, "Brief Small", "label", sizes["small"], behind=1)
    _style(document, "Brief Limit", "label", sizes["small"], colour="limit", behind=1)
    _style(document, "Brief Muted", "label", sizes["small"], colour="muted", behind=1)
    _style(document, "Brief Table Header", "label", sizes["label"], bold=True)
    _style(document, "Brief Term", "text", sizes["body"], before=4, behind=1)
    _style(document, "Brief Description", "text", sizes["body"], behind=2, indent=4)
    _style(document, "Brief Spacer", "text", 1)
    _character_style(document, "Brief Quote")
    _character_style(document, "Brief Aside", node("color", val=_hex("muted")))


def _set_defaults(document: Any, language: str) -> None:
    properties = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    properties.clear()
    tag = "en-GB" if language == "en" else language
    properties.extend(
        [_fonts("text"), node("sz", val="18"), node("szCs", val="18"), node("lang", val=tag, bidi=tag)]
    )


def _style(
    document: Any,
    name: str,
    font: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = "ink",
    before: float = 0,
    behind: float = 0,
    level: int = 0,
    indent: float = 0,
) -> None:
    style = _found_or_added(document, name, WD_STYLE_TYPE.PARAGRAPH)
    numbering = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    for part in ("pPr", "rPr"):
        for old in style.element.findall(qn(f"w:{part}")):
            style.element.remove(old)
    style.element.append(_paragraph_properties(numbering, before, behind, size * LINE, level, indent))
    half_points = str(round(size * 2))
    style.element.append(
        node(
            "rPr",
            _fonts(font),
            node("b", val="1" if bold else "0"),
            node("bCs", val="1" if bold else "0"),
            node("i", val="0"),
            node("color", val=_hex(colour)),
            node("spacing", val="0"),
            node("sz", val=half_points),
            node("szCs", val=half_points),
        )
    )


def _paragraph_properties(
    numbering: Node | None, before: float, behind: float, line: float, level: int, indent: float
) -> Node:
    spacing = node(
        "spacing",
        before=str(round(before * 20)),
        after=str(round(behind * 20)),
        line=str(round(line * 20)),
        lineRule="exact",
    )
    return node(
        "pPr",
        node("keepNext") if level else None,
        node("keepLines") if level else None,
        node("widowControl"),
        numbering,
        spacing,
        node("ind", start=str(twips(indent))) if indent else None,
        node("outlineLvl", val=str(level - 1)) if level else None,
    )


def _character_style(document: Any, name: str, *properties: Node) -> None:
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


def font_table() -> bytes:
    """Return the font table: what to take where a font of the brief is not installed."""
    fonts = look()["fonts"]
    table = node(
        "fonts",
        *(
            node("font", node("altName", val=fonts[f"{kind}_instead"]), name=fonts[kind])
            for kind in ("text", "label")
        ),
    )
    xml: bytes = serialize_part_xml(table)
    return xml


def set_settings(document: Any) -> None:
    """Replace the settings of the library's empty document by those of a current word processor."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    settings.extend(
        [
            node("zoom", percent="100"),
            node("defaultTabStop", val="709"),
            node("characterSpacingControl", val="doNotCompress"),
            node("compat", node("compatSetting", name="compatibilityMode", uri=_WORD, val="15")),
            node("decimalSymbol", val="."),
            node("listSeparator", val=","),
        ]
    )
