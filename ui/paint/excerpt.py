"""A part of a matrix: some rows and some columns of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from ui.paint.model import MatrixModel
from workbench.domain.audience import Audience
from workbench.domain.vocabulary import Basis
from workbench.readmodels.matrix_types import (
    Basket,
    CourseSpan,
    GroupFold,
    IssueRow,
    NextDeadline,
    PartyColumn,
    PositionCell,
    RoomSummary,
)


@dataclass(frozen=True, slots=True, eq=False)
class Excerpt:
    """A matrix with some of its rows and columns.

    Rows keep their numbers; `baskets` says which of them are shown. Columns are counted anew. Under a title
    stand those parties for whom time presses whose column is shown, and those that have none of their own.
    """

    whole: MatrixModel
    baskets: tuple[Basket, ...]
    shown: range
    _rows: list[tuple[IssueRow, ...]] = field(default_factory=list, repr=False)

    def of(self, baskets: tuple[Basket, ...]) -> Excerpt:
        """Return the same columns with other rows."""
        return Excerpt(self.whole, baskets, self.shown, self._rows)

    @property
    def title(self) -> str:
        """Title of the case."""
        return self.whole.title

    @property
    def day(self) -> date:
        """The day shown."""
        return self.whole.day

    @property
    def compared(self) -> date | None:
        """The day compared with."""
        return self.whole.compared

    @property
    def basis(self) -> Basis:
        """Which track stands where both do."""
        return self.whole.basis

    @property
    def audience(self) -> Audience:
        """For whom the case is read."""
        return self.whole.audience

    @property
    def columns(self) -> tuple[PartyColumn, ...]:
        """The parties shown."""
        return self.whole.columns[self.shown.start : self.shown.stop]

    @property
    def folds(self) -> tuple[GroupFold, ...]:
        """None: in a picture nothing is folded or opened."""
        return ()

    @property
    def rows(self) -> tuple[IssueRow, ...]:
        """All issues; not all of them are in a basket."""
        if not self._rows:
            self._rows.append(self._told())
        return self._rows[0]

    def _told(self) -> tuple[IssueRow, ...]:
        if len(self.shown) == len(self.whole.columns):
            return self.whole.rows
        elsewhere = {column.label for column in self.whole.columns} - {own.label for own in self.columns}
        return tuple(
            replace(row, pressed=_but(row.pressed, elsewhere), waiting=_but(row.waiting, elsewhere))
            for row in self.whole.rows
        )

    @property
    def course_span(self) -> tuple[date, date]:
        """First and last day of the course."""
        return self.whole.course_span

    @property
    def deadline(self) -> NextDeadline | None:
        """The next deadline."""
        return self.whole.deadline

    def cell(self, row: int, column: int) -> PositionCell:
        """Return a cell, its column counted among those shown."""
        return self.whole.cell(row, self.shown[column])

    def room(self, row: int) -> RoomSummary | None:
        """Return the room of those needed."""
        return self.whole.room(row)

    def course(self, row: int) -> tuple[CourseSpan, ...]:
        """Return the level over the years."""
        return self.whole.course(row)


def _but(labels: tuple[str, ...], elsewhere: set[str]) -> tuple[str, ...]:
    return tuple(label for label in labels if label not in elsewhere)
