"""What stands in a PDF, read back: its texts, what it says of itself, and text that nobody would see."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

_EXPECTED = frozenset({"Title", "Subject", "Creator", "Producer", "CreationDate", "ModDate"})
"""What the bundled page writes; an author or keywords come from a template."""
_SMALLEST = 3.0
"""Points below which text is not there to be read."""
_LIGHT = 0xF0
_UNPAINTED = 3
"""Mode in which text is set and not painted."""


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: _Box) -> bool:
        return (
            self.left <= other.left + 1
            and self.bottom <= other.bottom + 1
            and self.right >= other.right - 1
            and self.top >= other.top - 1
        )


def metadata_of(content: bytes) -> list[str]:
    """Return what a PDF says of itself: each value by its name."""
    document = pypdfium2.PdfDocument(content)
    found = {key: value for key, value in document.get_metadata_dict().items() if value}
    document.close()
    return [f"{key}: {value}" for key, value in found.items()]


def unexpected_metadata(content: bytes) -> list[str]:
    """Return the names of what a PDF says of itself beyond title, program and date."""
    names = (own.partition(":")[0] for own in metadata_of(content))
    return [name for name in names if name not in _EXPECTED]


def texts_of(content: bytes) -> list[list[str]]:
    """Return the lines of each page."""
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range().splitlines() for page in document]
    document.close()
    return pages


def unseen_text(content: bytes) -> Iterator[tuple[int, str]]:
    """Yield the pages with text that nobody would see, and the text: tiny, not painted, white on white."""
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document, start=1):
        text_page = page.get_textpage()
        pieces = list(page.get_objects())
        dark = [_box(own) for own in pieces if own.type == raw.FPDF_PAGEOBJ_PATH and _is_dark(own.raw)]
        for piece in pieces:
            if piece.type == raw.FPDF_PAGEOBJ_TEXT and _is_unseen(piece, dark):
                said = _text(piece.raw, text_page.raw).strip()
                if said:
                    yield number, said
        text_page.close()
    document.close()


def _is_unseen(piece: pypdfium2.PdfObject, dark: list[_Box]) -> bool:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(piece.raw, ctypes.byref(size))
    matrix = piece.get_matrix()
    scale = max(abs(matrix.b) + abs(matrix.a), abs(matrix.c) + abs(matrix.d))
    if size.value * scale < _SMALLEST or raw.FPDFTextObj_GetTextRenderMode(piece.raw) == _UNPAINTED:
        return True
    red, green, blue, alpha = _colour(piece.raw)
    if alpha == 0:
        return True
    box = _box(piece)
    return min(red, green, blue) >= _LIGHT and not any(own.holds(box) for own in dark)


def _box(piece: pypdfium2.PdfObject) -> _Box:
    return _Box(*piece.get_bounds())


def _colour(piece: ctypes.c_void_p) -> tuple[int, int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(piece, *(ctypes.byref(own) for own in parts))
    red, green, blue, alpha = (own.value for own in parts)
    return red, green, blue, alpha


def _is_dark(piece: ctypes.c_void_p) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(piece, ctypes.byref(mode), ctypes.byref(stroke))
    red, green, blue, alpha = _colour(piece)
    return mode.value != 0 and alpha > 0 and min(red, green, blue) < _LIGHT


def _text(piece: ctypes.c_void_p, page: ctypes.c_void_p) -> str:
    size = raw.FPDFTextObj_GetText(piece, page, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFTextObj_GetText(piece, page, buffer, size)
    return bytes(buffer)[:size].decode("utf-16le", errors="ignore").rstrip("\0")
