"""The History lens: who changed what, when, before and after, the latest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QMenu, QPushButton

from ui.desktop.lenses.changes_panel import ChangesPanel
from ui.desktop.lenses.lens import Captured, TableOfTexts, named_tables, table_of
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.session import CaseSession
from ui.tables.history import operation_row, operations_page
from ui.tables.rows import Page, TableRow
from ui.theme.hub import ThemeHub
from ui.words import translate
from workbench.domain.case import RecordKey
from workbench.domain.errors import CaseError
from workbench.domain.names import Names, by_code, called, described
from workbench.ports import Change, ChangeSet, Progress
from workbench.readmodels.history_lens import NOT_TOLD

if TYPE_CHECKING:
    from ui.paint.picture import Picture

_AT_ONCE = 100
"""Operations read at a time."""
_PAUSE = 10
"""Milliseconds between one part and the next, in which the window answers."""


class HistoryLens(TableLens):
    """Operations above, what the current one changed below; for the case or for one record.

    The history is read from its end, a part at a time, as far as one scrolls.
    """

    key = "history"

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self._reading: Iterator[ChangeSet] | None = None
        self._changes: dict[str, Sequence[Change]] = {}
        self._rows: list[TableRow] = []
        self._record: tuple[str, RecordKey] | None = None
        self._only = ""
        self._names: Names = by_code
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._read_on)
        self.one_record = QPushButton()
        self.one_record.setToolTip(self.tr("Show the history of the whole case again"))
        self.one_record.clicked.connect(lambda _on: self.show_record(None))
        self.one_record.hide()
        self.bar.add_filter(self.one_record)
        self.changes = ChangesPanel(session, hub)
        self.changes.record_wanted.connect(self.record_wanted)
        self.body.addWidget(self.changes)
        self.body.setStretchFactor(0, 3)
        self.body.setStretchFactor(1, 2)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_record(self, record: tuple[str, RecordKey] | None) -> None:
        """Show the history of one record, or of the whole case."""
        self._record = record
        self._name_record()
        if self.isVisible():
            self.refresh(None)

    def _name_record(self) -> None:
        """Say whose history it is, to whom may be told of it."""
        told = self.session.view.audience.sees_everything
        self.one_record.setVisible(told and self._record is not None)
        name = self._name_of(*self._record) if told and self._record is not None else ""
        self._only = self.tr("Only {record}").format(record=name) if name else ""
        self.one_record.setText(f"{self._only}  ✕" if name else "")

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Read from the end again: what was done last stands first."""
        self._timer.stop()
        self._changes, self._rows = {}, []
        told = self.session.view.audience.sees_everything
        self._names = self.session.names_over_time() if told else by_code
        self._name_record()
        table, key = self._record or ("", ())
        store = self.session.store
        self._reading = store.history(table, key, newest_first=True) if told else None
        self.bar.setEnabled(told)
        self._read_part()
        super().refresh(changed)
        if self._reading is not None and self._is_looking():
            self._timer.start()

    def pages(self) -> tuple[Page, ...]:
        """Return what has been read so far."""
        told = self.session.view.audience.sees_everything
        return (operations_page(self._rows, self.title, "" if told else translate("History", NOT_TOLD)),)

    def fill_menu(self, menu: QMenu, row: TableRow) -> None:
        """Offer what can be done with an operation, which is no record."""
        shown = menu.addAction(self.tr("Go to what it changed"))
        shown.triggered.connect(lambda _on: self.open_row(row))
        copy = menu.addAction(self.tr("Copy rows"))
        copy.triggered.connect(lambda _on: self.table.copy())

    def open_row(self, row: TableRow) -> None:
        """Go to what an operation changed."""
        self.row_chosen(row)
        self.changes.table.setFocus()

    def chosen_record(self) -> tuple[str, RecordKey] | None:
        """Return the record of the field that is current below; an operation itself is no record."""
        row = self.changes.table.current_row() if self.changes.table.hasFocus() else None
        return None if row is None else (row.table, row.key)

    def capture(self) -> Captured:
        """Take hold of all operations, also of those that have not been scrolled to."""
        told, names = self.session.view.audience.sees_everything, self._names
        table, key = self._record or ("", ())
        done = self.session.store.history(table, key, newest_first=True) if told else ()
        page, arrangement = self.pages()[0], self.table.rows_model.arrangement

        def texts(tell: Progress) -> TableOfTexts:
            rows = [operation_row(own, names) for own in _telling(done, tell)]
            return table_of(replace(page, rows=tuple(arrangement.of(rows))))

        return Captured(texts, partial(named_tables, self.pages_below()))

    def pages_below(self) -> tuple[Page, ...]:
        """Return what the current operation changed."""
        return self.changes.seen

    def picture(self) -> Picture:
        """Return all operations, with what the current one changed."""
        from ui.pictures.tables import history_picture  # noqa: PLC0415 - when one is asked for

        self.read_everything()
        return history_picture(self.pages_seen(), self.session.snapshot, self.told())

    def told(self) -> tuple[str, ...]:
        """Return of which record it is the history, and what else narrows it."""
        return (*((self._only,) if self._only else ()), *super().told())

    def row_chosen(self, row: TableRow | None) -> None:
        """Show what the current operation changed."""
        told = self.session.view.audience.sees_everything
        self.changes.setVisible(told)
        shown = self._changes.get(row.key[0], ()) if row and told else None
        self.changes.show_changes(shown, self._names)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no further while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def read_everything(self) -> None:
        """Read as far as the history goes, for finding and for export."""
        while self._reading is not None:
            self._read_part()
        super().refresh(None)

    def _scrolled(self, value: int) -> None:
        bar = self.table.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep() and self._reading is not None:
            self._timer.start()

    def _find(self, query: str) -> None:
        """Find in all of the history, not only in what has been read."""
        if query.strip() and self._reading is not None:
            self._timer.start()
        super()._find(query)

    def _narrow(self) -> None:
        """Look for what is chosen in all of the history."""
        if self.filters.chosen and self._reading is not None:
            self._timer.start()
        super()._narrow()

    def _read_on(self) -> None:
        """Read another part; go on at once where somebody looks for something in it."""
        self._read_part()
        super().refresh(None)
        if self._reading is not None and (self._is_looking() or self._is_short()):
            self._timer.start()

    def _is_looking(self) -> bool:
        return bool(self.bar.finder.text().strip() or self.filters.chosen)

    def _count(self) -> None:
        """Say how many there are; as long as there are more, that these are the latest."""
        super()._count()
        if self._reading is not None:
            text = self.tr("the latest {count}").format(count=self.bar.count.text)
            self.bar.count.set_text(text)

    def _is_short(self) -> bool:
        return self.table.verticalScrollBar().maximum() == 0

    def _read_part(self) -> None:
        if self._reading is None:
            return
        try:
            part = list(islice(self._reading, _AT_ONCE))
        except CaseError as error:
            self.said.emit(str(error), True)
            part = []
        for done in part:
            self._changes[done.operation] = done.changes
            self._rows.append(operation_row(done, self._names))
        if len(part) < _AT_ONCE:
            self._reading = None

    def _name_of(self, table: str, key: RecordKey) -> str:
        """Return what a person calls a record as it stands, its code where it is gone."""
        record = self.session.record(table, key)
        return described(table, key) if record is None else called(record, self.session.names)


def _telling(history: Iterable[ChangeSet], progress: Progress) -> Iterator[ChangeSet]:
    for count, done in enumerate(history):
        progress(count, None, translate("Saving", "Reading the history"))
        yield done
