"""Templates of a ministry that does not exist: logo, band of colour, type and styles of its own."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from resources.files import resource

NAME, ADDRESS = "Ministry for Lakes and Rivers", "4 Harbour Street · 1000 Lakeside"
_BLUE, _GOLD = (11, 61, 110), (196, 152, 66)


def logo(size: int = 96) -> bytes:
    """A picture of a round seal."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    half = size / 2
    rows = b""
    for y in range(size):
        row = b"\0"
        for x in range(size):
            away = ((x - half) ** 2 + (y - half) ** 2) ** 0.5 / half
            inked = _BLUE if away < 0.62 or 0.8 < away < 0.96 else _GOLD
            row += bytes((*inked, 255 if away < 0.96 else 0))
        rows += row
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"tEXt", b"Author\0Ana")
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def ministry_docx(path: Path) -> Path:
    """A letterhead with a seal and a band of colour above, an address below, and styles of its own."""
    word = docx.Document()
    for name, size in (("Normal", 10), ("Heading 1", 15), ("Heading 2", 12), ("Title", 20)):
        style = word.styles[name]
        style.font.name, style.font.size = "Liberation Serif", Pt(size)
        if name != "Normal":
            style.font.color.rgb = RGBColor(*_BLUE)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    band = section.header.paragraphs[0]
    band.add_run().add_picture(BytesIO(logo()), height=Mm(12))
    name = band.add_run(f"  {NAME}")
    name.font.size, name.font.bold, name.font.color.rgb = Pt(13), True, RGBColor(255, 255, 255)
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "0B3D6E")):
        shade.set(qn(f"w:{key}"), value)
    band._p.get_or_add_pPr().append(shade)
    address = section.footer.paragraphs[0]
    address.text = ADDRESS
    address.alignment = WD_ALIGN_PARAGRAPH.CENTER
    address.runs[0].font.size = Pt(8)
    word.add_paragraph("For the attention of the reader")
    word.add_paragraph("{{brief}}")
    word.add_paragraph("Division for Talks")
    word.save(str(path))
    return path


def ministry_typ(path: Path) -> Path:
    """The bundled page with a seal, a name in colour and headings of its own."""
    (path.parent / "seal.png").write_bytes(logo())
    text = resource("briefs/brief.typ").read_text(encoding="utf-8")
    seal = 'image("seal.png", height: 9mm, alt: "Seal")'
    name = f'align(horizon, text(fill: rgb("#0B3D6E"), weight: "bold", "{NAME}"))'
    head = f"#let head = grid(columns: 2, gutter: 3mm, {seal}, {name})"
    text = text.replace("#set document(", f"{head}\n#set document(", 1)
    text = text.replace("    title(said(", "    head\n    v(2mm)\n    title(said(", 1)
    path.write_text(text, encoding="utf-8")
    return path


def ministry_css(path: Path) -> Path:
    """A style with the seal within it, and white on blue above."""
    seal = b64encode(logo()).decode("ascii")
    path.write_text(
        "/* made by Ana */\n"
        "body { font: 1rem/1.5 Georgia, serif; margin: 0 auto; max-width: 60rem; color: #222 }\n"
        "header { background: #0B3D6E; color: white; padding: 1rem; display: flex }\n"
        f"header::before {{ content: url(data:image/png;base64,{seal}); height: 3rem }}\n"
        "h1, h2, h3 { color: #0B3D6E }\ntable { border-collapse: collapse; width: 100% }\n"
        "th, td { border: 1px solid #ccc; text-align: start; vertical-align: top; padding: .3rem }\n"
        "footer { border-top: 2px solid #C49842; display: flex; justify-content: space-between }\n",
        encoding="utf-8",
    )
    return path


def ministry_html(path: Path) -> Path:
    """A page with its own frame around what the brief says."""
    path.write_text(
        '<!DOCTYPE html><html lang="{{language}}" dir="{{direction}}"><head><meta charset="utf-8">'
        "<title>{{title}}</title><style>{{style}} .top { border-bottom: 3px solid #0B3D6E }</style></head>"
        "<body>"
        f'<div class="top"><b>{NAME}</b> · {{{{prepared_for}}}} · <b>{{{{marking}}}}</b></div>'
        f"<main>{{{{content}}}}</main><footer>{ADDRESS} · <b>{{{{marking}}}}</b></footer></body></html>",
        encoding="utf-8",
    )
    return path


def ministry_md(path: Path) -> Path:
    """A page of plain text."""
    path.write_text(
        f"**{NAME}** · {{{{marking}}}}\n\n{{{{content}}}}\n\n---\n\n{ADDRESS} · {{{{marking}}}}\n", "utf-8"
    )
    return path


MAKERS = {
    ".docx": ministry_docx,
    ".typ": ministry_typ,
    ".css": ministry_css,
    ".html": ministry_html,
    ".md": ministry_md,
}
