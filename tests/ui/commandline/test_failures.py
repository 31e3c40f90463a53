"""Which error ends with which status."""

from __future__ import annotations

import pytest

from ui.commandline.failures import InputError, UsageError, complain, sentence_of
from workbench.domain.errors import CaseError, InvalidValueError, UnknownCodeError
from workbench.ports import (
    DamagedCaseError,
    LockedCaseError,
    MissingFileError,
    NewerCaseError,
    NotACaseError,
    StorageError,
)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InputError("x"), 1),
        (CaseError("x"), 1),
        (UnknownCodeError("party", "X"), 1),
        (InvalidValueError("2023-13", "a date"), 1),
        (MissingFileError("x"), 1),
        (StorageError("x"), 1),
        (PermissionError(13, "Permission denied", "place"), 1),
        (UsageError("x"), 2),
        (NotACaseError("x"), 3),
        (DamagedCaseError("x"), 3),
        (LockedCaseError("x"), 3),
        (NewerCaseError("x"), 3),
    ],
)
def test_status_and_sentence(error: Exception, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert complain(error) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"workbench: {sentence_of(error)}\n"


def test_the_system_is_quoted_with_the_file() -> None:
    assert sentence_of(PermissionError(13, "Permission denied", "place")) == "Permission denied: “place”."
    assert sentence_of(OSError("odd")) == "The system refused it."
