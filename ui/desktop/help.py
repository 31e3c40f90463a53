"""The list of shortcuts, and what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from itertools import groupby

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.actions.listing import ActionRow, shortcut_rows
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench import PROGRAM_NAME, VERSION

_MATRIX_KEYS = (
    ("Arrows", "Walk the matrix"),
    ("Shift+Arrows, Ctrl+click", "Take several parties on one issue"),
    ("Enter", "Open the position, or a new one"),
    ("1 to 5, 0", "Stance toward an option: demands to red line, clear"),
    ("Ctrl+Enter", "Record what was entered"),
    ("Esc", "Leave the editor"),
)
_PARTS = (
    ("PySide6_Essentials", "Qt for Python", "LGPL 3"),
    ("numpy", "NumPy", "BSD"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("alembic", "Alembic", "MIT"),
    ("openpyxl", "openpyxl", "MIT"),
    ("XlsxWriter", "XlsxWriter", "BSD"),
    ("python-docx", "python-docx", "MIT"),
    ("typst", "Typst", "Apache 2.0"),
)
_ABOUT = (
    "It shows structure, evidence and gaps; it never recommends.",
    "What an audience may not see is not there. Nothing entered is ever lost.",
    "Everything stays in one file on this computer. The program needs no network and uses none.",
)


class HelpDialog(QDialog):
    """A page of text that scrolls."""

    def __init__(self, hub: ThemeHub, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(round(600 * hub.zoom), round(640 * hub.zoom))
        page = QWidget()
        set_surface(page, "panel")
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(Space.PAGE, Space.SECTION, Space.PAGE, Space.SECTION)
        self.body.setSpacing(Space.NORMAL)
        self.body.addWidget(Text(hub, title, TextSize.TITLE, weight=BOLD))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(Space.SECTION, 0, Space.SECTION, Space.WIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll, 1)
        outside.addWidget(buttons)


def shortcuts_dialog(hub: ThemeHub, parent: QWidget | None = None) -> HelpDialog:
    """Return the list of every action that has keys."""
    dialog = HelpDialog(hub, "Keyboard shortcuts", parent)
    _add_keys(dialog, hub, "In the matrix and in editors", _MATRIX_KEYS)
    for category, rows in groupby(shortcut_rows(), key=_menu):
        keys = tuple((" or ".join(row.keys), row.label) for row in rows)
        _add_keys(dialog, hub, category, keys)
    dialog.body.addStretch(1)
    return dialog


def about_dialog(hub: ThemeHub, parent: QWidget | None = None) -> HelpDialog:
    """Return what this program is, and of what it is made."""
    dialog = HelpDialog(hub, PROGRAM_NAME, parent)
    for text in (f"Version {VERSION}", *_ABOUT):
        dialog.body.addWidget(Text(hub, text, role=Role.TEXT_SECONDARY).selectable())
    parts = tuple((name, f"{_installed(package)}, {licence}") for package, name, licence in _PARTS)
    _add_keys(dialog, hub, "Made with", parts)
    dialog.body.addStretch(1)
    return dialog


def _add_keys(dialog: HelpDialog, hub: ThemeHub, heading: str, keys: tuple[tuple[str, str], ...]) -> None:
    dialog.body.addSpacing(Space.NORMAL)
    dialog.body.addWidget(section_label(hub, heading))
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.SECTION)
    grid.setVerticalSpacing(Space.TIGHT)
    grid.setColumnStretch(1, 1)
    for row, (key, text) in enumerate(keys):
        own = Text(hub, key, TextSize.CELL, Role.TEXT, BOLD)
        own.setWordWrap(False)
        own.setMinimumWidth(round(170 * hub.zoom))
        grid.addWidget(own, row, 0)
        grid.addWidget(Text(hub, text, TextSize.CELL, Role.TEXT_SECONDARY), row, 1)
    dialog.body.addLayout(grid)


def _menu(row: ActionRow) -> str:
    return row.category.split(" › ")[0]


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
