"""Texts on one line, without signs that no file can carry."""

from __future__ import annotations

import re
from unicodedata import category

UNBROKEN = "\u00a0\u202f"
"""Blanks at which a line does not break, as French has them before a colon."""
_BLANKS = re.compile(rf"[^\S{UNBROKEN}]+")


def clean(text: str) -> str:
    """Return `text` on one line, without control signs and halves of signs."""
    if not text.isprintable():
        text = "".join(sign if _prints(sign) else " " for sign in text)
        if any(sign in text for sign in UNBROKEN):
            return _BLANKS.sub(" ", text).strip(" ")
    return " ".join(text.split())


def _prints(sign: str) -> bool:
    return sign in UNBROKEN or not (category(sign) in ("Cc", "Cs") or _is_no_sign(sign))


def _is_no_sign(sign: str) -> bool:
    """Tell whether a place of Unicode is kept free for ever."""
    number = ord(sign)
    return number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
