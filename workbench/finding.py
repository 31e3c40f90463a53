"""Finding a name typed in another script: Степанакерт and Ստեփանակերտ find Stepanakert.

Each name is compared folded, and besides in plain Latin letters as the sounds of its script are usually
written. That is a help for finding only: nothing is stored, shown or printed so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from workbench.domain.folding import find_folded, fold

ItemT = TypeVar("ItemT")

_OTHER_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
"""A letter of another script, or a Latin one that folding leaves as it is."""


def latin(folded: str) -> str:
    """Return a folded text in plain Latin letters; one that is in them already comes back as it is.

    Parameters
    ----------
    folded : str
        As `fold` returns it.
    """
    if folded.isascii():
        return folded
    from anyascii import anyascii  # noqa: PLC0415 - only names in other scripts need its tables

    return fold(anyascii(folded).replace("'", ""))


def names_to_find(names: Iterable[str]) -> tuple[str, ...]:
    """Return the forms by which something called so is found, each once."""
    folded = [fold(name) for name in dict.fromkeys(names) if name]
    return tuple(dict.fromkeys((*folded, *map(latin, folded))))


def find_names(query: str, items: Iterable[tuple[Sequence[str], ItemT]]) -> list[ItemT]:
    """Return the items of which a name answers the query, those of the same script first.

    Parameters
    ----------
    query : str
        As typed, in any script.
    items : iterable of (sequence of str, item)
        What `names_to_find` returns for each item.
    """
    known = list(items)
    found = find_folded(query, known)
    sought = fold(query)
    if sought.isascii():
        return found
    here = {id(item) for item in found}
    return found + [item for item in find_folded(latin(sought), known) if id(item) not in here]


def text_to_find(text: str) -> str:
    """Return a text as words are looked for in it: folded, and in Latin letters too where it has others."""
    folded = fold(text)
    return f"{folded}\n{latin(folded)}" if _OTHER_LETTER.search(folded) else folded


@dataclass(frozen=True, slots=True)
class Sought:
    """Words of which every one has to occur in a text.

    Attributes
    ----------
    ways : tuple of tuple of str
        The words folded; besides in plain Latin letters where these differ.
    """

    ways: tuple[tuple[str, ...], ...] = ((),)

    @classmethod
    def of(cls, query: str) -> Sought:
        """Return the words of what was typed, in any script."""
        folded = fold(query)
        return cls(tuple(dict.fromkeys(tuple(own.split()) for own in (folded, latin(folded)))))

    def __bool__(self) -> bool:
        """Whether anything is sought."""
        return bool(self.ways[0])

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds every word; it is one that `text_to_find` has made."""
        return any(all(word in text for word in words) for words in self.ways)
