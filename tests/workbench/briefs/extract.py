"""What stands in a DOCX or PDF file, read back without the program."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
import pypdfium2
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pypdfium2 import raw

from workbench.briefs.apart import plain
from workbench.briefs.content import Document


def docx_lines(content: bytes) -> list[str]:
    """Every paragraph of the body in document order, tables included, without empty ones."""
    body = docx.Document(BytesIO(content)).element.body
    texts = ("".join(node.text or "" for node in own.iter(qn("w:t"))) for own in body.iter(qn("w:p")))
    return [unmarked(text) for text in texts if text]


def unmarked(text: str) -> str:
    """Text without the signs that hold together what reads the other way."""
    return re.sub("[\u200e\u200f\u2066-\u2069]", "", text)


def unzipped(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pdf_pages(content: bytes) -> list[str]:
    """All that is printed on each page."""
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return pages


def pdf_words(content: bytes) -> str:
    """The tagged text in order, without what only furnishes the pages: page headers, repeated rows."""
    document = pypdfium2.PdfDocument(content)
    pieces = []
    for page in document:
        text_page = page.get_textpage()
        pieces += [
            _text(piece.raw, text_page.raw)
            for piece in page.get_objects()
            if piece.type == raw.FPDF_PAGEOBJ_TEXT and "Artifact" not in _marks(piece.raw)
        ]
        text_page.close()
    document.close()
    return "".join(pieces)


class _Words(HTMLParser):
    """Gathers the text of a page, without what stands above and below it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("head", "header", "footer"):
            self._skipped.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped and tag == self._skipped[-1]:
            self._skipped.pop()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.words.append(data)


def html_words(content: bytes) -> str:
    reader = _Words()
    reader.feed(content.decode("utf-8"))
    return bare("".join(reader.words))


def markdown_words(content: bytes, document: Document) -> str:
    """The words as a Markdown reader prints them, without the first and the last line."""
    page = MarkdownIt("commonmark").enable("table").render(content.decode("utf-8"))
    words = html_words(page.encode("utf-8"))
    marking = bare(f"· {document.marking}")
    return words.removeprefix(bare(plain(document.prepared_for)) + marking).removesuffix(
        bare(plain(document.footer)) + marking
    )


def bare(text: str) -> str:
    """Text without blanks, places where a word may break, and the dots of lists.

    Hyphens are left out because the reader of PDF takes one at the end of a line for a soft one.
    """
    return re.sub("[\\s\u200b\ufeff\ufffe\x02•-]+", "", unmarked(text))


def pdf_streams(content: bytes) -> bytes:
    """The file as it is, and all its streams unpacked."""
    parts = [content]
    for match in re.finditer(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        unpacker = zlib.decompressobj()
        try:
            parts.append(unpacker.decompress(match[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def _marks(piece: ctypes.c_void_p) -> list[str]:
    marks = (raw.FPDFPageObj_GetMark(piece, number) for number in range(raw.FPDFPageObj_CountMarks(piece)))
    return [_utf16(partial(_mark_name, mark)) for mark in marks]


def _mark_name(mark: ctypes.c_void_p, buffer: ctypes.Array[ctypes.c_ushort] | None, size: int) -> int:
    needed = ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, buffer, size, ctypes.byref(needed))
    return needed.value


def _text(piece: ctypes.c_void_p, page: ctypes.c_void_p) -> str:
    return _utf16(partial(raw.FPDFTextObj_GetText, piece, page))


def _utf16(read: Callable[..., int]) -> str:
    size = read(None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    read(buffer, size)
    return bytes(buffer)[:size].decode("utf-16le").rstrip("\0")
