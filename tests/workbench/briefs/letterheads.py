"""Letterheads and pictures as a ministry might have them, made here so that everybody can read them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.shared import Mm, Pt

SECRET = "zzAna Petrosyanzz"


def png(*texts: str) -> bytes:
    """A picture of one point that says who made it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    said = b"".join(chunk(b"tEXt", b"Author\0" + text.encode("latin-1")) for text in texts)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + header
        + said
        + chunk(b"IDAT", zlib.compress(b"\0\0\0\0"))
        + chunk(b"IEND", b"")
    )


def jpeg(text: str) -> bytes:
    """The beginning and end of a JPEG with what a camera writes into it."""

    def segment(kind: int, data: bytes) -> bytes:
        return bytes((0xFF, kind)) + struct.pack(">H", len(data) + 2) + data

    return (
        b"\xff\xd8" + segment(0xE0, b"JFIF\0") + segment(0xE1, b"Exif\0\0" + text.encode())
        + segment(0xFE, text.encode()) + segment(0xDB, b"\0" * 65) + segment(0xDA, b"\0\0") + b"data\xff\xd9"
    )  # fmt: skip


def letterhead(path: Path, *, body: tuple[str, ...] = (), first_page: bool = False) -> Path:
    """A letterhead in another type, with a name above, an address below and its maker's name in it."""
    word = docx.Document()
    word.core_properties.author = SECRET
    word.core_properties.last_modified_by = SECRET
    word.core_properties.comments = SECRET
    word.styles["Normal"].font.name = "Liberation Serif"
    word.styles["Heading 1"].font.size = Pt(23)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.different_first_page_header_footer = first_page
    section.header.paragraphs[0].add_run().add_picture(BytesIO(png(SECRET)))
    section.header.add_paragraph("Ministry of Foreign Affairs")
    section.footer.paragraphs[0].text = "1 Main Street"
    for text in body:
        word.add_paragraph(text)
    word.save(str(path))
    return path


def changed(path: Path, part: str, before: str, after: str) -> Path:
    """The file with a part of it rewritten, as no library would."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode("utf-8")
    assert before in text
    parts[part] = text.replace(before, after, 1).encode("utf-8")
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
