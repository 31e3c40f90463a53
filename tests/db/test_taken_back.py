"""Which operations of the history are undone, after any number of steps back and forth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.journal import OperationRecord, UndoStack, now, taken_back
from db.schema import OperationKind
from db.store import SqliteCaseStore
from workbench.domain.party import Party
from workbench.operations import PutRecord

DO, UNDO, REDO = OperationKind.DO, OperationKind.UNDO, OperationKind.REDO


def history(steps: list[OperationKind]) -> list[OperationRecord]:
    """What comes of some steps; one that cannot be done is left out."""
    stack, done = UndoStack(), []
    for kind in steps:
        source = {UNDO: stack.undo, REDO: stack.redo}.get(kind)
        if source == []:
            continue
        number = len(done) + 1
        reverses = source[-1] if source else None
        done.append(OperationRecord(number, str(number), "", "", "", "", now(), kind, reverses))
        stack.note(number, kind)
    return done


@given(st.lists(st.sampled_from([DO, UNDO, UNDO, REDO]), max_size=25))
def test_what_stands_is_what_can_be_undone(steps: list[OperationKind]) -> None:
    done = history(steps)
    by_id = {own.id: own for own in done}
    stack = UndoStack.of((own.id, own.kind.value) for own in done)

    def origin(number: int) -> int:
        reverses = by_id[number].reverses
        return number if reverses is None else origin(reverses)

    standing = {origin(number) for number in stack.undo}
    undone = taken_back(done)
    assert {own.id for own in done if own.kind is DO} - undone == standing


def test_what_came_with_a_merge_goes_with_it() -> None:
    def own(number: int, kind: OperationKind, reverses: int | None, part_of: int | None) -> OperationRecord:
        return OperationRecord(number, str(number), "", "", "", "", now(), kind, reverses, part_of)

    merge, part = own(1, DO, None, None), own(2, OperationKind.MERGED, None, 1)
    undo, redo = own(3, UNDO, 1, None), own(4, REDO, 3, None)
    assert taken_back([merge, part]) == frozenset()
    assert taken_back([merge, part, undo]) == {1, 2}
    assert taken_back([merge, part, undo, redo]) == {3}


def test_the_history_of_a_file_tells_it(sample: SqliteCaseStore) -> None:
    sample.perform(PutRecord(Party("GEO", "Georgia")))
    sample.undo()
    last, before, *_ = sample.history(newest_first=True)
    assert (last.is_reversal, last.is_undone) == (True, False)
    assert (before.is_reversal, before.is_undone) == (False, True)
    of_record = list(sample.history("parties", ("GEO",)))
    assert [(own.is_reversal, own.is_undone) for own in of_record] == [(False, True), (True, False)]
    sample.redo()
    last, before, first, *_ = sample.history(newest_first=True)
    assert [own.is_undone for own in (last, before, first)] == [False, True, False]
