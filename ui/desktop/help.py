"""The list of shortcuts, and what this program is."""

from __future__ import annotations

from functools import reduce
from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
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
from ui.desktop.help_pages import CONTEXT, PAGES
from ui.desktop.help_parts import PartOfProgram, fonts, libraries
from ui.desktop.legend_words import SECTIONS, Written, explained
from ui.desktop.widgets.row_button import RowButton
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench import PROGRAM_NAME, VERSION

_KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        str(QT_TRANSLATE_NOOP("help", "In the matrix and in editors")),
        (
            (str(QT_TRANSLATE_NOOP("help", "Arrows")), str(QT_TRANSLATE_NOOP("help", "Walk the matrix"))),
            (
                str(QT_TRANSLATE_NOOP("help", "Shift+Arrows, Ctrl+click")),
                str(QT_TRANSLATE_NOOP("help", "Take several cells")),
            ),
            (
                str(QT_TRANSLATE_NOOP("help", "Enter")),
                str(QT_TRANSLATE_NOOP("help", "Open the position, or a new one")),
            ),
            (
                str(QT_TRANSLATE_NOOP("help", "1 to 5, 0")),
                str(QT_TRANSLATE_NOOP("help", "Stance toward an option: demands to red line, clear")),
            ),
            (
                str(QT_TRANSLATE_NOOP("help", "Ctrl+Enter")),
                str(QT_TRANSLATE_NOOP("help", "Record what was entered")),
            ),
            (str(QT_TRANSLATE_NOOP("help", "Esc")), str(QT_TRANSLATE_NOOP("help", "Leave the editor"))),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("help", "In the time strip")),
        (
            (
                str(QT_TRANSLATE_NOOP("help", "Left, Right")),
                str(QT_TRANSLATE_NOOP("help", "A day back or forward; with Shift a month")),
            ),
            (
                str(QT_TRANSLATE_NOOP("help", "Ctrl+Left, Right")),
                str(QT_TRANSLATE_NOOP("help", "Move the day compared with")),
            ),
            (
                str(QT_TRANSLATE_NOOP("help", "[ ] and ( )")),
                str(QT_TRANSLATE_NOOP("help", "Previous and next change; previous and next event")),
            ),
            (
                str(QT_TRANSLATE_NOOP("help", "+ - 0, wheel, two fingers")),
                str(QT_TRANSLATE_NOOP("help", "Fewer days, more days, all days")),
            ),
            (
                str(QT_TRANSLATE_NOOP("help", "Page Up, Page Down")),
                str(QT_TRANSLATE_NOOP("help", "Earlier and later days")),
            ),
            (
                str(QT_TRANSLATE_NOOP("help", "Home, End")),
                str(QT_TRANSLATE_NOOP("help", "First day, last day known")),
            ),
        ),
    ),
)
"""Keys that are no actions of the menus, and what they do."""
_ABOUT = (
    str(QT_TRANSLATE_NOOP("help", "It shows structure, evidence and gaps; it never recommends.")),
    str(
        QT_TRANSLATE_NOOP("help", "What an audience may not see is not there. Nothing entered is ever lost.")
    ),
    str(
        QT_TRANSLATE_NOOP(
            "help",
            "Everything stays in one file on this computer. The program needs no network and uses none.",
        )
    ),
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
        scroll.setAccessibleName(title)
        scroll.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_say("Close"))
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(Space.SECTION, 0, Space.SECTION, Space.WIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll, 1)
        outside.addWidget(buttons)


def shortcuts_dialog(hub: ThemeHub, parent: QWidget | None = None) -> HelpDialog:
    """Return the list of every action that has keys, and of the keys that are no actions."""
    dialog = HelpDialog(hub, _say("Keyboard shortcuts"), parent)
    for heading, rows in _KEYS:
        _add_keys(dialog, hub, _say(heading), tuple((_say(key), _say(text)) for key, text in rows))
    either = _say("{one} or {other}")
    for category, listed in groupby(shortcut_rows(), key=_menu):
        keys = tuple(
            (reduce(lambda one, other: either.format(one=one, other=other), row.keys), row.label)
            for row in listed
        )
        _add_keys(dialog, hub, category, keys)
    dialog.body.addStretch(1)
    return dialog


def pages_dialog(hub: ThemeHub, parent: QWidget | None = None) -> HelpDialog:
    """Return how the program works, in a page."""
    dialog = HelpDialog(hub, _say("How it works"), parent)
    for heading, entries in PAGES:
        _add_keys(dialog, hub, _say(heading), tuple((_say(name), _say(text)) for name, text in entries))
    for heading, signs in SECTIONS:
        own = tuple((explained(name or _written(sign)), explained(text)) for sign, name, text in signs)
        _add_keys(dialog, hub, explained(heading), own)
    dialog.body.addStretch(1)
    return dialog


def about_dialog(hub: ThemeHub, parent: QWidget | None = None) -> HelpDialog:
    """Return what this program is, and of what it is made; a line leads to the licence of each part."""
    dialog = HelpDialog(hub, PROGRAM_NAME, parent)
    for text in (_say("Version {number}").format(number=VERSION), *(_say(own) for own in _ABOUT)):
        dialog.body.addWidget(Text(hub, text, role=Role.TEXT_SECONDARY).selectable())
    for heading, parts in ((_say("Made with"), libraries()), (_say("Fonts"), fonts())):
        dialog.body.addSpacing(Space.NORMAL)
        dialog.body.addWidget(section_label(hub, heading))
        for part in parts:
            line = RowButton(hub, part.name, part.detail)
            line.clicked.connect(lambda _on, own=part: licence_dialog(hub, own, dialog).open())
            dialog.body.addWidget(line)
    dialog.body.addStretch(1)
    return dialog


def licence_dialog(hub: ThemeHub, part: PartOfProgram, parent: QWidget | None = None) -> HelpDialog:
    """Return the licence of one part, as it came with it."""
    dialog = HelpDialog(hub, part.name, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.body.addWidget(Text(hub, part.detail, role=Role.TEXT_SECONDARY).selectable())
    text = part.text or _say("Its files name no text beyond this.")
    dialog.body.addWidget(Text(hub, text, TextSize.CELL).selectable())
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
        grid.addWidget(own, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(hub, text, TextSize.CELL, Role.TEXT_SECONDARY), row, 1)
    dialog.body.addLayout(grid)


def _menu(row: ActionRow) -> str:
    return row.category.split(" › ")[0]


def _written(sign: object) -> str:
    return sign.text if isinstance(sign, Written) else ""


def _say(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
