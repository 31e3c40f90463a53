"""The pages of a brief set on a letterhead: its margins, its header and footer, and the marking in them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from docx.parts.hdrftr import FooterPart, HeaderPart

from workbench.briefs.content import Document, Part
from workbench.briefs.docx_elements import TWIPS_PER_MM, Node, node
from workbench.briefs.docx_margins import add_marking, add_page_number


def prepare_margins(word: Any, document: Document) -> None:
    """Put marking and page number under what the letterhead has above and below its pages."""
    section = word.sections[-1]
    for other in list(word.sections)[:-1]:
        _drop_break(other)
    kinds = ["header", "footer"]
    if section.different_first_page_header_footer:
        kinds += ["first_page_header", "first_page_footer"]
    if word.settings.odd_and_even_pages_header_footer:
        kinds += ["even_page_header", "even_page_footer"]
    tab = round(text_width(section._sectPr) * TWIPS_PER_MM)  # noqa: SLF001 - the page is written as XML
    for kind in kinds:
        margin = getattr(section, kind)
        fresh = margin.is_linked_to_previous
        margin.is_linked_to_previous = False
        if fresh:
            for child in list(margin._element):  # noqa: SLF001
                margin._element.remove(child)  # noqa: SLF001
        add = add_page_number if kind.endswith("footer") else add_marking
        # Not in the letterhead's own style, whose tab stops may lie anywhere.
        add(margin._element, document, tab, "BriefMargin")  # noqa: SLF001


def fit_margins(word: Any, base: Node, section: Node) -> None:
    """Give a section that is turned headers and footers of its own, whose lines end where its text does."""
    width = text_width(section)
    if abs(width - text_width(base)) < 1:
        return
    tab = str(round(width * TWIPS_PER_MM))
    for reference in section.iterfind(qn("w:headerReference")):
        reference.set(qn("r:id"), _copied(word, reference.get(qn("r:id")), HeaderPart, RELATION.HEADER, tab))
    for reference in section.iterfind(qn("w:footerReference")):
        reference.set(qn("r:id"), _copied(word, reference.get(qn("r:id")), FooterPart, RELATION.FOOTER, tab))


def _copied(word: Any, name: str, kind: Any, relation: str, tab: str) -> str:
    """Return the relation to a copy of a header or footer whose last line ends at `tab`."""
    own, copy = word.part.related_parts[name], kind.new(word.part.package)
    target = copy._element  # noqa: SLF001
    for child in list(target):
        target.remove(child)
    target.extend([deepcopy(child) for child in own._element])  # noqa: SLF001
    for key, related in own.rels.items():
        to = related.target_ref if related.is_external else related.target_part
        copy.rels.add_relationship(related.reltype, to, key, related.is_external)
    for stop in target.findall(f"{qn('w:p')}[last()]/{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}"):
        stop.set(qn("w:pos"), tab)
    found: str = word.part.relate_to(copy, relation)
    return found


def _drop_break(section: Any) -> None:
    own = section._sectPr  # noqa: SLF001
    own.getparent().remove(own)


def text_width(section: Node) -> float:
    """Return the width between the margins of a section (``w:sectPr``), in millimetres."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    sides = sum(int(margins.get(qn(f"w:{side}"))) for side in ("left", "right"))
    return (int(size.get(qn("w:w"))) - sides) / TWIPS_PER_MM


def turned(base: Node, part: Part, *, is_first: bool) -> Node:
    """Return a copy of the letterhead's section, the paper turned where the part is wide."""
    section = deepcopy(base)
    size = section.find(qn("w:pgSz"))
    sides = sorted((int(size.get(qn("w:w"))), int(size.get(qn("w:h")))))
    width, height = reversed(sides) if part.wide else sides
    size.set(qn("w:w"), str(width))
    size.set(qn("w:h"), str(height))
    if part.wide:
        size.set(qn("w:orient"), "landscape")
    else:
        size.attrib.pop(qn("w:orient"), None)
    if not is_first:
        for own in section.findall(qn("w:titlePg")):
            section.remove(own)
    return section


def section_break(section: Node) -> Node:
    """Return the paragraph that ends a section."""
    return node("p", node("pPr", node("pStyle", val="BriefSpacer"), section))
