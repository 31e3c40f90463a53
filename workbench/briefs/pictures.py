"""Pictures without what they say of who made them: PNG and JPEG."""

from __future__ import annotations

from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"bKGD", b"pHYs"}
)
_JPEG = b"\xff\xd8"
_JPEG_SCAN = 0xDA
_JPEG_DROPPED = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""Application data other than JFIF and Adobe's colour mark, and comments."""


def bare_picture(content: bytes) -> bytes:
    """Return a picture without its metadata; what is neither PNG nor JPEG stays as it is."""
    if content.startswith(_PNG):
        return _PNG + b"".join(_png_chunks(content))
    if content.startswith(_JPEG):
        return _JPEG + b"".join(_jpeg_segments(content))
    return content


def _png_chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] in _PNG_KEPT:
            yield content[at:end]
        at = end


def _jpeg_segments(content: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while at + 4 <= len(content) and content[at] == 0xFF:
        kind = content[at + 1]
        if kind == _JPEG_SCAN:
            break
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if kind not in _JPEG_DROPPED:
            yield content[at:end]
        at = end
    yield content[at:]
