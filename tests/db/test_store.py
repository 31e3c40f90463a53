from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.case_file import create_case, open_case
from db.replay import journal_rows, replay, standing
from db.store import SqliteCaseStore
from tests.db import samples
from tests.db.samples import GROUND, PARTIES, Do, dump, fill, put, records
from workbench.domain.case import TABLES, Case, Record, key_of, table_of
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError
from workbench.domain.issue import Issue, Option
from workbench.domain.labels import Label
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance
from workbench.exchange import export_tables, plan_import, read_tables
from workbench.ports import StorageError, Work

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def exact(case: Case) -> list[str]:
    """Return the case as text, in which the order of every mapping shows."""
    return [f"{table} {record}" for table in TABLES for record in case.table(table)]


def fresh(folder: Path) -> Path:
    number = sum(1 for _ in folder.iterdir())
    return folder / f"{number}.positions"


@QUICK
@given(record=records)
def test_every_kind_of_record_comes_back_as_it_went_in(tmp_path: Path, record: Record) -> None:
    with create_case(fresh(tmp_path), fill=fill(GROUND)) as store:
        store.perform(put(record))
        found = [own for own in store.read_case().table(table_of(record)) if key_of(own) == key_of(record)]
        assert [str(own) for own in found] == [str(record)]


def test_the_sample_comes_back_as_it_went_in(sample: SqliteCaseStore) -> None:
    case = sample.read_case()
    assert len(case.positions) == 97
    assert plan_import(case, read_tables(samples.SAMPLE)).is_empty
    by_table = samples.sample_import().records
    assert exact(case) == exact(Case(**{_field(table): rows for table, rows in by_table.items()}))  # type: ignore[arg-type]


def _field(table: str) -> str:
    return "entries" if table == "case" else table


def test_new_records_stand_last_and_changed_ones_where_they_were(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "a"), Party("B", "b")))
    store.perform(put(Party("C", "c"), Party("A", "changed")))
    assert [party.name for party in store.read_case().parties] == ["changed", "b", "c"]


def test_stances_keep_the_order_in_which_they_were_given(store: SqliteCaseStore) -> None:
    store.perform(fill(GROUND))
    day = parse_date("2020")
    given_order = {"perhaps": Stance.ACCEPTS, "yes": Stance.ACCEPTS}
    store.perform(put(Position("p", "A", "road", day, stances=given_order)))
    assert list(store.read_case().positions[0].stances) == ["perhaps", "yes"]
    turned = dict(reversed(given_order.items()))
    store.perform(put(Position("p", "A", "road", day, stances=turned)))
    assert list(store.read_case().positions[0].stances) == ["yes", "perhaps"]


def test_a_change_set_tells_what_was_there_before_and_after(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "first")))
    done = store.perform(put(Party("A", "second"), Party("B", "new")), initiator="matrix")
    told = [(own.table, own.key, own.before, own.after) for own in done.changes]
    assert told == [
        ("parties", ("A",), Party("A", "first"), Party("A", "second")),
        ("parties", ("B",), None, Party("B", "new")),
    ]
    assert (done.author, done.initiator, done.tables) == ("Ada", "matrix", frozenset({"parties"}))
    assert timedelta() <= datetime.now(UTC) - done.at < timedelta(minutes=1)


def test_what_changes_nothing_leaves_no_trace(sample: SqliteCaseStore, path: Path) -> None:
    before = dump(path, history=True)
    done = sample.perform(samples.sample_import())
    assert done.changes == ()
    assert dump(path, history=True) == before
    assert not sample.undo_label


def test_an_operation_that_fails_changes_nothing(sample: SqliteCaseStore, path: Path) -> None:
    def run(work: Work) -> None:
        work.put(Party("NEW", "New"))
        work.remove("parties", ("BAK",))

    before = dump(path, history=True)
    with pytest.raises(CaseError, match="other records name it"):
        sample.perform(Do(run))
    assert dump(path, history=True) == before
    sample.perform(put(Party("NEW", "New")))  # the store goes on working
    assert sample.read_case().parties[-1].code == "NEW"


def test_a_bug_in_an_operation_is_let_through_and_changes_nothing(
    sample: SqliteCaseStore, path: Path
) -> None:
    def run(work: Work) -> None:
        work.put(Party("NEW", "New"))
        raise ZeroDivisionError

    before = dump(path, history=True)
    with pytest.raises(ZeroDivisionError):
        sample.perform(Do(run))
    assert dump(path, history=True) == before


def test_an_edit_is_on_disk_when_the_call_returns(store: SqliteCaseStore, path: Path) -> None:
    store.perform(put(Party("A", "seen by another process")))
    assert any("seen by another process" in line for line in dump(path))


def test_a_full_disk_is_told_and_changes_nothing(sample: SqliteCaseStore, path: Path) -> None:
    before = exact(sample.read_case())
    with sample._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match=r"disk with talks\.positions is full"):
        sample.perform(put(*(Party(f"P{number}", "x" * 2000) for number in range(50))))
    assert exact(sample.read_case()) == before
    with sample._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    sample.perform(put(Party("NEW", "New")))
    assert len(sample.read_case().parties) == len(PARTIES) + 4


def test_a_new_code_is_followed_by_everything_that_names_it(sample: SqliteCaseStore) -> None:
    before = exact(sample.read_case())
    baku = next(party for party in sample.read_case().parties if party.code == "BAK")
    sample.perform(Do(lambda work: work.put(replace(baku, code="AZE"), was=("BAK",))))
    after = sample.read_case()
    assert [party.code for party in after.parties][:1] == ["AZE"]
    named = [position.party for position in after.positions]
    assert "AZE" in named
    assert "BAK" not in named
    assert not any("'BAK'" in line or "party:BAK" in line for line in exact(after))
    sample.undo()
    assert exact(sample.read_case()) == before


def test_the_same_code_twice_is_refused(sample: SqliteCaseStore) -> None:
    baku = sample.read_case().parties[0]
    with pytest.raises(CaseError, match="already"):
        sample.perform(Do(lambda work: work.put(replace(baku, code="YER"), was=("BAK",))))


def test_moving_changes_the_order_and_nothing_else(store: SqliteCaseStore) -> None:
    store.perform(put(*(Party(code, code) for code in "ABCD")))
    store.perform(Do(lambda work: work.move("parties", ("D",), ("B",))))
    assert "".join(party.code for party in store.read_case().parties) == "ADBC"
    store.perform(Do(lambda work: work.move("parties", ("A",), None)))
    assert "".join(party.code for party in store.read_case().parties) == "DBCA"
    store.undo()
    store.undo()
    assert "".join(party.code for party in store.read_case().parties) == "ABCD"


def test_what_names_a_record_is_found(sample: SqliteCaseStore) -> None:
    found: list[Record] = []
    sample.perform(Do(lambda work: found.extend(work.referring("parties", ("THR",)))))
    case = sample.read_case()
    expected = [
        record
        for table in TABLES
        for record in case.table(table)
        if record is not None and table != "parties" and _names_thr(record)
    ]
    assert sorted(map(str, found)) == sorted(map(str, expected))


def _names_thr(record: Record) -> bool:
    """Whether THR stands in a field of codes; asked of the text, since every code is quoted there."""
    return "'THR'" in str(record) or "party:THR" in str(record)


# --- undo and redo ---------------------------------------------------------------------------------


def test_undo_and_redo_reach_across_closing(store: SqliteCaseStore, path: Path) -> None:
    store.perform(put(Party("A", "one")))
    store.perform(put(Party("A", "two")))
    store.close()
    with open_case(path) as again:
        assert again.undo() is not None
        assert again.read_case().parties == (Party("A", "one"),)
    with open_case(path) as again:
        assert again.redo_label == Label("Test")
        assert again.undo() is not None
        assert again.read_case().parties == ()
        assert again.undo() is None
        assert not again.undo_label
    with open_case(path) as again:
        again.redo()
        again.redo()
        assert again.read_case().parties == (Party("A", "two"),)
        assert again.redo() is None


def test_a_new_edit_clears_what_could_be_redone(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "one")))
    store.undo()
    store.perform(put(Party("B", "other")))
    assert not store.redo_label
    assert store.redo() is None
    store.undo()
    assert store.undo() is None


def test_an_import_is_one_step_and_is_undone_whole(store: SqliteCaseStore, path: Path) -> None:
    store.perform(samples.sample_import())
    before = dump(path)
    done = store.undo()
    assert done is not None
    assert done.label.say().startswith("Undo: Import tables")
    assert exact(store.read_case()) == []
    assert store.undo() is None
    store.redo()
    assert dump(path) == before  # ids and places included


def test_history_tells_undo_and_redo_as_well(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "one"), Party("B", "b")))
    store.undo()
    store.redo()
    store.perform(put(Party("B", "changed")))
    told = [(own.label.say(), len(own.changes)) for own in store.history()]
    assert told == [("Test", 2), ("Undo: Test", 2), ("Redo: Test", 2), ("Test", 1)]
    latest = [(own.label.say(), len(own.changes)) for own in store.history(newest_first=True)]
    assert latest == told[::-1]
    of_b = [change for own in store.history("parties", ("B",)) for change in own.changes]
    assert [(own.before, own.after) for own in of_b] == [
        (None, Party("B", "b")),
        (Party("B", "b"), None),
        (None, Party("B", "b")),
        (Party("B", "b"), Party("B", "changed")),
    ]


def test_history_follows_a_record_through_a_new_code(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "one")))
    store.perform(Do(lambda work: work.put(Party("Z", "one"), was=("A",))))
    assert len(list(store.history("parties", ("Z",)))) == 2
    assert len(list(store.history("parties", ("A",)))) == 2


# --- any sequence of operations --------------------------------------------------------------------

CODES = ("A", "B", "Ç", "d d", "E")


@st.composite
def steps(draw: st.DrawFn) -> Do:
    kind = draw(st.sampled_from(("put", "put_all", "remove", "move", "rename")))
    if kind == "put":
        return put(draw(records))
    if kind == "put_all":
        return _put_all(draw(st.lists(samples.positions, min_size=1, max_size=4)))
    if kind == "remove":
        table = draw(st.sampled_from(("positions", "linkages", "events", "terms", "packages", "influences")))
        return Do(lambda work: _remove_first(work, table))
    if kind == "move":
        table = draw(st.sampled_from(("parties", "options", "issues", "sources")))
        return Do(lambda work: _move_first(work, table))
    old, new = draw(st.permutations(CODES))[:2]
    return Do(lambda work: _rename(work, old, new))


def _put_all(chosen: list[Position]) -> Do:
    return Do(lambda work: work.put_all(chosen))


def _remove_first(work: Work, table: str) -> None:
    standing_now = work.records(table)
    if standing_now:
        work.remove(table, key_of(standing_now[0]))


def _move_first(work: Work, table: str) -> None:
    keys = [key_of(record) for record in work.records(table)]
    work.move(table, keys[0], keys[2] if len(keys) > 3 else None)


def _rename(work: Work, old: str, new: str) -> None:
    party = work.get("parties", (old,))
    if isinstance(party, Party) and work.get("parties", (new,)) is None:
        work.put(replace(party, code=new), was=(old,))
    issue = work.get("issues", ("road",))
    if isinstance(issue, Issue):
        work.put(replace(issue, code="way"), was=("road",))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=st.lists(steps(), min_size=1, max_size=7))
def test_undoing_everything_gives_the_first_state_and_redoing_the_last(
    tmp_path: Path, sequence: list[Do]
) -> None:
    path = fresh(tmp_path)
    with create_case(path, fill=fill(GROUND)) as store:
        states = [_state(store)]
        for step in sequence:
            try:
                changed = bool(store.perform(step).changes)
            except CaseError:  # names a record that an earlier step has renamed
                changed = False
            if changed:
                states.append(_state(store))
        assert _state(store) == states[-1]
    with open_case(path) as store:
        for expected in reversed(states[:-1]):
            store.undo()
            assert _state(store) == expected
            _assert_replayed(store)
    with open_case(path) as store:
        for expected in states[1:]:
            store.redo()
            assert _state(store) == expected
        _assert_replayed(store)


def _state(store: SqliteCaseStore) -> tuple[list[str], list[str], bytes]:
    """Return the case as records, as rows, and as it is exported, byte by byte."""
    exported = store.path.with_suffix(".json")
    export_tables(store.read_case(), exported)
    return exact(store.read_case()), dump(store.path), exported.read_bytes()


def _assert_replayed(store: SqliteCaseStore) -> None:
    with store.reading() as connection:
        assert replay(journal_rows(connection)) == standing(connection)


def test_replay_follows_the_new_code_of_an_issue_to_its_options(store: SqliteCaseStore) -> None:
    store.perform(fill(GROUND))
    store.perform(Do(lambda work: work.put(Issue("way", "Way"), was=("road",))))
    store.perform(put(Option("way", "third", "Third")))
    store.perform(put(Position("p", "A", "way", parse_date("2020"), stances={"yes": Stance.DEMANDS})))
    _assert_replayed(store)


def test_many_records_are_written_as_they_would_be_one_by_one(tmp_path: Path) -> None:
    day = parse_date("2020")
    many = [
        Position(f"p{number}", "A", "road", day, stances={"yes": Stance.DEMANDS, "no": Stance.OPPOSES})
        for number in range(200)
    ]
    changed = [replace(position, statement="changed") for position in many[::2]] + [
        replace(many[0], ref="another")
    ]
    states = []
    for write in (lambda work, some: work.put_all(some), lambda work, some: [work.put(own) for own in some]):
        with create_case(fresh(tmp_path), fill=fill(GROUND)) as store:
            store.perform(Do(lambda work, write=write: write(work, many)))
            store.perform(Do(lambda work, write=write: write(work, changed)))
            _assert_replayed(store)
            states.append([line for line in dump(store.path) if '"case_file"' not in line])
    assert states[0] == states[1]


def test_nothing_is_written_into_a_file_that_was_taken_away(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "talks.positions", tmp_path / "renamed.positions"
    store = create_case(path)
    store.perform(put(Party("NOR", "North", "North")))
    path.rename(elsewhere)
    with pytest.raises(StorageError, match="renamed, moved or removed"):
        store.perform(put(Party("SOU", "South", "South")))
    assert [own.code for own in store.read_case().parties] == ["NOR"]
    elsewhere.rename(path)
    store.perform(put(Party("SOU", "South", "South")))
    store.close()
    with open_case(path) as again:
        assert [own.code for own in again.read_case().parties] == ["NOR", "SOU"]


def test_a_file_taken_away_until_it_is_closed_says_where_the_last_is(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "talks.positions", tmp_path / "renamed.positions"
    store = create_case(path)
    store.perform(put(Party("NOR", "North", "North")))
    path.rename(elsewhere)
    with pytest.raises(StorageError, match=r"Put it back .* talks\.positions-wal"):
        store.close()
    elsewhere.rename(path)
    with open_case(path) as again:
        assert [own.code for own in again.read_case().parties] == ["NOR"]
