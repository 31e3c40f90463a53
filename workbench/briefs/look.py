"""How briefs look, read from data: type, paper and colours, the same for every writer."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from resources.files import resource


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
