"""Codes for new records, made from their names, so that nobody has to think of one."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

from workbench.domain.folding import fold

_LONGEST = 24


def suggest_code(name: str, taken: Collection[str], *, capital: bool = False) -> str:
    """Return a code made from a name that no other record has; empty for an empty name.

    Parameters
    ----------
    name : str
        In any script.
    taken : collection of str
        Codes in use.
    capital : bool
        Whether the code is set in capitals, as those of parties and sources are.
    """
    words = re.sub(r"[^\w]+", "-", fold(name)).strip("-_")
    base = words[:_LONGEST].rstrip("-_")
    base = base.upper() if capital else base
    if not base:
        return ""
    if base not in taken:
        return base
    return next(code for number in count(2) if (code := f"{base}-{number}") not in taken)
