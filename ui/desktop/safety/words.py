"""Moments, sizes, counts and records in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from workbench.domain.case import RecordKey
from workbench.keeping import Contents
from workbench.operations.names import described
from workbench.readmodels.wording import day_in_words

_COUNTED = ("parties", "issues", "positions", "sources")
_MOST = 400
_UTC = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC")


def moment(at: datetime) -> str:
    """Return a moment in the time of this computer."""
    local = at.astimezone()
    return f"{day_in_words(local.date())}, {local:%H:%M}"


def in_local_time(text: str) -> str:
    """Return a sentence with its moments, written in UTC, in the time of this computer."""
    return _UTC.sub(lambda found: moment(datetime.fromisoformat(f"{found[1]}+00:00")), text)


def moment_of(text: str) -> str:
    """Return a moment written as ISO 8601, as it stands where it is none."""
    try:
        return moment(datetime.fromisoformat(text))
    except ValueError:
        return text


def size(count: int) -> str:
    """Return a number of bytes."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000)):,} kB"


def counted(contents: Contents) -> str:
    """Return how many records of the main kinds there are."""
    return ", ".join(f"{contents.counts.get(table, 0):,} {table}" for table in _COUNTED)


def record_name(table: str, key: RecordKey) -> str:
    """Return a record by kind and code."""
    name = described(table, key)
    return name[:1].upper() + name[1:]


def value_in_words(value: Any) -> str:
    """Return what one side of a collision has."""
    if value is None or value in ("", [], ()):
        return "empty"
    if isinstance(value, Mapping):
        parts = (f"{name.replace('_', ' ')}: {value_in_words(own)}" for name, own in value.items() if own)
        return _short("; ".join(parts))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _short(", ".join(value_in_words(own) for own in value))
    return _short(f"“{value}”" if isinstance(value, str) else f"{value}")


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
