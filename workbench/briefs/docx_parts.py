"""The small parts of a DOCX beside its text: fonts, settings, lists."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from workbench.briefs.docx_elements import node
from workbench.briefs.look import look

_WORD = "http://schemas.microsoft.com/office/word"
FONT_TABLE = RELATIONSHIP_TYPE.FONT_TABLE


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
    kept = [own for own in settings if own.tag == qn("w:evenAndOddHeaders")]
    for child in list(settings):
        settings.remove(child)
    settings.extend(
        [
            node("zoom", percent="100"),
            node("defaultTabStop", val="709"),
            *kept,
            node("characterSpacingControl", val="doNotCompress"),
            node("compat", node("compatSetting", name="compatibilityMode", uri=_WORD, val="15")),
            node("decimalSymbol", val="."),
            node("listSeparator", val=","),
        ]
    )


def add_bullet_list(document: Any) -> int:
    """Add a list with dots to a document and return its number."""
    numbering = _numbering(document)
    kinds, lists = (numbering.findall(qn(f"w:{name}")) for name in ("abstractNum", "num"))
    kind = 1 + max((int(own.get(qn("w:abstractNumId"))) for own in kinds), default=0)
    number = 1 + max((int(own.get(qn("w:numId"))) for own in lists), default=0)
    level = node(
        "lvl",
        node("start", val="1"),
        node("numFmt", val="bullet"),
        node("lvlText", val="•"),
        node("lvlJc", val="left"),
        node("pPr", node("ind", left="284", hanging="284")),
        ilvl="0",
    )
    # Kinds of list have to stand before the lists.
    numbering.insert(len(kinds), node("abstractNum", level, abstractNumId=str(kind)))
    numbering.append(node("num", node("abstractNumId", val=str(kind)), numId=str(number)))
    return number


def _numbering(document: Any) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    part = NumberingPart(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, node("numbering"), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element
