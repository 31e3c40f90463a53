"""A block of cells from a spreadsheet, read as positions: what would change, and what cannot be read."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO

from workbench.domain.dates import PartialDate
from workbench.domain.folding import fold
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.leads import stance_of_lead
from workbench.domain.position import Position
from workbench.domain.saying import translate
from workbench.domain.vocabulary import Stance, Track
from workbench.operations.blocks import next_position

_COLONS = re.compile("[:：]")
_NOTHING = {"", "-", "–", "—"}
_SEPARATOR = ";"
Place = tuple[str, str]
"""Codes of party and issue."""


@dataclass(frozen=True, slots=True)
class PastedCell:
    """One cell of a block that says something: where it belongs and what it says."""

    party: str
    issue: str
    text: str


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """What a cell would change.

    Attributes
    ----------
    cell : PastedCell
        Where, and the text as pasted.
    base : Position or None
        What stands there.
    stances : dict of str to Stance
        As they would be.
    dropped : tuple of str
        Labels of options of which nothing would be stated any more.
    """

    cell: PastedCell
    base: Position | None
    stances: dict[str, Stance]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What a block would change; with a problem nothing can be recorded."""

    cells: tuple[PlannedCell, ...]
    unchanged: int
    problems: tuple[str, ...]

    def positions(
        self, since: PartialDate, track: Track | None, handling: Callable[[str], Handling]
    ) -> tuple[Position, ...]:
        """Return the positions to record from a date on.

        `track` none keeps that of what stands, `handling` gives that of a first position by its issue.
        """
        return tuple(self._position(own, since, track, handling) for own in self.cells)

    @staticmethod
    def _position(
        own: PlannedCell, since: PartialDate, track: Track | None, handling: Callable[[str], Handling]
    ) -> Position:
        start = next_position(own.base, own.cell.party, own.cell.issue, since, handling(own.cell.issue))
        return replace(start, track=track or start.track, stances=own.stances)


@dataclass(frozen=True, slots=True)
class Target:
    """The matrix into which a block is pasted, as it is seen.

    Attributes
    ----------
    issues : sequence of Issue
        From top to bottom.
    parties : sequence of (str, tuple of str)
        Code of each column from left to right, and the names by which it can be called.
    closed : mapping of str to str
        Columns that stand for several parties: code and name. Nothing can be recorded in them.
    options : callable
        Gives the options of an issue by its code.
    standing : callable
        Gives what stands for party and issue (codes).
    shown : callable
        Gives what the cell of party and issue (codes) shows in words.
    """

    issues: Sequence[Issue]
    parties: Sequence[tuple[str, tuple[str, ...]]]
    options: Callable[[str], Sequence[Option]]
    standing: Callable[[str, str], Position | None]
    shown: Callable[[str, str], str]
    closed: Mapping[str, str] = field(default_factory=dict)


def table_of_text(text: str) -> list[list[str]]:
    """Return the cells of a text as a spreadsheet copies it: lines, with tabs between the cells."""
    rows = csv.reader(StringIO(text.rstrip("\r\n"), newline=""), delimiter="\t")
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def plan_paste(table: Sequence[Sequence[str]], target: Target, at: Place) -> PastePlan:
    """Return what a block would change.

    A block with the names of parties over it and of issues beside it (or the other way round) goes where
    these stand; any other goes right and down from `at`. So does one with names that says nothing new where
    it stands: it was copied to be put elsewhere.
    """
    plan = _plan(*_placed(table, target, at), target)
    if len(table) > 1 and plan.unchanged and not plan.cells and not plan.problems:
        elsewhere = _plan(*_bare([row[1:] for row in table[1:]], target, at), target)
        return plan if elsewhere.problems else elsewhere
    return plan


def _plan(cells: list[PastedCell], problems: list[str], target: Target) -> PastePlan:
    planned: list[PlannedCell] = []
    unchanged = 0
    for cell in cells:
        if fold(cell.text) == fold(target.shown(cell.party, cell.issue)):
            unchanged += 1
            continue
        own = _planned(cell, target)
        if isinstance(own, str):
            problems.append(own)
        elif own.base is not None and own.stances == dict(own.base.stances):
            unchanged += 1
        else:
            planned.append(own)
    return PastePlan(tuple(planned), unchanged, tuple(problems))


def _placed(table: Sequence[Sequence[str]], target: Target, at: Place) -> tuple[list[PastedCell], list[str]]:
    parties = {fold(name): code for code, names in target.parties for name in (code, *names)}
    issues = {fold(name): issue.code for issue in target.issues for name in (issue.code, issue.title)}
    head, side = [fold(own) for own in table[0][1:]], [fold(row[0]) for row in table[1:]]
    if len(table) > 1 and head and any(own in parties for own in head) and any(own in issues for own in side):
        return _headed(table, parties, issues)
    if len(table) > 1 and head and any(own in issues for own in head) and any(own in parties for own in side):
        turned = [[row[place] if place < len(row) else "" for row in table] for place in range(len(table[0]))]
        return _headed(turned, parties, issues)
    return _bare(table, target, at)


def _headed(
    table: Sequence[Sequence[str]], parties: dict[str, str], issues: dict[str, str]
) -> tuple[list[PastedCell], list[str]]:
    cells: list[PastedCell] = []
    problems = [
        translate("Paste", "There is no party “{0}” among the columns shown.").format(own)
        for own in table[0][1:]
        if fold(own) not in parties
    ]
    for row in table[1:]:
        issue = issues.get(fold(row[0]))
        if issue is None:
            problems.append(translate("Paste", "There is no issue “{0}” in this case.").format(row[0]))
            continue
        for name, text in zip(table[0][1:], row[1:], strict=False):
            if text not in _NOTHING and fold(name) in parties:
                cells.append(PastedCell(parties[fold(name)], issue, text))
    return cells, problems


def _bare(table: Sequence[Sequence[str]], target: Target, at: Place) -> tuple[list[PastedCell], list[str]]:
    columns = [code for code, _ in target.parties]
    rows = [issue.code for issue in target.issues]
    left, top = columns.index(at[0]), rows.index(at[1])
    wide = max(len(row) for row in table)
    if left + wide > len(columns) or top + len(table) > len(rows):
        fault = translate(
            "Paste",
            "The block has {0} rows and {1} columns: more than the matrix has from the cell selected on. "
            "Select the cell where its upper left corner belongs.",
        )
        return [], [fault.format(len(table), wide)]
    return [
        PastedCell(columns[left + across], rows[top + down], text)
        for down, row in enumerate(table)
        for across, text in enumerate(row)
        if text not in _NOTHING
    ], []


def _planned(cell: PastedCell, target: Target) -> PlannedCell | str:
    """Return what a cell would change, or why it cannot be read."""
    if cell.party in target.closed:
        name = target.closed[cell.party]
        said = translate(
            "Paste", "“{0}” would go to “{1}”, which stands for several parties. Open the group first."
        )
        return said.format(cell.text, name)
    options, base = target.options(cell.issue), target.standing(cell.party, cell.issue)
    lead, rest = _lead_of(cell.text)
    wanted: list[Option] = []
    for name in _names(rest, options):
        option = next((own for own in options if fold(name) in (fold(own.label), fold(own.code))), None)
        if option is None:
            labels = "; ".join(f"“{own.label}”" for own in options)
            title = next(issue.title for issue in target.issues if issue.code == cell.issue)
            said = translate("Paste", "“{0}” is no option of “{1}”. Its options: {2}.")
            return said.format(name, title, labels)
        wanted.append(option)
    stances = _stances(base, lead, wanted)
    before = base.stances if base else {}
    dropped = tuple(own.label for own in options if own.code in before and own.code not in stances)
    return PlannedCell(cell, base, stances, dropped)


def _lead_of(text: str) -> tuple[Stance, str]:
    lead, *rest = _COLONS.split(text, maxsplit=1)
    stance = stance_of_lead(lead) if rest else None
    return (stance, rest[0]) if stance is not None else (Stance.DEMANDS, text)


def _names(text: str, options: Sequence[Option]) -> Iterator[str]:
    """Yield the options named; a label may itself hold the sign that parts them."""
    if fold(text.strip()) in {fold(own.label) for own in options}:
        yield text.strip()
        return
    yield from (name.strip() for name in text.split(_SEPARATOR) if name.strip())


def _stances(base: Position | None, lead: Stance, wanted: Sequence[Option]) -> dict[str, Stance]:
    """Return what stands, with exactly these options at `lead` and none above or at it besides."""
    codes = {option.code for option in wanted}
    kept = dict(base.stances) if base else {}
    kept = {code: stance for code, stance in kept.items() if code not in codes and stance < lead}
    return {**kept, **dict.fromkeys((option.code for option in wanted), lead)}
