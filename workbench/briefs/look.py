"""How briefs look, read from data: type, paper and colours, the same for every writer."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from resources.files import resource

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi", "sd", "ug"})
"""Languages written from right to left."""


@cache
def look() -> dict[str, Any]:
    """Return the sizes, fonts, lengths and colours of a brief.

    Returns
    -------
    dict
        The tables of ``briefs/style.toml``: sizes in points, lengths in millimetres, colours as
        ``#RRGGBB``.
    """
    return tomllib.loads(resource("briefs/style.toml").read_text(encoding="utf-8"))


def is_right_to_left(language: str) -> bool:
    """Whether a language, given as a BCP 47 tag, is written from right to left."""
    return language.partition("-")[0].lower() in RIGHT_TO_LEFT
