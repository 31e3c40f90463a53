"""For what a backup was made: told from what the history did next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.backup import backup_case, list_backups
from db.case_file import create_case, open_case
from db.protecting import protect
from db.reasons import REPLACED, USUAL, with_reasons
from db.restoring import restore_case
from tests.db.samples import put, sample_import
from workbench.domain.party import Party


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "talks.positions"
    create_case(path, fill=put(Party("A", "a"))).close()
    return path


def reasons(case: Path, passphrase: str | None = None) -> list[str]:
    return [own.why for own in with_reasons(case, list_backups(case, passphrase), passphrase)]


def test_one_that_was_asked_for_or_made_at_close_is_the_usual(case: Path) -> None:
    backup_case(case)
    assert reasons(case) == [USUAL]
    with open_case(case) as store:
        store.perform(put(Party("B", "b")))
    assert reasons(case) == [USUAL, USUAL]


def test_one_before_an_import_names_it_also_while_the_case_is_open(case: Path) -> None:
    with open_case(case) as store:
        store.perform(put(Party("B", "b")))
        store.perform(sample_import())
        assert reasons(case) == ["Before “Import tables from sample”"]


def test_one_long_before_the_next_import_was_not_made_for_it(case: Path) -> None:
    backup_case(case)
    with open_case(case) as store:
        store.perform(sample_import())
    listed = list_backups(case)[:1]
    earlier = replace(listed[0].backup, made_at=listed[0].backup.made_at - timedelta(hours=2))
    (own,) = with_reasons(case, [replace(listed[0], backup=earlier)])
    assert own.why == USUAL


def test_one_that_holds_what_the_case_has_gone_back_behind_was_kept_then(case: Path) -> None:
    first = backup_case(case)
    with open_case(case) as store:
        store.perform(put(Party("B", "b")))
    restore_case(case, first)
    assert reasons(case)[0] == USUAL
    assert REPLACED in reasons(case)[1:]


def test_of_a_damaged_case_or_backup_nothing_is_guessed(case: Path) -> None:
    made = backup_case(case)
    made.write_bytes(made.read_bytes()[:5000])
    assert reasons(case) == [""]
    made.unlink()
    backup_case(case)
    case.write_bytes(case.read_bytes()[:5000])
    assert reasons(case) == [""]


def test_protected_ones_are_told_as_well(case: Path) -> None:
    protect(case, "river lantern")
    backup_case(case, "river lantern")
    assert reasons(case, "river lantern") == [USUAL]
