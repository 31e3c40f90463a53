"""What may not leave with a letterhead: tracked changes, hidden text, macros, links, telling fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn

from workbench.briefs.docx_elements import Node
from workbench.briefs.hidden import unseen_in
from workbench.domain.saying import translate

_TRACKED = tuple(
    qn(f"w:{name}")
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "sectPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_FIELDS = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TITLE", "STYLEREF", "TOC", "PAGEREF", "REF", "SYMBOL"}
    | {"HYPERLINK", "DATE", "TIME", "SEQ", "QUOTE", "EQ", "ADVANCE", "=", "IF"}
)
"""Fields that say nothing of the machine or of whoever writes on it."""
_WHITE = 0xF0
_THEME_WHITE = ("background1", "bg1", "light1", "lt1")
_SMALLEST = 8
"""Half points below which text is not there to be read."""
_SAID = 40


def problems_in(word: Any, part: Any) -> Iterator[str]:
    """Yield what of a part of a letterhead may not leave, in words for whoever has to put it right."""
    element = part._element  # noqa: SLF001 - the library has no other way in
    if any(True for _ in element.iter(*_TRACKED)):
        yield translate(
            "Briefs", "tracked changes with the names of those who made them: accept or reject them"
        )
    yield from dict.fromkeys(_unseen(word, element))
    yield from _fields(element)
    for relation in part.rels.values():
        if "vbaProject" in relation.reltype:
            yield translate("Briefs", "macros: save it without them")
        if relation.is_external and relation.reltype != RELATION.HYPERLINK:
            yield translate("Briefs", "a link to “{0}”: embed it instead").format(relation.target_ref)


def _fields(element: Node) -> Iterator[str]:
    codes = [own.get(qn("w:instr"), "") for own in element.iter(qn("w:fldSimple"))]
    for code in dict.fromkeys((*codes, *_field_codes(element))):
        name = (code.split() or [""])[0].upper()
        if name and name.rstrip("\\") not in _FIELDS and not name.startswith("="):
            yield translate(
                "Briefs", "the field “{0}”, which a word processor fills in with what it knows: type the text"
            ).format(name)


def _field_codes(element: Node) -> Iterator[str]:
    """Yield the codes of fields whose letters are spread over runs."""
    open_ones: list[str] = []
    for own in element.iter(qn("w:fldChar"), qn("w:instrText")):
        if own.tag == qn("w:instrText"):
            open_ones = [*open_ones[:-1], open_ones[-1] + (own.text or "")] if open_ones else [own.text or ""]
        elif own.get(qn("w:fldCharType")) == "begin":
            open_ones.append("")
        elif own.get(qn("w:fldCharType")) == "end" and open_ones:
            yield open_ones.pop().strip()
    yield from (code.strip() for code in open_ones)


def _unseen(word: Any, element: Node) -> Iterator[str]:
    for run in element.iter(qn("w:r")):
        text = "".join(own.text or "" for own in run.iter(qn("w:t"))).strip()
        if not text:
            continue
        look = list(_looks(word, run))
        said = text[:_SAID]
        if _is_on(look, "vanish") or _is_on(look, "specVanish"):
            yield translate("Briefs", "hidden text (“{0}”): show it or take it out").format(said)
        elif _is_white(look) and not _stands_on_colour(word, run):
            yield translate("Briefs", "white text on white (“{0}”): show it or take it out").format(said)
        elif _is_tiny(look):
            yield translate("Briefs", "text too small to be read (“{0}”): show it or take it out").format(
                said
            )
        if unseen_in(text):
            yield translate("Briefs", "signs that nobody sees (in “{0}”): take them out").format(said)


def _looks(word: Any, run: Node) -> Iterator[Node]:
    """Yield what decides the look of a run: its own, its style's, the paragraph's, the document's."""
    if (own := run.find(qn("w:rPr"))) is not None:
        yield own
        yield from _of_style(word, own.find(qn("w:rStyle")))
    paragraph = next(run.iterancestors(qn("w:p")), None)
    properties = None if paragraph is None else paragraph.find(qn("w:pPr"))
    yield from _of_style(word, None if properties is None else properties.find(qn("w:pStyle")))
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        yield defaults


def _of_style(word: Any, reference: Node | None, *, part: str = "rPr") -> Iterator[Node]:
    seen = set()
    name = None if reference is None else reference.get(qn("w:val"))
    while name and name not in seen:
        seen.add(name)
        style = next((own for own in word.styles.element if own.get(qn("w:styleId")) == name), None)
        if style is None:
            return
        if (found := style.find(qn(f"w:{part}"))) is not None:
            yield found
        based = style.find(qn("w:basedOn"))
        name = None if based is None else based.get(qn("w:val"))


def _first(looks: Iterable[Node], name: str) -> Node | None:
    return next((own for look in looks if (own := look.find(qn(f"w:{name}"))) is not None), None)


def _is_on(looks: Iterable[Node], name: str) -> bool:
    found = _first(looks, name)
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off")


def _is_white(looks: Iterable[Node]) -> bool:
    found = _first(looks, "color")
    if found is None:
        return False
    themed = found.get(qn("w:themeColor"))
    return themed in _THEME_WHITE if themed else _is_light(found.get(qn("w:val")))


def _is_light(colour: str | None) -> bool:
    try:
        return min(bytes.fromhex(colour or "")) >= _WHITE
    except ValueError:  # "auto", or no colour at all
        return False


def _is_tiny(looks: Iterable[Node]) -> bool:
    found = _first(looks, "sz")
    try:
        return found is not None and float(found.get(qn("w:val")) or 99) < _SMALLEST
    except ValueError:
        return False


def _stands_on_colour(word: Any, run: Node) -> bool:
    """Tell whether a run, or what it stands in, is filled with a colour."""
    around = [run, *run.iterancestors(qn("w:p"), qn("w:tc"), qn("w:tbl"))]
    boxes = run.iterancestors("{*}wsp", "{*}shape", "{*}rect", "{*}roundrect")
    if any(own.get("fillcolor") or next(own.iter("{*}solidFill"), None) is not None for own in boxes):
        return True
    fills = [shade for own in around for shade in own.iterfind(f"./*/{qn('w:shd')}")]
    paragraph = next(run.iterancestors(qn("w:p")), None)
    properties = None if paragraph is None else paragraph.find(qn("w:pPr"))
    style = None if properties is None else properties.find(qn("w:pStyle"))
    fills += [shade for own in _of_style(word, style, part="pPr") for shade in own.iterfind(qn("w:shd"))]
    return any(_is_colour(shade) for shade in fills)


def _is_colour(shade: Node) -> bool:
    fill = shade.get(qn("w:fill"))
    themed = shade.get(qn("w:themeFill"))
    if themed:
        return themed not in _THEME_WHITE
    return bool(fill) and fill.lower() != "auto" and not _is_light(fill)
