"""Commands that set positions against one another: questions, distance, changes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from itertools import combinations

from rich.console import Console

from ui.commandline.analysing import (
    explained,
    heading,
    option_codes,
    party_codes,
    selected,
    standing_for,
)
from ui.commandline.answer import Answer, Data, figure, level_in_words, plain, table
from ui.commandline.failures import InputError, UsageError
from ui.commandline.reading import basis_of, day_of_option, issue_numbers, party_numbers, snapshot_of
from workbench.analysis.agreement import DistanceMatrix, distances_on, distances_stated
from workbench.analysis.changes import CellChange, changes_between
from workbench.analysis.distance import Distance, Weights
from workbench.analysis.explain import explain_distance
from workbench.analysis.questions import Question, questions
from workbench.analysis.ranges import distance_range
from workbench.analysis.room import rooms
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import NONE
from workbench.domain.level import Level
from workbench.ports import CaseStore
from workbench.readmodels.explanations import distance_in_words
from workbench.snapshot import Snapshot


def run_questions(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``questions``."""
    standing = standing_for(store, arguments)
    snapshot = standing.snapshot
    found = questions(standing, rooms(standing, *selected(snapshot, arguments)))
    data = {"questions": [_question(snapshot, own) for own in found]}
    columns = ("issue", "option", "ask", "room", "possible", "#gain", "#salience")
    lines = (_question_line(snapshot, own) for own in found)
    return Answer(data, table(heading(standing, "Questions to ask"), columns, lines))


def _question(snapshot: Snapshot, question: Question) -> Data:
    return {
        "issue": snapshot.issues[question.issue].code,
        "option": option_codes(snapshot, question.issue, (question.option,))[0],
        "ask": party_codes(snapshot, question.ask),
        "room": question.room,
        "possible": question.possible,
        "gain": question.gain,
        "salience": plain(question.salience),
    }


def _question_line(snapshot: Snapshot, question: Question) -> tuple[str, ...]:
    return (
        snapshot.issues[question.issue].code,
        option_codes(snapshot, question.issue, (question.option,))[0],
        " ".join(party_codes(snapshot, question.ask)),
        level_in_words(Level.of(question.room)),
        level_in_words(Level.of(question.possible)),
        str(question.gain),
        figure(question.salience),
    )


def run_distance(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``distance`` on a day, or as stated in a period."""
    if arguments.stated is not None:
        return _distance_stated(snapshot_of(store, arguments), arguments)
    standing = standing_for(store, arguments)
    snapshot = standing.snapshot
    parties, issues = _asked(snapshot, arguments)
    matrix = distances_on(standing, Weights(arguments.weights), parties, issues)
    data = {"on": standing.day.isoformat(), **_pairs(snapshot, matrix)}
    if arguments.why:
        why = (
            explain_distance(standing, *pair, matrix.weights, issues)
            for pair in combinations(matrix.parties, 2)
        )
        return explained(data, (distance_in_words(standing, own) for own in why))
    title = heading(standing, f"Distance, {matrix.weights.value} weights,")
    if arguments.bounds:
        return _bounded(standing, matrix, issues, data, title)
    return Answer(data, _distance_table(snapshot, matrix, title))


def _bounded(
    standing: Standing, matrix: DistanceMatrix, issues: list[int], data: dict[str, object], title: str
) -> Answer:
    """Return the distances with the least and the most that answers to what is unstated can bring."""
    snapshot = standing.snapshot
    ranges = [
        (pair, distance_range(standing, *pair, matrix.weights, issues))
        for pair in combinations(matrix.parties, 2)
    ]
    data["pairs"] = [
        {
            **_pair(snapshot, *pair, matrix.pair(*pair)),
            "least": plain(own.least),
            "most": plain(own.most),
            "unstated": own.unstated,
        }
        for pair, own in ranges
    ]
    columns = ("a", "b", "#distance", "#issues", "#least", "#most", "#unstated")
    lines = (
        (
            *_pair_line(snapshot, *pair, matrix.pair(*pair))[:4],
            _share(own.least),
            _share(own.most),
            str(own.unstated),
        )
        for pair, own in ranges
    )
    return Answer(data, table(title, columns, lines))


def _distance_stated(snapshot: Snapshot, arguments: Namespace) -> Answer:
    if arguments.why or arguments.bounds:
        raise UsageError("“--why” and “--bounds” speak of a day; use --on DAY with them.")
    first, last = (day_of_option("--stated", text) for text in arguments.stated)
    if first > last:
        raise InputError(f"--stated: {first} lies after {last}. Give the earlier day first.")
    parties, issues = _asked(snapshot, arguments)
    matrix = distances_stated(
        snapshot, first, last, Weights(arguments.weights), parties=parties, issues=issues
    )
    data = {"stated": [first.isoformat(), last.isoformat()], **_pairs(snapshot, matrix)}
    title = f"Distance, {matrix.weights.value} weights, stated {first} to {last}, read as {snapshot.audience}"
    return Answer(data, _distance_table(snapshot, matrix, title))


def _asked(snapshot: Snapshot, arguments: Namespace) -> tuple[list[int], list[int]]:
    """Return the parties and issues that are named; a fact counts only where it is named."""
    return party_numbers(snapshot, arguments.party), issue_numbers(snapshot, arguments.issue)


def _pairs(snapshot: Snapshot, matrix: DistanceMatrix) -> dict[str, object]:
    pairs = [_pair(snapshot, *pair, matrix.pair(*pair)) for pair in combinations(matrix.parties, 2)]
    return {"weights": matrix.weights.value, "pairs": pairs}


def _distance_table(snapshot: Snapshot, matrix: DistanceMatrix, title: str) -> Callable[[Console], None]:
    columns = ("a", "b", "#distance", "#issues", "agreement")
    every = combinations(matrix.parties, 2)
    return table(title, columns, (_pair_line(snapshot, *pair, matrix.pair(*pair)) for pair in every))


def _pair(snapshot: Snapshot, first: int, second: int, distance: Distance) -> dict[str, object]:
    a, b = party_codes(snapshot, (first, second))
    return {
        "a": a,
        "b": b,
        "distance": plain(distance.value),
        "agreement": plain(distance.agreement),
        "issues": distance.issues,
    }


def _pair_line(snapshot: Snapshot, first: int, second: int, distance: Distance) -> tuple[str, ...]:
    codes = party_codes(snapshot, (first, second))
    return (*codes, _share(distance.value), str(distance.issues), _share(distance.agreement))


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def run_changes(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``changes``: what is no longer as it was."""
    snapshot, basis = snapshot_of(store, arguments), basis_of(arguments)
    then = standing_on(snapshot, day_of_option("FROM", arguments.from_day), basis)
    now = standing_on(snapshot, day_of_option("TO", arguments.to_day), basis)
    moved = changes_between(then, now, *selected(snapshot, arguments))
    data = {"changes": [_change(snapshot, own) for own in moved]}
    columns = ("party", "issue", "track", "kind", "rose", "fell", "no longer stated", "position")
    title = f"Changes from {then.day} to {now.day}, {basis.value}, read as {snapshot.audience}"
    return Answer(data, table(title, columns, (_change_line(snapshot, own) for own in moved)))


def _change(snapshot: Snapshot, moved: CellChange) -> Data:
    issue, change = moved.issue, moved.change
    return {
        "party": snapshot.parties[moved.party].code,
        "issue": snapshot.issues[issue].code,
        "track": moved.track.value,
        "kind": change.kind.value,
        "from_ref": _ref(snapshot, change.before),
        "to_ref": _ref(snapshot, change.after),
        "rose": option_codes(snapshot, issue, change.rose),
        "fell": option_codes(snapshot, issue, change.fell),
        "no_longer_stated": option_codes(snapshot, issue, change.no_longer_stated),
    }


def _ref(snapshot: Snapshot, row: int) -> str | None:
    return None if row == NONE else snapshot.table.ref[row]


def _change_line(snapshot: Snapshot, moved: CellChange) -> tuple[str, ...]:
    issue, change = moved.issue, moved.change
    return (
        snapshot.parties[moved.party].code,
        snapshot.issues[issue].code,
        moved.track.value,
        change.kind.value,
        *(
            " ".join(option_codes(snapshot, issue, own))
            for own in (change.rose, change.fell, change.no_longer_stated)
        ),
        _ref(snapshot, change.after) or f"was {_ref(snapshot, change.before)}",
    )
