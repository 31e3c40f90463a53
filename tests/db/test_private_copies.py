from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from db.case_file import open_case
from db.expunging import expunge, plan_expunge
from db.private_copies import private_copy
from tests.db.files import listing
from tests.db.samples import put
from workbench.domain.party import Party
from workbench.ports import StorageError

NAME = "Colonel Aslan Q"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def crashed(closed_sample: Path, tmp_path: Path) -> Path:
    """A case beside which the log of a killed program lies."""
    folder = tmp_path / "crashed"
    folder.mkdir()
    with open_case(closed_sample) as store:
        store.perform(put(Party("NEW", f"met {NAME}")))
        for side in ("", "-wal"):
            shutil.copy(closed_sample.with_name(closed_sample.name + side), folder)
    return folder / closed_sample.name


def gone() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_a_killed_program_left_is_removed_by_the_next(crashed: Path, temporary: Path) -> None:
    left = temporary / f"position-workbench-{gone()}-abc"
    left.mkdir()
    (left / "talks.positions").write_text(NAME)
    living = temporary / f"position-workbench-{os.getpid()}-abc"
    other = temporary / "position-workbench-notes"
    for own in (living, other):
        own.mkdir()
    with open_case(crashed, read_only=True) as store:
        assert store.read_case().parties[-1].code == "NEW"
        assert not left.exists()
    assert set(temporary.iterdir()) == {living, other}


def test_expunging_reaches_it_too(closed_sample: Path, temporary: Path) -> None:
    with open_case(closed_sample) as store:
        store.perform(put(Party("NEW", f"met {NAME}")))
    left = temporary / f"position-workbench-{gone()}-abc"
    left.mkdir()
    (left / "talks.positions").write_text(NAME)
    expunge(closed_sample, plan_expunge(closed_sample, text=NAME))
    assert list(temporary.iterdir()) == []


def test_nothing_that_a_link_leads_to_is_touched(temporary: Path, crashed: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("precious")
    (temporary / f"position-workbench-{gone()}-abc").symlink_to(precious)
    planted = temporary / f"position-workbench-{gone()}-def"
    planted.mkdir()
    (planted / "talks.positions").symlink_to(precious / "file")
    os.link(precious / "file", planted / "linked")
    before = listing(precious)
    open_case(crashed, read_only=True).close()
    assert listing(precious) == before
    assert not planted.exists()


def test_without_room_for_a_copy_it_is_said_where(crashed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    before = listing(crashed.parent)
    monkeypatch.setattr(shutil, "copyfile", full)
    for read_only in (True, False):
        with pytest.raises(StorageError, match="folder for temporary files has no room"):
            open_case(crashed, read_only=read_only)
    monkeypatch.undo()
    monkeypatch.setattr(tempfile, "tempdir", str(crashed.parent / "missing"))
    with pytest.raises(StorageError, match="TMPDIR"):
        open_case(crashed)
    assert listing(crashed.parent) == before


def test_what_goes_wrong_with_the_copy_in_hand_is_not_the_folders_fault(crashed: Path) -> None:
    with pytest.raises(OSError, match="other"), private_copy(crashed):
        raise OSError(5, "other")
