"""Moments, sizes, counts and records in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QLocale, QTime

from ui.desktop.table_words import count_of
from ui.words import at_start, figure, translate
from workbench.domain.case import RecordKey
from workbench.domain.fieldwords import WORDS, field_word
from workbench.domain.names import described
from workbench.keeping import Contents
from workbench.readmodels.wording import clauses, commas, day_in_words, quoted

_COUNTED = ("parties", "issues", "positions", "sources")
_MOST = 400
_SHORT = QLocale.FormatType.ShortFormat
_UTC = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC")


def moment(at: datetime) -> str:
    """Return a moment in the time of this computer."""
    local = at.astimezone()
    text = translate("Moment", "{day}, {time}")
    return text.format(day=day_in_words(local.date()), time=QLocale().toString(_clock(local), _SHORT))


def _clock(at: datetime) -> QTime:
    return QTime(at.hour, at.minute)


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
    if count >= 1_000_000:
        return translate("Moment", "{0} MB").format(figure(count / 1_000_000, 1))
    return translate("Moment", "{0} kB").format(figure(max(1, round(count / 1000))))


def records_in(contents: Contents) -> str:
    """Return how many records of the main kinds there are."""
    return commas(count_of(table, contents.counts.get(table, 0)) for table in _COUNTED)


def record_name(table: str, key: RecordKey) -> str:
    """Return a record by kind and code."""
    return at_start(described(table, key))


def value_in_words(value: Any) -> str:
    """Return what one side of a collision has."""
    if value is None or value in ("", [], ()):
        return translate("Merging", "empty")
    if isinstance(value, Mapping):
        parts = (f"{_field(name)}: {value_in_words(own)}" for name, own in value.items() if own)
        return _short(clauses(parts))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _short(commas(value_in_words(own) for own in value))
    return _short(quoted(value) if isinstance(value, str) else f"{value}")


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def _field(name: str) -> str:
    """Return what a field of a record is called; what is no field, as a code is, stays as it is."""
    return field_word(name) if name in WORDS else name
