"""The sources that a record rests on: picked by typing, each with credibility and place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.editors.fields import Field
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.widgets.focus import bring_into_sight, tab_before
from ui.desktop.widgets.text import Text
from ui.theme.dress import set_kind
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import marked, translate
from workbench.domain.codes import SourceReference
from workbench.domain.source import Source
from workbench.finding import find_names, names_to_find

_CREDIBILITY = (
    marked("Sources", "not judged"),
    marked("Sources", "1 confirmed"),
    marked("Sources", "2 probably true"),
    marked("Sources", "3 possibly true"),
    marked("Sources", "4 doubtful"),
    marked("Sources", "5 improbable"),
    marked("Sources", "6 cannot be judged"),
)
_MOST_OFFERED = 6


class SourcesField(Field[tuple[SourceReference, ...]]):
    """References to sources. What is typed finds by title, attribution or code, or makes a new source.

    Signals
    -------
    source_wanted
        Code of a source that the person wants to see.
    new_wanted
        Title of a source that is to be made.
    """

    source_wanted = Signal(str)
    new_wanted = Signal(str)

    def __init__(self, hub: ThemeHub, label: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(hub, label or translate("Sources", "Sources"), self.line)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Tab would leap over the rows before it
        self._hub = hub
        self._sources: dict[str, Source] = {}
        self._rows: list[_Reference] = []
        self.line.setPlaceholderText(translate("Sources", "Add: type a part of its title, author or code"))
        self.offers = QListWidget()
        self.offers.setAccessibleName(translate("Sources", "Sources found"))
        self.offers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.TIGHT // 2)
        self._body.insertLayout(1, self._list)
        self._body.insertWidget(3, self.offers)
        self.line.textEdited.connect(self._offer)
        self.line.textEdited.connect(self.edited)
        self.line.installEventFilter(self)
        self.offers.itemClicked.connect(self._taken)

    def set_sources(self, sources: tuple[Source, ...]) -> None:
        """Offer other sources."""
        self._sources = {source.code: source for source in sources}

    def value(self) -> tuple[SourceReference, ...]:
        """Return the references, in order."""
        return tuple(row.reference() for row in self._rows)

    def set_value(self, value: tuple[SourceReference, ...]) -> None:
        """Show references."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for reference in value:
            self._add_row(reference)

    def add(self, code: str) -> None:
        """Rest on one more source."""
        self._close_offers()
        self.say("")
        if code not in {row.code for row in self._rows}:
            self._add_row(SourceReference(code))
            self.edited.emit()
            self.committed.emit()

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that names no source yet, or a place that is not saved."""
        return bool(self._begun) or any(row.is_pending for row in self._rows)

    @property
    def _begun(self) -> str:
        return self.line.text().strip()

    def settle(self) -> None:
        """Save the places that are typed."""
        for row in self._rows:
            row.settle()

    def problem(self) -> str:
        """Return that what was typed is no source yet."""
        if not self._begun:
            return ""
        return translate("Sources", "No source yet: choose one from the list, or empty this line.")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard on to where one types."""
        super().focusInEvent(event)
        self.line.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Put the sources into the order of Tab: moving into a window may have changed it."""
        super().showEvent(event)
        tab_before(self.line, [part for row in self._rows for part in row.chain])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and take the offers from the line."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if self.offers.isHidden():
            return False
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        if event.key() in steps:
            row = self.offers.currentRow() + steps[event.key()]
            self.offers.setCurrentRow(max(0, min(row, self.offers.count() - 1)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._taken(self.offers.currentItem())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._close_offers()
            return True
        return False

    def _offer(self, text: str) -> None:
        self.offers.clear()
        if not text.strip():
            self.offers.hide()
            self.say("")
            return
        named = [(_names(source), source) for source in self._sources.values()]
        for source in find_names(text, named)[:_MOST_OFFERED]:
            item = QListWidgetItem(f"{source.title} · {source.attribution or source.code}")
            item.setToolTip(item.text())
            item.setData(Qt.ItemDataRole.UserRole, source.code)
            self.offers.addItem(item)
        self.offers.addItem(QListWidgetItem(translate("Sources", "New source “{0}”").format(text.strip())))
        self.offers.setCurrentRow(0)
        self.offers.setFixedHeight(self.offers.sizeHintForRow(0) * self.offers.count() + 8)
        self.offers.show()
        bring_into_sight(self.offers)

    def _taken(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        code = item.data(Qt.ItemDataRole.UserRole)
        if code:
            self.add(str(code))
        else:
            title = self.line.text().strip()
            self._close_offers()
            self.new_wanted.emit(title)

    def _close_offers(self) -> None:
        self.line.clear()
        self.offers.hide()

    def _add_row(self, reference: SourceReference) -> None:
        source = self._sources.get(reference.code)
        row = _Reference(self._hub, reference, source)
        row.edited.connect(self.edited)
        row.changed.connect(self.edited)
        row.changed.connect(self.committed)
        row.removed.connect(partial(self._remove, row))
        row.opened.connect(self.source_wanted)
        self._rows.append(row)
        self._list.addWidget(row)
        tab_before(self.line, row.chain)

    def _remove(self, row: _Reference) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.line.setFocus()
        self.edited.emit()
        self.committed.emit()


class _Reference(QWidget):
    """One source with credibility and place."""

    edited = Signal()
    changed = Signal()
    removed = Signal()
    opened = Signal(str)

    def __init__(self, hub: ThemeHub, reference: SourceReference, source: Source | None) -> None:
        super().__init__()
        self.code = reference.code
        name = ElidedText(hub, TextSize.CELL, Role.TEXT)
        name.set_text(
            " · ".join(filter(None, (source.title, source.attribution))) if source else reference.code
        )
        self.credibility = QComboBox()
        self.credibility.addItems([translate("Sources", own) for own in _CREDIBILITY])
        self.credibility.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.credibility.setMinimumContentsLength(8)
        self.credibility.setCurrentIndex(reference.credibility or 0)
        self.credibility.setAccessibleName(translate("Sources", "Credibility of {0} here").format(self.code))
        self.place = QLineEdit(reference.place)
        self.place.setPlaceholderText(translate("Sources", "e.g. art. 6"))
        self.place.setAccessibleName(translate("Sources", "Place in {0}").format(self.code))
        self.credibility.activated.connect(lambda _place: self.changed.emit())
        self.place.textEdited.connect(self.edited)
        self.place.editingFinished.connect(self.settle)
        self._place = reference.place
        show, remove = (
            _small(translate("Sources", "Show"), translate("Sources", "Show the source")),
            _small(translate("Sources", "Remove"), translate("Sources", "Rest no longer on it")),
        )
        show.clicked.connect(lambda _on: self.opened.emit(self.code))
        remove.clicked.connect(lambda _on: self.removed.emit())
        self.chain = (show, remove, self.credibility, self.place)
        self._lay_out(hub, name, show, remove)

    def reference(self) -> SourceReference:
        """Return what is shown."""
        return SourceReference(self.code, self.credibility.currentIndex() or None, self.place.text().strip())

    @property
    def is_pending(self) -> bool:
        """Whether a place is typed that is not saved yet."""
        return self.place.text().strip() != self._place

    def _lay_out(self, hub: ThemeHub, name: QWidget, show: QWidget, remove: QWidget) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, Space.TIGHT)
        body.setSpacing(Space.TIGHT // 2)
        above, below = QHBoxLayout(), QHBoxLayout()
        below.setSpacing(Space.NORMAL)
        above.addWidget(name, 1)
        above.addStretch(0)
        above.addWidget(show)
        above.addWidget(remove)
        for part, label in (
            (self.credibility, translate("Sources", "Credibility here")),
            (self.place, translate("Sources", "Place in it")),
        ):
            column = QVBoxLayout()
            column.setSpacing(Space.TIGHT // 2)
            column.addWidget(Text(hub, label, TextSize.SMALL, Role.TEXT_MUTED))
            column.addWidget(part)
            below.addLayout(column, 1)
        body.addLayout(above)
        body.addLayout(below)

    def settle(self) -> None:
        """Save the place that is typed."""
        if self.is_pending:
            self._place = self.place.text().strip()
            self.changed.emit()


def _names(source: Source) -> tuple[str, ...]:
    return names_to_find((source.title, source.attribution, source.code, source.citation))


def _small(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    set_kind(button, "quiet")
    return button
