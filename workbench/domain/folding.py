"""Folding: what lets a name be found by typing it in plain letters.

Names are compared without case, marks and the few letters that have a plain twin, so that Xankendi
finds Xankəndi, NAXCIVAN finds Naxçıvan and եւ finds և. Scripts are not turned into one another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

ItemT = TypeVar("ItemT")

_TWINS = str.maketrans({"ı": "i", "ə": "e", "և": "եւ", "ё": "е", "ǝ": "e"})


class _Marks(dict[int, int | None]):
    """Takes marks away; each sign is looked up once."""

    def __missing__(self, sign: int) -> int | None:
        kept = None if unicodedata.combining(chr(sign)) else sign
        self[sign] = kept
        return kept


_MARKS = _Marks()


def fold(text: str) -> str:
    """Return `text` as it is compared: no case, no marks, single blanks.

    Folding what is folded changes nothing.
    """
    if text.isascii():  # most names are, and there are thousands
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_TWINS)
    bare = unicodedata.normalize("NFKD", plain).translate(_MARKS)
    return " ".join(unicodedata.normalize("NFKC", bare).translate(_TWINS).split())


def match_rank(sought: str, folded: str) -> int | None:
    """Return how well a folded text answers a folded query, lower is better, none where not at all.

    Every word of the query has to occur. A text that is the query comes first, then one that begins with it,
    then one of which every word sought begins a word, then any that holds them.
    """
    words = sought.split()
    if not all(word in folded for word in words):
        return None
    if folded == sought:
        return 0
    if folded.startswith(sought):
        return 1
    starts = folded.replace("-", " ").replace("(", " ").split()
    return 2 if all(any(start.startswith(word) for start in starts) for word in words) else 3


def find_folded(query: str, items: Iterable[tuple[Sequence[str], ItemT]]) -> list[ItemT]:
    """Return the items of which a name answers the query, best first, otherwise in the order given.

    Parameters
    ----------
    query : str
        As typed.
    items : iterable of (sequence of str, item)
        Folded names of each item; the best of them counts.
    """
    sought = fold(query)
    ranked = []
    for names, item in items:
        ranks = [rank for name in names if (rank := match_rank(sought, name)) is not None]
        if ranks:
            ranked.append((min(ranks), item))
    return [item for _, item in sorted(ranked, key=lambda pair: pair[0])]
