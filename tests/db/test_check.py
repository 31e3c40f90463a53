from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.case_file import create_case, open_case
from db.check import check_case
from db.store import SqliteCaseStore
from tests.db.files import change, held_elsewhere, untouched
from tests.db.samples import GROUND, fill, put
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.position import Position
from workbench.domain.vocabulary import Scale, Stance
from workbench.ports import LockedCaseError, MissingFileError, NewerCaseError, NotACaseError


def damage(path: Path) -> list[str]:
    report = check_case(path)
    assert report.is_sound == (not report.damage)
    assert all(own.to_do for own in report.findings)
    return [own.what for own in report.damage]


def test_the_sample_is_sound_and_left_as_it_is(closed_sample: Path) -> None:
    with untouched(closed_sample.parent):
        report = check_case(closed_sample)
    assert report.is_sound
    assert report.damage == ()
    told = " ".join(own.what for own in report.advice)
    assert "option “International inspectors” of “Control of the Lachin corridor” (lachin intl)" in told
    assert "resting on one source" in told


def test_history_of_many_kinds_of_steps_is_sound(sample: SqliteCaseStore, path: Path) -> None:
    sample.perform(put(Issue("new", "New"), Option("new", "a", "A"), Option("new", "b", "B")))
    sample.undo()
    sample.undo()
    sample.redo()
    sample.close()
    assert damage(path) == []


def test_a_case_open_in_this_process_can_be_checked(sample: SqliteCaseStore, path: Path) -> None:
    del sample
    assert damage(path) == []


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE parties SET name = 'Other' WHERE code = 'BAK'", "party “BAK”"),
        (
            "UPDATE stances SET stance = -1 WHERE position_id = 1 AND stance = 1",
            "position “bak-lachin-2020-11-10-d”",
        ),
        ("UPDATE stances SET place = place + 1 WHERE position_id = 1", "position “bak-lachin-2020-11-10-d”"),
        ("DELETE FROM influences WHERE id = 9", "influence number 9"),
        ("INSERT INTO groups (place, code) VALUES (9, 'X')", "group “X”"),
        ("DELETE FROM position_sources WHERE position_id = 97", "position"),
        (
            "UPDATE journal SET after = replace(after, 'Baku', 'Bakı') WHERE table_name = 'parties'",
            "party “BAK”",
        ),
    ],
)
def test_tables_that_are_not_as_the_history_has_them(closed_sample: Path, statement: str, where: str) -> None:
    change(closed_sample, statement)
    found = damage(closed_sample)
    assert len(found) == 1
    assert where in found[0]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET after = '{\"code\"' WHERE seq = 3",
        "UPDATE journal SET after = '[]' WHERE seq = 3",
        "UPDATE journal SET after = '7' WHERE seq = 3",
        "UPDATE journal SET after = json_set(after, '$.stances', 5) WHERE table_name = 'positions'",
        "UPDATE journal SET after = json_set(after, '$.sources', json('[[]]')) WHERE record_id = 7",
        "UPDATE journal SET after = json_set(after, '$.code', json('{}')) WHERE seq = 3",
        "UPDATE journal SET table_name = 'nothing' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
    ],
)
def test_a_history_that_cannot_be_followed(closed_sample: Path, statement: str) -> None:
    change(closed_sample, statement)
    assert len(damage(closed_sample)) >= 1


def test_a_date_that_cannot_be_read(closed_sample: Path) -> None:
    change(closed_sample, "UPDATE positions SET since = '2023-13' WHERE id = 1")
    assert any("2023-13" in line and "positions, since" in line for line in damage(closed_sample))


def test_a_stance_on_an_option_of_another_issue(closed_sample: Path) -> None:
    change(closed_sample, "UPDATE positions SET issue_id = issue_id + 1 WHERE id = 1")
    assert any("option of another issue" in line for line in damage(closed_sample))


def test_a_broken_key(closed_sample: Path) -> None:
    change(closed_sample, "PRAGMA foreign_keys = OFF", "DELETE FROM sources WHERE code = 'TRI20'")
    assert any("missing record of sources" in line for line in damage(closed_sample))


def test_a_damaged_file_is_reported(closed_sample: Path) -> None:
    content = bytearray(closed_sample.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xff" * 4096
    closed_sample.write_bytes(content)
    with untouched(closed_sample.parent):
        assert damage(closed_sample)


def test_what_is_no_case_is_refused(path: Path, closed_sample: Path) -> None:
    with pytest.raises(MissingFileError):
        check_case(path.with_name("none.positions"))
    path.with_name("text.positions").write_text("no case" * 100)
    with pytest.raises(NotACaseError):
        check_case(path.with_name("text.positions"))
    change(closed_sample, "UPDATE alembic_version SET version_num = 'later'")
    with pytest.raises(NewerCaseError):
        check_case(closed_sample)


def test_a_case_held_elsewhere_is_refused(closed_sample: Path) -> None:
    with held_elsewhere(closed_sample), pytest.raises(LockedCaseError):
        check_case(closed_sample)


def test_advice_on_what_a_case_lacks(path: Path) -> None:
    day, wish = parse_date("2020"), {"yes": Stance.DEMANDS}
    tri = SourceReference("S1")
    with create_case(path, fill=fill(GROUND)) as store:
        store.perform(
            put(
                Issue("lone", "Lone", scale=Scale.ORDERED),
                Option("lone", "only", "Only"),
                Position("mute", "A", "road", day, sources=(tri, SourceReference("S1", 1, "p. 2"))),
                Position("unsourced", "B", "road", day, stances=wish),
                Position("single", "B", "status", day, stances=wish, sources=(tri,)),
            )
        )
    report = check_case(path)
    assert report.is_sound
    told = [own.what for own in report.advice]
    assert told == [
        "The issue “Lone” (lone) has fewer than two options.",
        "The issue “Lone” (lone) is ordered, and 1 of its options has no location.",
        "1 position without a stance on any option. Namely: Party A on Road, 2020 (mute).",
        "1 position without a source. Namely: Party B on Road, 2020 (unsourced).",
        (
            "2 positions resting on one source. Namely: Party A on Road, 2020 (mute, S1); "
            "Party B on Status, 2020 (single, S1)."
        ),
        "No party has a stance on the option “No” of “Road” (road no).",
        "No party has a stance on the option “Perhaps” of “Road” (road perhaps).",
        "No party has a stance on the option “No” of “Status” (status no).",
        "No party has a stance on the option “Perhaps” of “Status” (status perhaps).",
        "No party has a stance on the option “Only” of “Lone” (lone only).",
        "Nothing rests on the source “Source S2” (S2).",
    ]


def test_in_the_window_records_are_called_by_their_names_alone(path: Path) -> None:
    day, wish = parse_date("2020"), {"yes": Stance.DEMANDS}
    with create_case(path, fill=fill(GROUND)) as store:
        store.perform(put(*(Position(f"p{n}", "A", "road", parse_date(f"20{n}")) for n in range(10, 35))))
        store.perform(put(Position("secret-code", "B", "road", day, stances=wish)))
    report = check_case(path, with_codes=False)
    silent = next(own for own in report.advice if "without a stance" in own.what)
    assert silent.what == (
        "25 positions without a stance on any option. The first 20 of them are named here."
    )
    assert silent.names == tuple(f"Party A on Road, 20{n}" for n in range(10, 30))
    assert silent.records == tuple(("positions", (f"p{n}",)) for n in range(10, 30))
    for own in report.advice:
        assert len(own.names) == len(own.records)
        assert not any(code in own.what for code in ("p10", "secret-code", "(road", "(S2)"))


def test_check_reads_what_the_log_of_a_crash_holds(closed_sample: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with open_case(closed_sample) as store:
        store.perform(put(Issue("new", "New"), Option("new", "a", "A"), Option("new", "b", "B")))
        for own in tmp_path.glob("talks.positions*"):
            if own.suffix != ".lock":
                (crashed / own.name).write_bytes(own.read_bytes())
    copy = crashed / closed_sample.name
    with untouched(crashed):
        assert check_case(copy).is_sound
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM issues WHERE code = 'new'").fetchone() == (1,)
