"""Files that are no case, or no longer a whole one: told in a sentence, and left as they are."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from db.case_file import open_case
from tests.db.files import READ_ONLY, change, untouched
from workbench.domain.errors import CaseError
from workbench.ports import (
    CaseFileError,
    DamagedCaseError,
    MissingFileError,
    NewerCaseError,
    NotACaseError,
)


def test_a_file_that_is_not_there(path: Path) -> None:
    for read_only in READ_ONLY:
        with pytest.raises(MissingFileError, match="no file") as caught:
            open_case(path, read_only=read_only)
        assert not isinstance(caught.value, CaseFileError)
    assert list(path.parent.iterdir()) == []


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("party,issue,option\n" * 500)


def _short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _other_program(path: Path) -> None:
    change(path, "PRAGMA application_id = 4711")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def _overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = random.Random(1).randbytes(8192)
    path.write_bytes(content)


def _blanked(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(4096)
    path.write_bytes(content)


def _no_text(path: Path) -> None:
    """Overwrite a text with bytes that are none; the structure of the file stays whole."""
    content = path.read_bytes()
    assert content.count(b"Frames the Karabakh question") >= 1
    path.write_bytes(content.replace(b"Frames the Karabakh question", b"\xff" * 28))


def _unkeyed(path: Path) -> None:
    change(path, "PRAGMA foreign_keys = OFF", "DELETE FROM parties WHERE code = 'BAK'")


def _later(path: Path) -> None:
    change(path, "UPDATE alembic_version SET version_num = '9999'")


def _no_revision(path: Path) -> None:
    change(path, "DROP TABLE alembic_version")


@pytest.mark.parametrize("read_only", READ_ONLY)
@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (_empty, NotACaseError),
        (_text, NotACaseError),
        (_short, NotACaseError),
        (_other_program, NotACaseError),
        (_folder, NotACaseError),
        (_truncated, DamagedCaseError),
        (_cut_short, DamagedCaseError),
        (_overwritten, DamagedCaseError),
        (_blanked, DamagedCaseError),
        (_unkeyed, DamagedCaseError),
        (_no_revision, DamagedCaseError),
        (_later, NewerCaseError),
    ],
)
def test_what_cannot_be_opened_is_told_and_left_as_it_is(
    closed_sample: Path, spoil: Callable[[Path], None], error: type[CaseFileError], *, read_only: bool
) -> None:
    spoil(closed_sample)
    with untouched(closed_sample.parent), pytest.raises(CaseFileError) as caught:
        open_case(closed_sample, read_only=read_only)
    assert type(caught.value) is error
    assert closed_sample.name in str(caught.value)


def test_bytes_that_are_no_text_are_damage(closed_sample: Path) -> None:
    _no_text(closed_sample)
    with untouched(closed_sample.parent), pytest.raises(DamagedCaseError):
        _read(closed_sample)


def _read(path: Path) -> None:
    with open_case(path, read_only=True) as store:
        store.read_case()
        store.read()


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere_is_told_or_harmless_but_never_a_traceback(closed_sample: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(closed_sample.read_bytes())
    at = chance.randrange(100, len(content) - 600)
    content[at : at + 600] = chance.randbytes(600)
    closed_sample.write_bytes(content)
    with untouched(closed_sample.parent):
        try:
            _read(closed_sample)
        except CaseError as error:
            assert isinstance(error, DamagedCaseError)  # noqa: PT017 - it may as well be harmless
