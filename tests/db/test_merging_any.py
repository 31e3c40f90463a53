"""Any edits on both sides: nothing is lost, whichever way they are merged."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.case_file import create_case, open_case
from db.check import check_case
from db.store import SqliteCaseStore
from tests.db import samples
from tests.db.merges import (
    P1,
    WISH,
    Edit,
    case,
    does,
    edit,
    merge,
    same,
)
from tests.db.samples import GROUND, fill, put
from tests.db.test_store import exact
from workbench.domain.case import Record, key_of
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError
from workbench.domain.issue import Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.merging import Choice
from workbench.operations.records import RemoveRecord

ANY = settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def disjoint(party: str, prefix: str) -> st.SearchStrategy[list[Edit]]:
    """Edits that touch what the other side does not: own records, and own fields of common ones."""
    own = st.sampled_from((f"{prefix}1", f"{prefix}2"))
    entering = own.map(lambda code: does(Party(code, f"Party {code}")))
    texts = st.text(st.characters(categories=("L",)), min_size=1, max_size=5)
    renaming = texts.map(lambda text: does(replace(_party(party), name=text)))
    sourcing = st.builds(lambda code, text: does(Source(code, text)), own, texts)
    day = st.sampled_from(("2020", "2021-03", "2022-05-01")).map(parse_date)
    holding = st.builds(
        lambda ref, since, text: does(
            Position(
                ref, party, "status", since, stances=WISH, statement=text, sources=(SourceReference("S1"),)
            )
        ),
        own,
        day,
        texts,
    )
    optioning = own.map(lambda code: does(Option("road", code, code.title())))
    field = texts.map(
        lambda text: lambda store: _set(store, **{"statement" if prefix == "m" else "interest": text})
    )
    going = own.map(lambda ref: lambda store: _try(store, RemoveRecord("positions", (ref,))))
    undo = st.just(lambda store: store.undo() if len(list(store.history())) > 4 else None)
    return st.lists(
        st.one_of(entering, renaming, sourcing, holding, optioning, field, going, undo),
        min_size=1,
        max_size=7,
    )


def _party(code: str) -> Party:
    return next(own for own in GROUND.parties if own.code == code)


def _set(store: SqliteCaseStore, **fields: str) -> None:
    found = next((own for own in store.read_case().positions if own.ref == "p1"), None)
    if found is not None:
        store.perform(put(replace(found, **fields)))


def _try(store: SqliteCaseStore, operation: RemoveRecord) -> None:
    with suppress(CaseError):
        store.perform(operation)


@ANY
@given(my_edits=disjoint("A", "m"), their_edits=disjoint("B", "t"))
def test_merging_disjoint_edits_is_the_same_in_either_order(
    tmp_path: Path, my_edits: list[Edit], their_edits: list[Edit]
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    mine, theirs = folder / "mine.positions", folder / "theirs.positions"
    with create_case(mine, author="Root", fill=fill(GROUND)) as store:
        store.perform(put(P1))
    shutil.copy(mine, theirs)
    edit(mine, "Ada", does(Party("m0", "m")), *my_edits)
    edit(theirs, "Grace", does(Party("t0", "t")), *their_edits)
    first, second = folder / "first.positions", folder / "second.positions"
    shutil.copy(mine, first)
    shutil.copy(theirs, second)
    assert merge(first, theirs).collisions == ()
    assert merge(second, mine).collisions == ()
    same(case(first), case(second))
    assert merge(first, second).collisions == ()
    assert merge(first, theirs).is_empty
    same(case(first), case(second))


@ANY
@given(
    mine_does=st.lists(samples.records, min_size=1, max_size=4),
    theirs_does=st.lists(samples.records, min_size=1, max_size=4),
    gone=st.tuples(*[st.sampled_from((None, "parties", "issues", "options", "sources", "positions"))] * 2),
    choice=st.sampled_from(Choice),
)
def test_any_edits_merge_to_a_sound_case_and_can_be_undone(
    tmp_path: Path,
    mine_does: list[Record],
    theirs_does: list[Record],
    gone: tuple[str | None, str | None],
    choice: Choice,
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    mine, theirs = folder / "mine.positions", folder / "theirs.positions"
    with create_case(mine, author="Root", fill=fill(GROUND)) as store:
        store.perform(put(P1))
    shutil.copy(mine, theirs)
    for path, records, table in ((mine, mine_does, gone[0]), (theirs, theirs_does, gone[1])):
        with open_case(path) as store:
            for record in records:
                store.perform(put(record))
            if table:
                key = next(iter(store.read_case().table(table)))
                store.perform(RemoveRecord(table, key_of(key), with_dependants=True))
    before = exact(case(mine))
    merge(mine, theirs, choice)
    after = exact(case(mine))
    assert merge(mine, theirs).is_empty
    merge(theirs, mine, choice)
    assert check_case(theirs).damage == ()
    with open_case(mine) as store:
        if store.undo_label.say().startswith("Merge"):
            store.undo()
            assert exact(store.read_case()) == before
            store.redo()
        assert exact(store.read_case()) == after
