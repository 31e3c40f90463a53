"""A foreign language for tests: every text of the program between marks, every text of the case in Georgian.

What is seen in Latin letters outside the marks is neither: it is a text that no translator ever sees.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html import unescape
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from workbench.domain.case import Case, CaseEntry
from workbench.domain.event import DEADLINE, Event
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.domain.term import Term

OPEN, SHUT = "⟦", "⟧"
_PLACES = re.compile(r"(\{[^{}]*\}|%n|<[^<>]*>)")
_MARKED = re.compile("⟦[^⟦⟧]*(?:⟧|…|$)")
_OF_QT = frozenset({"QPlatformTheme", "QDialogButtonBox", "QShortcut", "QLineEdit", "QWidgetTextControl"})
"""Contexts in which Qt says texts of its own."""
_LATIN = re.compile(r"[A-Za-z]{2,}")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_ALLOWED = re.compile(
    rf"\b(?:{_MONTHS}|{_SHORT}|{_DAYS})\b|TLP:[A-Z+]+|\.(?:positions|backups)\b"
    r"|\b(?:Ctrl|Alt|Shift|Meta)\b(?:\+\S+)?|\bF\d{1,2}\b|\b(?:Del|Ins|PgUp|PgDown|Home|End|Esc|Enter|Return)\b"
    r"|\.?\b(?:xlsx|json|csv|png|svg|pdf|docx|html|md|typ|css|gz)\b"
)
"""Days, markings, keys and endings of files: no language changes them, or the locale does."""
_APART = re.compile(r"[\n\t·:;,()|–—→“”›]")
RecordT = TypeVar("RecordT")
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "აბცდეფგჰიჯკლმნოპქრსტუვწხყზ", strict=True))
_TO_GEORGIAN = str.maketrans({**_LETTERS, **{own.upper(): other for own, other in _LETTERS.items()}})
_KEPT: dict[type, set[str]] = {
    CaseEntry: {"key"},
    Party: {"code", "colour"},
    Source: {"code"},
    Term: {"subject", "party", "language"},
}
"""Fields that other records or the program name, and that scenes go to."""
_CODES = frozenset({
    "code", "ref", "party", "parties", "issue", "issues", "option", "needed", "known_to", "proposed_by",
    "actor", "on", "if_issue", "if_option", "then_issue", "then_option", "stances", "choices", "members",
    "sources",
})  # fmt: skip
"""Fields that hold codes."""


def foreign(text: str, number: int = -1) -> str:
    """Return a text as the foreign language says it: everything but places and tags between marks."""
    parts = []
    for place, part in enumerate(_PLACES.split(text)):
        if place % 2:
            parts.append(str(number) if part == "%n" and number >= 0 else part)
        elif part:
            parts.append(f"{OPEN}{part}{SHUT}")
    return "".join(parts)


class Foreign(QTranslator):
    """Speaks the foreign language, as far as there is a translation.

    Parameters
    ----------
    known : collection of (str, str, str)
        Context, text and note of every text that a translator sees.

    Attributes
    ----------
    missed : dict of str to set of str
        What was asked for and is in no translation, with the contexts in which it was asked for.
    """

    def __init__(self, known: Iterable[tuple[str, str, str]]) -> None:
        super().__init__()
        self._known = frozenset(known)
        self._found: set[str] = set()
        self._asked: dict[str, set[str]] = defaultdict(set)

    @property
    def missed(self) -> dict[str, set[str]]:
        """What no translator sees, but for what Qt says itself."""
        return {
            text: contexts
            for text, contexts in self._asked.items()
            if text not in self._found and any(not own.startswith("Q") for own in contexts)
        }

    def translate(  # type: ignore[override]
        self, context: str, text: str, note: str | None = None, n: int = -1
    ) -> str | None:
        """Return a text between marks, nothing for one that is in no translation."""
        if not text:
            return None
        if (context, text, note or "") in self._known or context in _OF_QT:
            self._found.add(text)
            return foreign(text, n)
        self._asked[text].add(context)
        return None

    def isEmpty(self) -> bool:  # noqa: N802 - of Qt
        """Return that there is something in it."""
        return False


def left_in_english(text: str, data: frozenset[str] = frozenset()) -> str:
    """Return what of a text is neither between marks nor data: empty where everything is translated.

    Parameters
    ----------
    text : str
        As it is seen.
    data : frozenset of str
        Texts in Latin letters that are data: codes, names of files.
    """
    left = []
    for chunk in chunks_of(_MARKED.sub("\n", unescape(re.sub(r"<[^<>]*>", "\n", text)))):
        words = chunk.split()
        parts = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(len(words)))
        if not any(_is_data(one, data) and _is_data(other, data) for one, other in parts):
            left.append(chunk)
    return " | ".join(left)


def _is_data(text: str, data: frozenset[str]) -> bool:
    if text in data or text.strip(" .0123456789") in data:
        return True
    return all(word in data or not _LATIN.search(word) for word in text.split())


def chunks_of(text: str) -> list[str]:
    """Return the pieces of a text between signs that hold Latin words, days and keys left out."""
    pieces = (own.strip(" .?!…*'\N{NO-BREAK SPACE}") for own in _APART.split(_ALLOWED.sub(" ", text)))
    return [" ".join(own.split()) for own in pieces if _LATIN.search(own)]


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield kind and text of what is seen below a widget: texts, hints, names for screen readers, entries."""
    for own in (root, *root.findChildren(QWidget)):
        if own is not root and not own.isVisible():
            continue
        for text in _of_widget(own):
            if text:
                yield type(own).__name__, text
        for action in own.actions():
            yield from (("action", text) for text in _of_action(action) if text)
        if isinstance(own, QMenu):
            yield "menu", own.title()


def _of_widget(own: QWidget) -> Iterator[str]:
    yield from (own.toolTip(), own.statusTip(), own.accessibleName(), own.accessibleDescription())
    if own.isWindow():
        yield own.windowTitle()
    match own:
        case QLabel() | QAbstractButton():
            yield own.text()
        case QLineEdit() | QPlainTextEdit():
            yield own.placeholderText()
        case QGroupBox():
            yield own.title()
        case QSpinBox() | QDoubleSpinBox():
            yield from (own.prefix(), own.suffix())
        case QComboBox():
            yield from (own.itemText(number) for number in range(own.count()))
        case QAbstractItemView() if own.model() is not None:
            yield from _of_model(own.model())
        case QAbstractSpinBox():
            yield own.text()


def _of_action(action: QAction) -> tuple[str, ...]:
    return action.text(), action.toolTip(), action.statusTip()


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    roles = (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )  # fmt: skip
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(QModelIndex()), 40)
    for column in range(columns):
        for role in roles:
            yield _said(model.headerData(column, Qt.Orientation.Horizontal, role))
    for row in range(min(model.rowCount(QModelIndex()), 60)):
        for column in range(columns):
            index = model.index(row, column, QModelIndex())
            yield from (_said(model.data(index, role)) for role in roles)


def _said(value: object) -> str:
    return value if isinstance(value, str) else ""


def georgian(text: str) -> str:
    """Return a text in Georgian letters; what stands in other letters stays."""
    return text.translate(_TO_GEORGIAN)


def in_georgian(case: Case) -> Case:
    """Return a case all of whose texts are in Georgian letters, but for codes."""
    return in_letters(case, georgian)


def in_letters(case: Case, write: Callable[[str], str]) -> Case:
    """Return a case all of whose texts are written in other letters, but for codes."""
    every = {own.name: getattr(case, own.name) for own in fields(case)}
    return Case(**{name: tuple(_record(own, write) for own in records) for name, records in every.items()})


def _record(record: RecordT, write: Callable[[str], str]) -> RecordT:
    if isinstance(record, Event) and record.kind == DEADLINE:
        kept = {"kind"}
    elif isinstance(record, CaseEntry) and record.key in {"as_of", "language"}:
        return record
    else:
        kept = _KEPT.get(type(record), set())
    assert is_dataclass(record)
    changed = {
        own.name: _value(getattr(record, own.name), write)
        for own in fields(record)
        if own.name not in kept and own.name not in _CODES
    }
    if sources := getattr(record, "sources", ()):
        changed["sources"] = tuple(replace(own, place=write(own.place)) for own in sources)
    return replace(record, **changed)


def _value(value: Any, write: Callable[[str], str]) -> Any:
    return write(value) if type(value) is str and not isinstance(value, Enum) else value


_DATA = ("code", "ref", "colour", "language")
"""Fields that hold no words."""


def codes_of(case: Case) -> frozenset[str]:
    """Return every code of a case, of colours and languages too, and the names of its entries."""
    found = {entry.key for entry in case.entries}
    for table in fields(case):
        for record in getattr(case, table.name):
            found |= {
                str(getattr(record, name))
                for name in ("code", "ref", "colour", "language")
                if hasattr(record, name)
            }
    return frozenset(found)
