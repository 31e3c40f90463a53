"""A card that says everything there is to say of one record, as the audience may see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import BOLD, LinkedText, Text
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import at_start, said, translate
from workbench.domain.case import Record, RecordKey
from workbench.domain.codes import SourceReference
from workbench.domain.fieldwords import field_word
from workbench.domain.names import kind_word
from workbench.domain.vocabulary import IssueKind, Stance
from workbench.readmodels.inspector_types import Link
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.wording import commas
from workbench.snapshot import Snapshot

_NAMES = ("title", "name", "label", "term", "code", "ref")
_REFERRED = {
    "party": "parties",
    "parties": "parties",
    "members": "parties",
    "needed": "parties",
    "known_to": "parties",
    "proposed_by": "parties",
    "issue": "issues",
    "issues": "issues",
    "if_issue": "issues",
    "then_issue": "issues",
}
"""Fields that hold codes, and the table in which these stand."""


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
        back = QPushButton(translate("Card", "Back"))
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
        if changed & {"audience", "names"}:
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
        inside.setSpacing(Space.TIGHT // 2)  # a value lies close to its name, and apart from what follows
        inside.addWidget(Text(self._hub, name_of(record), TextSize.TITLE, weight=BOLD).selectable())
        kind = at_start(kind_word(self._table))
        inside.addWidget(Text(self._hub, kind, TextSize.SMALL, Role.TEXT_MUTED))
        for heading, parts in lines_of(record, self._session.snapshot):
            inside.addSpacing(Space.NORMAL)
            inside.addWidget(Text(self._hub, heading, TextSize.SMALL, Role.TEXT_MUTED))
            inside.addWidget(LinkedText(self._hub, parts, self.record_wanted.emit))
        inside.addStretch(1)
        self._scroll.setWidget(page)


def name_of(record: Record) -> str:
    """Return what a record is called."""
    return next((str(text) for own in _NAMES if (text := getattr(record, own, ""))), "")


def lines_of(record: Record, snapshot: Snapshot) -> Iterator[tuple[str, list[str | Link]]]:
    """Yield heading and text of every field of a record that holds something."""
    labels = _Labels(snapshot)
    for field in fields(record):
        parts = labels.parts(field.name, getattr(record, field.name), getattr(record, "issue", ""))
        if parts and field.name not in _NAMES:
            yield at_start(field_word(field.name)), parts


class _Labels:
    """Turns codes into what they stand for, leading to the record."""

    def __init__(self, snapshot: Snapshot) -> None:
        case = snapshot.case
        self._named: dict[tuple[str, RecordKey], str] = {}
        for party in case.parties:
            self._named["parties", (party.code,)] = party.label
        for issue in case.issues:
            self._named["issues", (issue.code,)] = issue.title
        for source in case.sources:
            self._named["sources", (source.code,)] = source.title
        for option in case.options:
            self._named["options", (option.issue, option.code)] = option.label
        self._kinds = {issue.code: issue.kind for issue in case.issues}

    def parts(self, name: str, value: Any, issue: str) -> list[str | Link]:
        """Return the value of a field as text with links."""
        if value is None or value in ("", ()):
            return []
        if isinstance(value, Mapping):
            return _joined([self._stance(issue, code, own) for code, own in value.items()])
        if isinstance(value, tuple):
            return _joined([[self._entry(name, entry)] for entry in value])
        return [self._entry(name, value)]

    def _entry(self, name: str, entry: Any) -> str | Link:
        if isinstance(entry, SourceReference):
            label = self._named.get(("sources", (entry.code,)), entry.code)
            return Link(commas((label, entry.place)) if entry.place else label, "sources", (entry.code,))
        if isinstance(entry, float):
            return plain_number(entry)
        if isinstance(entry, StrEnum):
            return said(entry)
        table, code = _REFERRED.get(name, ""), str(getattr(entry, "party", entry))
        label = self._named.get((table, (code,)), "")
        return Link(label, table, (code,)) if label else code

    def _kind(self, issue: str) -> IssueKind:
        return self._kinds.get(issue, IssueKind.SUBSTANCE)

    def _stance(self, issue: str, code: str, own: Any) -> list[str | Link]:
        if isinstance(own, Stance):
            label = self._named.get(("options", (issue, code)), code)
            return [f"{own.reading(self._kind(issue))}: ", Link(label, "options", (issue, code))]
        chosen = self._named.get(("options", (code, str(own))), str(own))
        return [self._entry("issues", code), f": {chosen}"]


def _joined(entries: list[list[str | Link]]) -> list[str | Link]:
    parts: list[str | Link] = []
    for entry in entries:
        parts += [*entry, "\n"]
    return parts[:-1]
