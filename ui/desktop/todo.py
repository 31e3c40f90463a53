"""What waits to be done in a case: questions to ask, assessments to review, deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ui.desktop.view_state import Selection
from workbench.readmodels.positions import PositionsModel


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: what it is, what there is to say of it, and where it leads."""

    title: str
    detail: str
    selection: Selection | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class TaskList:
    """Tasks of one kind under their heading."""

    heading: str
    tasks: tuple[Task, ...]


def open_tasks(model: PositionsModel) -> tuple[TaskList, ...]:
    """Return what waits on the day shown, kinds without any left out."""
    lists = (
        TaskList("Questions to ask", tuple(_questions(model))),
        TaskList("Assessments to review", tuple(_reviews(model))),
        TaskList("Deadlines", tuple(_deadlines(model))),
    )
    return tuple(own for own in lists if own.tasks)


def _questions(model: PositionsModel) -> Iterator[Task]:
    for number, row in enumerate(model.rows):
        room = model.room(number)
        if room and room.is_open:
            detail = f"{room.level.value}, could become {room.possible.value}"
            yield Task(row.title, detail, Selection(row.code))


def _reviews(model: PositionsModel) -> Iterator[Task]:
    for number, row in enumerate(model.rows):
        for place, column in enumerate(model.columns):
            if model.cell(number, place).review:
                detail = f"{column.label}: assessed before what is declared"
                yield Task(row.title, detail, Selection(row.code, (column.code,)))


def _deadlines(model: PositionsModel) -> Iterator[Task]:
    events = (event for event in model.snapshot.case.events if event.is_deadline)
    for event in sorted(events, key=lambda own: own.date.effective):
        days = (event.date.effective - model.day).days
        if days >= 0:
            yield Task(event.title, _days_left(days), event=event.code)


def _days_left(days: int) -> str:
    if days == 0:
        return "today"
    return "in 1 day" if days == 1 else f"in {days:,} days"
