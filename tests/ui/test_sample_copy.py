"""The sample is seen before its copy is open, and is what the copy holds."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import ui.sample_copy
from tests.sample_case import sample_case
from ui.kept import KeptCases
from ui.promised import PromisedCase
from ui.sample_copy import SAMPLE_NAME, fresh_sample, shown_sample
from workbench.domain.case import CaseEntry
from workbench.domain.errors import CaseError
from workbench.operations import PutRecord


def same(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray):
        equal = np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
        return bool(equal) and one.dtype == other.dtype
    if is_dataclass(one):
        return all(same(getattr(one, own.name), getattr(other, own.name)) for own in fields(one))
    return bool(one == other)


def test_what_is_shown_is_what_the_copy_holds(tmp_path: Path) -> None:
    shown = shown_sample(tmp_path)
    assert isinstance(shown, PromisedCase)
    assert not list(tmp_path.iterdir())
    seen, labels = shown.read(), (shown.undo_label, shown.redo_label)
    kept = shown.open()
    assert same(kept.read(), seen)
    assert (kept.undo_label, kept.redo_label) == labels
    assert shown.path == kept.path == tmp_path / f"{SAMPLE_NAME}.positions"
    assert shown.read_case().positions == sample_case().positions
    shown.close()


def test_a_copy_left_as_it_was_is_shown_again_without_opening_it(tmp_path: Path) -> None:
    for _ in range(3):
        shown = shown_sample(tmp_path)
        assert isinstance(shown, PromisedCase)
        assert len(shown.open().read().positions.ref) == len(sample_case().positions)
        shown.close()
    assert [path.suffix for path in tmp_path.glob("*.positions*")] == [".positions"]


def test_a_copy_in_which_something_was_entered_stays(tmp_path: Path) -> None:
    shown = shown_sample(tmp_path)
    shown.perform(PutRecord(CaseEntry("title", "Mine"), ("title",)))
    shown.close()
    again = shown_sample(tmp_path)
    assert again.path.name == f"{SAMPLE_NAME} 2.positions"
    assert again.read().case.title != "Mine"
    again.close()


def test_a_copy_that_is_open_elsewhere_is_left_alone(tmp_path: Path) -> None:
    first = fresh_sample(tmp_path)
    second = shown_sample(tmp_path)
    assert second.path != first.path
    first.close()
    second.close()


def test_other_tables_make_another_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh_sample(tmp_path).close()
    before = (tmp_path / f"{SAMPLE_NAME}.positions").stat().st_mtime_ns
    monkeypatch.setattr(ui.sample_copy, "VERSION", "another")
    assert not isinstance(shown_sample(tmp_path), PromisedCase)
    assert (tmp_path / f"{SAMPLE_NAME}.positions").stat().st_mtime_ns != before


def test_nothing_can_be_asked_of_it_once_it_is_closed(tmp_path: Path) -> None:
    shown = shown_sample(tmp_path)
    shown.close()
    with pytest.raises(ValueError, match="has been closed"):
        shown.read_case()
    assert not list(tmp_path.iterdir())


def test_merging_reaches_the_case_behind_it(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    shown, other = shown_sample(tmp_path), fresh_sample(tmp_path / "elsewhere")
    other.close()
    with pytest.raises(CaseError, match="South Caucasus"):
        KeptCases().plan_merge(shown, other.path)
    shown.close()


def test_the_store_is_not_loaded_to_show_it(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ui.sample_copy import shown_sample;"
        f"shown_sample(Path({str(tmp_path)!r})).read();"
        "print([name for name in sys.modules if name.startswith(('sqlalchemy', 'db.store'))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
