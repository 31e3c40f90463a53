"""The positions of a party one after the other, with a dot for each on a line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.widgets.text import Follow, LinkedText
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.readmodels.inspector_types import HistoryEntry, Link, PartyHistory

_DOT = 3.5


class EntryRow(QWidget):
    """One position: what it asks, when, in which words and from which sources."""

    def __init__(
        self, hub: ThemeHub, entry: HistoryEntry, follow: Follow, colour: str, *, first: bool, last: bool
    ) -> None:
        super().__init__()
        self._hub, self._colour = hub, colour
        self._entry, self._first, self._last = entry, first, last
        body = QVBoxLayout(self)
        body.setContentsMargins(round(18 * hub.zoom), 0, 0, Space.NORMAL)
        body.setSpacing(1)
        self._headline = LinkedText(
            hub, (Link(entry.headline, "positions", (entry.ref,)),), follow, strong=True
        )
        body.addWidget(self._headline)
        for parts, role in _notes(entry):
            body.addWidget(LinkedText(hub, parts, follow, TextSize.SMALL, role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot, filled while the position stands, and the line that joins it to its neighbours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, zoom = self._hub.theme, self._hub.zoom
        x, y = 5 * zoom, self._headline.y() + self.fontMetrics().height() * 0.5 + 1
        painter.setPen(QPen(theme.colour(Role.HAIRLINE), 1.5))
        painter.drawLine(QPointF(x, y if self._first else 0), QPointF(x, y if self._last else self.height()))
        colour = QColor(self._colour) if self._colour else theme.colour(Role.ACCENT)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if self._entry.is_standing else theme.colour(Role.PANEL))
        painter.drawEllipse(QPointF(x, y), _DOT * zoom, _DOT * zoom)


class History(QWidget):
    """The history of one party on the issue."""

    def __init__(self, hub: ThemeHub, history: PartyHistory, follow: Follow) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        last = len(history.entries) - 1
        for number, entry in enumerate(history.entries):
            ends = {"first": number == 0, "last": number == last}
            body.addWidget(EntryRow(hub, entry, follow, history.colour, **ends))


def _notes(entry: HistoryEntry) -> Iterator[tuple[list[str | Link], Role]]:
    if entry.detail:
        yield [entry.detail], Role.TEXT_MUTED
    if entry.statement:
        yield [entry.statement], Role.TEXT_SECONDARY
    if entry.sources:
        yield _listed(entry.sources), Role.TEXT_MUTED


def _listed(links: tuple[Link, ...]) -> list[str | Link]:
    parts: list[str | Link] = []
    for link in links:
        parts += [link, "; "]
    return parts[:-1]
