"""From the bytes of a CSV file to its text: UTF-8, UTF-16 and Windows-125x."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

WINDOWS = tuple(f"cp{number}" for number in range(1250, 1259))
_WESTERN = "cp1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
_WORD_BREAKS = re.compile(r"[\s,;]+")
_AROUND_WORDS = ".,;:!?\"'()–—-…“”„’‘«»‹›"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding it was taken for; `is_guess` where nothing in the file says so."""

    text: str
    encoding: str
    is_guess: bool = False


def decode(data: bytes, kin: bytes = b"") -> Decoded:
    """Return the text that `data` stands for.

    Parameters
    ----------
    data : bytes
        The file.
    kin : bytes
        More from the same hand, such as the other files of the folder: a few lines alone say
        little about which of the Windows encodings they are in.

    Raises
    ------
    UnicodeDecodeError
        If the file begins like UTF-16 and does not go on so.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding), encoding)
    bare = _bare_utf16(data)
    if bare:
        return Decoded(data.decode(bare), bare)
    return _windows(data, kin) if needs_guess(data) else Decoded(data.decode("utf-8"), "utf-8")


def needs_guess(data: bytes) -> bool:
    """Whether nothing in the bytes says how they are to be read: neither UTF-8 nor UTF-16."""
    if any(data.startswith(mark) for mark, _ in _MARKS) or _bare_utf16(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _bare_utf16(data: bytes) -> str:
    """Return which UTF-16 a text without byte order mark is in: headers are Latin letters."""
    head = data[:64]
    if len(head) < 4 or len(data) % 2:
        return ""
    if head[1::2].count(0) * 2 > len(head[1::2]):
        return "utf-16-le"
    if head[0::2].count(0) * 2 > len(head[0::2]):
        return "utf-16-be"
    return ""


def _windows(data: bytes, kin: bytes) -> Decoded:
    """Return the text in the Windows encoding that suits it best."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  slow to load, and seldom needed

    sample = (data + b"\n" + kin)[:_SAMPLE]
    guesses = [
        match.encoding for match in from_bytes(sample, cp_isolation=list(WINDOWS), enable_fallback=False)
    ]
    guesses.sort(key=lambda encoding: _oddities(sample.decode(encoding, errors="replace")))
    for encoding in (*guesses, _WESTERN, "cp1251", "cp1256"):
        try:
            return Decoded(data.decode(encoding), encoding, is_guess=True)
        except UnicodeDecodeError:
            continue
    return Decoded(data.decode(_WESTERN, errors="replace"), _WESTERN, is_guess=True)


def _oddities(text: str) -> int:
    """Count what words seldom have in them.

    Signs, capitals after small letters, letters of two scripts, and marked Latin letters side by side.
    """
    count = 0
    for word in _WORD_BREAKS.split(text):
        core = word.strip(_AROUND_WORDS)
        count += sum(sign > "\x7f" and not sign.isalpha() and sign not in "’‘" for sign in core)
        for left, right in pairwise(core):
            count += left.islower() and right.isupper()
            first, second = _script(left), _script(right)
            count += bool(first and second) and first != second
            count += first == second == "LATIN" and left > "\x7f" and right > "\x7f"
    return count


@cache
def _script(sign: str) -> str:
    """Return the script of a letter as Unicode names it, empty for what is no letter."""
    return unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""
