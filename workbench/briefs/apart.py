"""Texts of another language within the sentences of a brief, each with its own direction.

A text of the case that is put into a sentence of the brief is set apart by signs that Unicode keeps for
what a program says to itself; they never reach a file. Where a paragraph is made they become runs of their
own, which a screen reader hears in their language and which read in their own direction, so that numbers and
brackets of the sentence around them stay where they belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import bidirectional

OPEN, TEXT, SHUT = "\ufdd0", "\ufdd1", "\ufdd2"
_SIGNS = re.compile(f"[{OPEN}{TEXT}{SHUT}]")
_PIECE = re.compile(f"{OPEN}([^{TEXT}]*){TEXT}([^{SHUT}]*){SHUT}?")
_HEAD = re.compile(f"{OPEN}[^{TEXT}]*(?:{TEXT}|$)|{SHUT}")

LTR, RTL = "ltr", "rtl"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi", "sd", "ug", "arc", "syr", "nqo"})
_SCRIPTS = {"arab": RTL, "hebr": RTL, "thaa": RTL, "syrc": RTL, "nkoo": RTL, "latn": LTR, "cyrl": LTR}


def direction_of_language(language: str) -> str:
    """Return the direction of a language, given as a BCP 47 tag; a script in the tag decides."""
    primary, *more = language.lower().split("-")
    named = next((_SCRIPTS[own] for own in more if own in _SCRIPTS), "")
    return named or (RTL if primary in _RIGHT_TO_LEFT else LTR)


@lru_cache(maxsize=16384)
def direction_of_text(text: str) -> str:
    """Return the direction of the first letter of a text, nothing where it has none."""
    if text.isascii():
        return LTR if any(sign.isalpha() for sign in text) else ""
    for sign in text:
        kind = bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return LTR if kind == "L" else RTL
    return ""


def set_apart(text: str, language: str) -> str:
    """Return a text as it is put into sentences of another language.

    Parameters
    ----------
    text : str
        What somebody entered.
    language : str
        BCP 47 tag of its language, empty where that is not known.
    """
    return f"{OPEN}{language}{TEXT}{_SIGNS.sub('', text)}{SHUT}" if text else text


def plain(text: str) -> str:
    """Return a text without the signs that set apart."""
    return _SIGNS.sub("", _HEAD.sub("", text)) if _SIGNS.search(text) else text


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the pieces of a text: those of the sentence with none, those set apart with their language."""
    if OPEN not in text:
        yield plain(text), None
        return
    end = 0
    for found in _PIECE.finditer(text):
        if found.start() > end:
            yield plain(text[end : found.start()]), None
        yield plain(found[2]), found[1]
        end = found.end()
    if end < len(text):
        yield plain(text[end:]), None


def head(text: str, length: int) -> str:
    """Return the beginning of a text up to so many signs, those that set apart not counted."""
    kept, room = [], length
    for piece, language in pieces(text):
        own = piece[:room]
        kept.append(own if language is None else set_apart(own, language))
        room -= len(own)
    return "".join(kept)
