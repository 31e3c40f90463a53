"""What a person is looking at when something is to be expunged: a record, and the text that is marked."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from ui.desktop.case_page import CasePage
from ui.desktop.safety.expunging import Offered
from workbench.domain.case import Record, RecordKey

_NOT_FREE = frozenset({"code", "ref", "key", "party", "issue", "actor", "on", "number"})
_LIKELY = ("identity", "statement", "interest", "notes", "reason", "description", "value", "attribution")
_LETTERS = 200
"""What is marked and longer is a passage; nobody means all of it word for word."""


def looked_at(page: CasePage) -> Offered | None:
    """Return the record that is edited, current in a lens, or standing in the cell selected."""
    found = _edited(page) or _current(page) or _standing(page)
    record = page.session.record(*found) if found is not None else None
    if found is None or record is None:
        return None
    names = text_fields(record)
    return Offered(*found, names) if names else None


def text_fields(record: Record) -> tuple[str, ...]:
    """Return the fields of a record that hold a text, the likeliest to be expunged first.

    The identity of a source is among them also where it is kept from the screen.
    """
    names = [field.name for field in fields(record) if _is_text(record, field.name)]
    return tuple(sorted(names, key=lambda name: _LIKELY.index(name) if name in _LIKELY else len(_LIKELY)))


def marked_text() -> str:
    """Return the text that is marked where the keyboard is, empty for none or for a long one."""
    focus = QApplication.focusWidget()
    text = ""
    if isinstance(focus, QLineEdit | QLabel):
        text = focus.selectedText()
    elif isinstance(focus, QPlainTextEdit):
        text = focus.textCursor().selectedText()
    return text if len(text) <= _LETTERS and "\u2029" not in text else ""


def _is_text(record: Record, name: str) -> bool:
    value = getattr(record, name)
    return type(value) is str and name not in _NOT_FREE and (bool(value) or name == "identity")


def _edited(page: CasePage) -> tuple[str, RecordKey] | None:
    from ui.desktop.editors.base import RecordEditor  # noqa: PLC0415 - after the first paint

    sheet = page.desk.currentWidget()
    return (sheet.table, sheet.key) if isinstance(sheet, RecordEditor) else None


def _current(page: CasePage) -> tuple[str, RecordKey] | None:
    from ui.desktop.lenses.table_lens import TableLens  # noqa: PLC0415 - after the first paint

    lens = page.centre.lens
    row = lens.table.current_row() if isinstance(lens, TableLens) else None
    return (row.table, row.key) if row is not None and row.table != "history" else None


def _standing(page: CasePage) -> tuple[str, RecordKey] | None:
    chosen = page.session.view.selection
    if page.centre.lens is not None or chosen is None:
        return None
    if chosen.is_room:
        return "issues", (chosen.issue,)
    ref = page.session.standing_ref(chosen.parties[0], chosen.issue)
    return ("positions", (ref,)) if ref else None
