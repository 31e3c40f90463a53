"""The rows of a page as Qt asks for them; nothing is worked out while it draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import compress

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.tables.facets import Marks
from ui.tables.rows import Column, Order, RowsOnDemand, TableRow
from workbench.domain.case import RecordKey
from workbench.finding import Sought

_Index = QModelIndex | QPersistentModelIndex
UNSORTED = -1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How rows are sorted, sought through and narrowed; usable in any thread."""

    column: int = UNSORTED
    descending: bool = False
    sought: Sought = field(default_factory=Sought)
    wanted: Marks = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether rows stand as they came, whatever they hold."""
        return self.column == UNSORTED and not self.sought

    def found(self, rows: Sequence[TableRow]) -> list[TableRow]:
        """Return the rows that hold what is sought, as they came."""
        return [row for row in rows if self.sought.is_in(row.sought)]

    def of(self, rows: Sequence[TableRow]) -> list[TableRow]:
        """Return the rows that hold what is sought and are of what is wanted, sorted."""
        ordered = self.ordered(rows)
        return self.narrowed(ordered, [row.marks for row in ordered])

    def ordered(self, rows: Sequence[TableRow]) -> Sequence[TableRow]:
        """Return all rows, sorted."""
        return rows if self.column == UNSORTED else _sorted(list(rows), self.column, self.descending)

    def narrowed(self, rows: Sequence[TableRow], marks: Sequence[Marks]) -> list[TableRow]:
        """Return the rows that hold what is sought and are of what is wanted, as they come.

        `marks` are those of the rows, side by side: of a hundred thousand rows few have to be looked at.
        """
        for own in self.wanted:
            kept = [own in of for of in marks]
            rows, marks = list(compress(rows, kept)), list(compress(marks, kept))
        return self.found(rows) if self.sought else list(rows)


class TableModel(QAbstractTableModel):
    """Rows that can be sorted, sought through and narrowed.

    Of rows that are made on demand those that are looked at are made. To sort them, or to find in them,
    all have to be: while it `is_waiting` they are sought through as far as `go_on` has come, and not sorted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self._rows: Sequence[TableRow] = ()
        self._ordered: Sequence[TableRow] = ()
        self._marks: list[Marks] = []
        self._seen: Sequence[TableRow] = ()
        self._narrowed: RowsOnDemand | None = None
        self._looked_through = 0
        self.is_waiting = False
        self.arrangement = Arrangement()

    # What is shown.

    def show(self, columns: tuple[Column, ...], rows: Sequence[TableRow]) -> None:
        """Show other rows, sorted, sought through and narrowed as before."""
        self.columns, self._rows, self._narrowed = columns, rows, None
        if self.arrangement.column >= len(columns):
            self.arrangement = replace(self.arrangement, column=UNSORTED)
        self._rearrange(self.arrangement, is_ordered=False)

    def arrange(self, column: int, *, descending: bool) -> None:
        """Sort by a column, or leave the rows as they came."""
        wanted = replace(self.arrangement, column=column, descending=descending)
        self._rearrange(wanted, is_ordered=False)

    def find(self, query: str) -> None:
        """Show the rows that hold every word of a query, in any script."""
        self._narrow(replace(self.arrangement, sought=Sought.of(query)))

    def narrow(self, wanted: Marks) -> None:
        """Show the rows that are of all this."""
        self._narrow(replace(self.arrangement, wanted=wanted))

    def _narrow(self, arrangement: Arrangement) -> None:
        if arrangement != self.arrangement:
            self._rearrange(arrangement, is_ordered=True)

    def _rearrange(self, arrangement: Arrangement, *, is_ordered: bool) -> None:
        """Show the rows in another way; what is sorted already is not sorted again."""
        self.beginResetModel()
        if arrangement.wanted != self.arrangement.wanted:
            self._narrowed = None
        self.arrangement, self.is_waiting = arrangement, False
        if isinstance(self._rows, RowsOnDemand):
            self._narrowed = self._narrowed or self._rows.narrowed(arrangement.wanted)
            self._seen = self._look_through(self._narrowed)
        else:
            if not is_ordered:
                self._ordered = arrangement.ordered(self._rows)
                self._marks = [row.marks for row in self._ordered]
            self._seen = arrangement.narrowed(self._ordered, self._marks)
        self.endResetModel()

    def _look_through(self, rows: RowsOnDemand) -> Sequence[TableRow]:
        """Return what is seen of rows that are made on demand, as far as they are made."""
        own = self.arrangement
        if own.is_plain:
            return rows
        self.is_waiting = not rows.go_on(0.0)
        if not self.is_waiting:
            return own.ordered(own.found(rows) if own.sought else rows)
        self._looked_through = rows.reached
        return own.found(rows[: rows.reached]) if own.sought else rows

    def go_on(self, seconds: float) -> None:
        """Make more of the rows that are waited for, and show what is sought of them."""
        rows = self._narrowed
        if rows is None or not self.is_waiting:
            return
        is_over = rows.go_on(seconds)
        if is_over and self.arrangement.column != UNSORTED:
            self._rearrange(self.arrangement, is_ordered=False)
            return
        self.is_waiting = not is_over
        self._add(self.arrangement.found(rows[self._looked_through : rows.reached]))
        self._looked_through = rows.reached

    def _add(self, found: Sequence[TableRow]) -> None:
        if found and self.arrangement.sought:
            self.beginInsertRows(QModelIndex(), len(self._seen), len(self._seen) + len(found) - 1)
            self._seen = [*self._seen, *found]
            self.endInsertRows()

    def row(self, place: int) -> TableRow | None:
        """Return the row at a place."""
        return self._seen[place] if 0 <= place < len(self._seen) else None

    @property
    def is_whole(self) -> bool:
        """Whether every row is seen: nothing is sought, and nothing narrows them."""
        return len(self._seen) == len(self._rows)

    def rows(self) -> Sequence[TableRow]:
        """Return the rows in the order in which they are seen."""
        return self._seen

    def place_of(self, table: str, key: RecordKey) -> int:
        """Return the place of a record, -1 where it is not seen."""
        if isinstance(self._seen, RowsOnDemand):
            return self._seen.find(table, key)
        places = (n for n, own in enumerate(self._seen) if own.key == key and own.table == table)
        return next(places, -1)

    def place_of_row(self, row: TableRow) -> int:
        """Return the place of one of the rows, -1 where it is not seen; sooner found than by its record."""
        if not self.arrangement.narrowed((row,), (row.marks,)):
            return -1
        return next((n for n, own in enumerate(self._seen) if own is row), -1)

    def is_repeated(self, place: int, column: int) -> bool:
        """Return whether a cell says what the one above it says, in a column that merges such cells."""
        if not place or not self.columns[column].merges:
            return False
        return self._seen[place].cells[column].whole == self._seen[place - 1].cells[column].whole

    # What Qt asks.

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows are seen."""
        return 0 if parent is not None and parent.isValid() else len(self._seen)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, and what a screen reader hears."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None or index.column() >= len(row.cells):
            return None
        own = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return own.whole
        if role == Qt.ItemDataRole.ToolTipRole:
            return own.whole if len(own.whole) > 40 else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title}: {own.whole or '–'}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        return None


def _sorted(rows: list[TableRow], column: int, descending: bool) -> list[TableRow]:
    """Return the rows by a column: texts by the rules of the language, empty ones last."""
    orders = [row.cells[column].order for row in rows]
    given = [place for place, own in enumerate(orders) if own is not None]
    if all(isinstance(orders[place], float | int) for place in given):
        numbers = [_number(own) for own in orders]
        given.sort(key=lambda place: numbers[place], reverse=descending)
    else:
        collator = QCollator(QLocale())
        collator.setNumericMode(True)
        collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        keys = {place: collator.sortKey(str(orders[place])) for place in given}
        given.sort(key=lambda place: keys[place], reverse=descending)
    empty = [place for place, own in enumerate(orders) if own is None]
    return [rows[place] for place in (*given, *empty)]


def _number(order: Order) -> float:
    return float(order) if isinstance(order, float | int) else 0.0
