"""Records in plain form as the journal keeps them: JSON in one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from db.fields import Plain

GAP_BEGINS = "[expunged "
"""How what takes the place of an expunged text begins; the day follows."""

dumps_value: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Return a part of a plain form as the journal keeps it."""


def dumps(plain: Plain | None) -> str | None:
    """Return the plain form as the journal keeps it."""
    return None if plain is None else dumps_value(plain)


def loads(text: str | None) -> Plain | None:
    """Return the plain form that the journal keeps."""
    return None if text is None else dict(json.loads(text))
