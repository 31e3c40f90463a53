"""A card that says everything there is to say of one record, as the audience may see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import BOLD, LinkedText, Text
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.domain.case import Record, RecordKey
from workbench.domain.codes import SourceReference
from workbench.domain.vocabulary import Stance
from workbench.readmodels.inspector_types import Link

_KINDS = {
    "parties": "Party",
    "issues": "Issue",
    "options": "Option",
    "sources": "Source",
    "positions": "Position",
    "linkages": "Linkage",
    "events": "Event",
    "judgements": "Judgement",
    "packages": "Package",
    "groups": "Group",
    "terms": "Term",
}
_NAMES = ("title", "name", "label", "term", "code", "ref")
_WORDS = {"since": "from", "short_name": "short name", "limit_owner": "who can move the red line"}


class RecordCard(QWidget):
    """Reads a record out; follows the session and ends when the record is gone."""

    finished = Signal()
    record_wanted = Signal(str, object)

    def __init__(self, session: CaseSession, hub: ThemeHub, table: str, key: RecordKey) -> None:
        super().__init__()
        self._session, self._hub, self._table, self._key = session, hub, table, key
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        back = QPushButton("Back")
        back.clicked.connect(lambda _on: self.finished.emit())
        self.setFocusProxy(back)
        bar = QFrame()
        set_surface(bar, "panel", "top")
        below = QVBoxLayout(bar)
        below.setContentsMargins(Space.SECTION, Space.NORMAL, Space.SECTION, Space.NORMAL)
        below.addWidget(back, 0, Qt.AlignmentFlag.AlignRight)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._scroll, 1)
        body.addWidget(bar)
        session.case_changed.connect(self._refresh)
        session.view_changed.connect(self._view_changed)
        self._refresh()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if "audience" in changed:
            self._refresh()

    def _refresh(self, _change: object = None) -> None:
        record = self._session.record(self._table, self._key)
        if record is None:
            self._scroll.setWidget(QWidget())
            self.finished.emit()
            return
        page = QWidget()
        set_surface(page, "panel")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(Space.SECTION, Space.WIDE, Space.SECTION, Space.SECTION)
        inside.setSpacing(Space.NORMAL)
        inside.addWidget(Text(self._hub, name_of(record), TextSize.TITLE, weight=BOLD).selectable())
        kind = _KINDS.get(self._table, "")
        inside.addWidget(Text(self._hub, kind, TextSize.SMALL, Role.TEXT_MUTED))
        for heading, parts in lines_of(record):
            inside.addWidget(Text(self._hub, heading, TextSize.SMALL, Role.TEXT_MUTED))
            inside.addWidget(LinkedText(self._hub, parts, self.record_wanted.emit))
        inside.addStretch(1)
        self._scroll.setWidget(page)


def name_of(record: Record) -> str:
    """Return what a record is called."""
    return next((str(text) for own in _NAMES if (text := getattr(record, own, ""))), "")


def lines_of(record: Record) -> Iterator[tuple[str, list[str | Link]]]:
    """Yield heading and text of every field of a record that holds something."""
    for field in fields(record):
        value = getattr(record, field.name)
        parts = _parts(value)
        if parts and field.name not in _NAMES[:4]:
            yield _WORDS.get(field.name, field.name.replace("_", " ")).capitalize(), parts


def _parts(value: Any) -> list[str | Link]:
    if value is None or value in ("", ()):
        return []
    if isinstance(value, Mapping):
        return [_stances(value)] if value else []
    if isinstance(value, tuple):
        parts: list[str | Link] = []
        for entry in value:
            parts += [_entry(entry), "; "]
        return parts[:-1]
    return [f"{value:g}" if isinstance(value, float) else str(value)]


def _stances(value: Mapping[str, Any]) -> str:
    return "; ".join(
        f"{option}: {own.word if isinstance(own, Stance) else own}" for option, own in value.items()
    )


def _entry(entry: Any) -> str | Link:
    if isinstance(entry, SourceReference):
        return Link(str(entry), "sources", (entry.code,))
    return str(getattr(entry, "party", entry))
