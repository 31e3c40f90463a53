"""What waits to be done in a case: questions to ask, assessments to review, deadlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from ui.desktop.view_state import Selection
from ui.words import counted, marked, said, translate
from workbench.analysis.room import needed_parties
from workbench.analysis.roomgrid import room_grid
from workbench.domain.level import Level
from workbench.readmodels.cells_judged import judgements_to_review, moved_words
from workbench.readmodels.positions import PositionsModel

QUESTIONS = marked("Todo", "Questions to ask")
REVIEWS = marked("Todo", "Assessments to review")
JUDGEMENTS = marked("Todo", "Judgements to review")
DEADLINES = marked("Todo", "Deadlines")


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: what it is, what there is to say of it, and where it leads."""

    title: str
    detail: str
    selection: Selection | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class TaskList:
    """Tasks of one kind under their heading; there may be more of them than are named."""

    heading: str
    count: int
    tasks: tuple[Task, ...]


def _everything(_heading: str) -> int | None:
    return None


def open_tasks(
    model: PositionsModel, most: Callable[[str], int | None] = _everything
) -> tuple[TaskList, ...]:
    """Return what waits on the day shown, kinds without any left out.

    Parameters
    ----------
    model : PositionsModel
        The Positions lens; its cells are not asked, for there may be a hundred thousand.
    most : callable
        Tells how many tasks under a heading are to be named, none for all.
    """
    shown = list(model.in_view)
    found = (
        _questions(model, shown, most(QUESTIONS)),
        _reviews(model, shown, most(REVIEWS)),
        _judgements(model, shown, most(JUDGEMENTS)),
        _deadlines(model, most(DEADLINES)),
    )
    return tuple(own for own in found if own.tasks)


def _questions(model: PositionsModel, shown: list[int], most: int | None) -> TaskList:
    grid = room_grid(model.standing, _asked(model, shown))
    numbers = np.flatnonzero(grid.is_open).tolist()

    def tasks() -> Iterator[Task]:
        for number in numbers:
            room, possible = Level.of(int(grid.room[number])), Level.of(int(grid.possible[number]))
            row = model.rows[number]
            yield Task(
                row.title,
                translate("Todo", "{room}, could become {possible}").format(
                    room=said(room), possible=said(possible)
                ),
                Selection(row.code),
            )

    return TaskList(QUESTIONS, len(numbers), tuple(islice(tasks(), most)))


def _asked(model: PositionsModel, shown: list[int]) -> NDArray[np.bool_]:
    """Return who is needed and in view on each issue that has a room, shape (parties, issues)."""
    asked = np.zeros((len(model.snapshot.parties), len(model.rows)), np.bool_)
    for number, row in enumerate(model.rows):
        if row.has_room:
            asked[list(needed_parties(model.snapshot, number)), number] = True
    in_view = np.zeros(len(asked), np.bool_)
    in_view[shown] = True
    return np.asarray(asked & in_view[:, None])


def _reviews(model: PositionsModel, shown: list[int], most: int | None) -> TaskList:
    places = np.argwhere(model.standing.review[shown].T)

    def tasks() -> Iterator[Task]:
        for number, place in places.tolist():
            row, party = model.rows[number], model.snapshot.parties[shown[place]]
            detail = translate("Todo", "{party}: assessed before what is declared").format(party=party.label)
            yield Task(row.title, detail, Selection(row.code, (party.code,)))

    return TaskList(REVIEWS, len(places), tuple(islice(tasks(), most)))


def _judgements(model: PositionsModel, shown: list[int], most: int | None) -> TaskList:
    """Return the judgements under which positions have changed since, of parties in view."""
    snapshot = model.snapshot
    in_view = {snapshot.parties[number].code for number in shown}
    found = [
        own for own in judgements_to_review(snapshot, model.day) if in_view.issuperset(own.judgement.parties)
    ]

    def tasks() -> Iterator[Task]:
        for own in found:
            title = snapshot.issues[snapshot.issue_index(own.judgement.issue)].title
            detail = translate("Todo", "judged {level}: {moved}").format(
                level=said(own.judgement.level), moved=moved_words(snapshot, own)
            )
            yield Task(title, detail, Selection(own.judgement.issue, own.judgement.parties))

    return TaskList(JUDGEMENTS, len(found), tuple(islice(tasks(), most)))


def _deadlines(model: PositionsModel, most: int | None) -> TaskList:
    events = [event for event in model.snapshot.case.events if event.is_deadline]
    ahead = [event for event in events if event.date.effective >= model.day]
    ahead.sort(key=lambda own: own.date.effective)
    tasks = (
        Task(event.title, _days_left((event.date.effective - model.day).days), event=event.code)
        for event in ahead
    )
    return TaskList(DEADLINES, len(ahead), tuple(islice(tasks, most)))


def _days_left(days: int) -> str:
    if days == 0:
        return translate("Todo", "today")
    return counted("Todo", "in %n days", "in %n day", days)
