"""Dialogs that are there for one question and go when it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QDialog

DialogT = TypeVar("DialogT", bound=QDialog)


@contextmanager
def passing(dialog: DialogT) -> Iterator[DialogT]:
    """Lend a dialog for one question; without this it would stay, unseen, for as long as its parent."""
    try:
        yield dialog
    finally:
        dialog.deleteLater()
