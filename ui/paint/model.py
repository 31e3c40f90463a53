"""What the matrix painter asks of a read model; ``PositionsModel`` answers it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

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


class MatrixModel(Protocol):
    """Where the parties stand on one day, as the Positions lens shows it."""

    @property
    def title(self) -> str:
        """Title of the case."""

    @property
    def day(self) -> date:
        """The day shown."""

    @property
    def compared(self) -> date | None:
        """The day compared with, none where there is none."""

    @property
    def basis(self) -> Basis:
        """Which track stands where both do."""

    @property
    def audience(self) -> Audience:
        """For whom the case is read."""

    @property
    def columns(self) -> tuple[PartyColumn, ...]:
        """Parties, in the order of the case."""

    @property
    def folds(self) -> tuple[GroupFold, ...]:
        """Groups that can be folded into one column, or opened."""

    @property
    def rows(self) -> tuple[IssueRow, ...]:
        """Issues, facts and norms included."""

    @property
    def baskets(self) -> tuple[Basket, ...]:
        """Headings with the rows under them, in order."""

    @property
    def course_span(self) -> tuple[date, date]:
        """First and last day of the course."""

    @property
    def deadline(self) -> NextDeadline | None:
        """The next deadline after the day shown."""

    def cell(self, row: int, column: int) -> PositionCell:
        """Return what one party holds on one issue."""

    def room(self, row: int) -> RoomSummary | None:
        """Return the room of those needed, none for facts and norms."""

    def course(self, row: int) -> tuple[CourseSpan, ...]:
        """Return the level over the years."""
