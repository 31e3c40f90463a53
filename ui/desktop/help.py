"""The list of shortcuts, and what this program is."""

from __future__ import annotations

from functools import reduce
from itertools import groupby

from PySide6.QtCore import Qt
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
from ui.desktop.help_pages import PAGES
from ui.desktop.help_parts import PartOfProgram, fonts, libraries
from ui.desktop.legend_words import SECTIONS, Written, explained
from ui.desktop.placing import size_within
from ui.desktop.widgets.row_button import RowButton
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.paint.legend import Sign, sign_name
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import marked, translate
from workbench import PROGRAM_NAME, VERSION

_KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        marked("help", "In the matrix and in editors"),
        (
            (marked("help", "Arrows"), marked("help", "Walk the matrix")),
            (
                marked("help", "Shift+Arrows, Ctrl+click"),
                marked("help", "Take several cells"),
            ),
            (
                marked("help", "Enter"),
                marked("help", "Open the position, or a new one; in a form, the next field"),
            ),
            (
                marked("help", "1 to 5, 0"),
                marked("help", "Stance toward an option: demands to red line, clear"),
            ),
            (
                marked("help", "Ctrl+Enter"),
                marked("help", "Record what was entered"),
            ),
            (marked("help", "Esc"), marked("help", "Leave the editor")),
        ),
    ),
    (
        marked("help", "In the time strip"),
        (
            (
                marked("help", "Left, Right"),
                marked("help", "A day back or forward; with Shift a month"),
            ),
            (
                marked("help", "Ctrl+Left, Right"),
                marked("help", "Move the day compared with"),
            ),
            (
                marked("help", "[ ] and ( )"),
                marked("help", "Previous and next change; previous and next event"),
            ),
            (
                marked("help", "+ - 0, wheel, two fingers"),
                marked("help", "Fewer days, more days, all days"),
            ),
            (
                marked("help", "Page Up, Page Down"),
                marked("help", "Earlier and later days"),
            ),
            (
                marked("help", "Home, End"),
                marked("help", "First day, last day known"),
            ),
        ),
    ),
    (
        marked("help", "While presenting"),
        (
            (
                marked("help", "Enter"),
                marked("help", "Put the preview before the room"),
            ),
            (
                marked("help", "B, Esc"),
                marked("help", "Blank the second screen, from either of its windows"),
            ),
            (
                marked("help", "F8"),
                marked("help", "Blank it from any window of the program"),
            ),
            (
                marked("help", "Page Up, Page Down"),
                marked("help", "Turn pages and issues"),
            ),
            (
                marked("help", "[ and ]"),
                marked("help", "Previous and next change"),
            ),
            (
                marked("help", "Ctrl+1, 2, 3"),
                marked("help", "Matrix, issue, cell"),
            ),
        ),
    ),
)
"""Keys that are no actions of the menus, and what they do."""
_ABOUT = (
    marked("help", "It shows structure, evidence and gaps; it never recommends."),
    marked("help", "What an audience may not see is not there. Nothing entered is ever lost."),
    marked(
        "help", "Everything stays in one file on this computer. The program needs no network and uses none."
    ),
)


class HelpDialog(QDialog):
    """A page of text that scrolls."""

    def __init__(self, hub: ThemeHub, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        size_within(self, round(600 * hub.zoom), round(640 * hub.zoom))
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
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(translate("help", "Close"))
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(Space.SECTION, 0, Space.SECTION, Space.WIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll, 1)
        outside.addWidget(buttons)


def shortcuts_dialog(hub: ThemeHub, parent: QWidget | None = None) -> HelpDialog:
    """Return the list of every action that has keys, and of the keys that are no actions."""
    dialog = HelpDialog(hub, translate("help", "Keyboard shortcuts"), parent)
    for heading, rows in _KEYS:
        _add_keys(dialog, hub, _say(heading), tuple((_say(key), _say(text)) for key, text in rows))
    either = translate("help", "{one} or {other}")
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
    dialog = HelpDialog(hub, translate("help", "How it works"), parent)
    for heading, entries in PAGES:
        _add_keys(dialog, hub, _say(heading), tuple((_say(name), _say(text)) for name, text in entries))
    for heading, signs in SECTIONS:
        own = tuple((_name_of(sign), explained(text)) for sign, text in signs)
        _add_keys(dialog, hub, explained(heading), own)
    dialog.body.addStretch(1)
    return dialog


def about_dialog(hub: ThemeHub, parent: QWidget | None = None) -> HelpDialog:
    """Return what this program is, and of what it is made; a line leads to the licence of each part."""
    dialog = HelpDialog(hub, PROGRAM_NAME, parent)
    for text in (
        translate("help", "Version {number}").format(number=VERSION),
        *(_say(own) for own in _ABOUT),
    ):
        dialog.body.addWidget(Text(hub, text, role=Role.TEXT_SECONDARY).selectable())
    for heading, parts in (
        (translate("help", "Made with"), libraries()),
        (translate("help", "Fonts"), fonts()),
    ):
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
    text = part.text or translate("help", "Its files name no text beyond this.")
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


def _name_of(sign: Sign | Written) -> str:
    return explained(sign.text) if isinstance(sign, Written) else sign_name(sign)


def _say(text: str) -> str:
    return translate("help", text)
