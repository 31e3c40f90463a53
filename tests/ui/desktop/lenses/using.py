"""What a person does in a lens."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QMenu

from tests.ui.desktop.doing import page_of, trigger
from ui.desktop.editors.base import RecordEditor
from ui.desktop.lenses.lens import Lens
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.window import MainWindow

LensT = TypeVar("LensT", bound=Lens)


def look_through(window: MainWindow, kind: type[LensT]) -> LensT:
    """Show a lens, as its shortcut does."""
    trigger(window, f"view.lens_{kind.key}")
    lens = page_of(window).centre.lens
    assert isinstance(lens, kind)
    return lens


def firsts(lens: TableLens) -> list[str]:
    """What stands in the first column."""
    return [row.cells[0].text for row in lens.table.rows_model.rows()]


def column(lens: TableLens, key: str) -> list[str]:
    """What stands in a column."""
    place = [own.key for own in lens.table.rows_model.columns].index(key)
    return [row.cells[place].text for row in lens.table.rows_model.rows()]


def editor_in(window: MainWindow) -> RecordEditor[object]:
    """The editor that lies on the desk."""
    editor = page_of(window).desk.currentWidget()
    assert isinstance(editor, RecordEditor)
    return editor


def choose_in_menu(menu: QMenu, name: str) -> None:
    """Choose an entry by what it says."""
    action = next(own for own in menu.actions() if own.text().startswith(name))
    action.trigger()
