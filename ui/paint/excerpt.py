"""A part of a matrix: some rows and some columns of it."""

from __future__ import annotations

from dataclasses import dataclass
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

    Rows keep their numbers; `baskets` says which of them are shown. Columns are counted anew.
    """

    whole: MatrixModel
    baskets: tuple[Basket, ...]
    shown: range

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
        return self.whole.rows

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
