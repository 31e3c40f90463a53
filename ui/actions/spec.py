"""What an action is, as data: name, keys, icon, and when it can be used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.words import translate

TRANSLATION_CONTEXT = "actions"


class Category(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = "File"
    EDIT = "Edit"
    VIEW = "View"
    TIME = "Time"
    HELP = "Help"


class Submenu(StrEnum):
    """Menus inside menus."""

    NONE = ""
    IMPORT = "Import"
    PROTECTION = "Passphrase"
    LOCK_AFTER = "Lock when away"
    ADD = "Add"
    MOVE = "Move"
    LENS = "Lens"
    BASIS = "Basis"
    AUDIENCE = "Shown for"
    NAMES = "Contested names"
    THEME = "Theme"
    ZOOM = "Zoom"
    PACE = "Pace"
    SPAN = "Days seen"


class Condition(StrEnum):
    """What must hold for an action to be of use; the window says which of them do."""

    CASE_OPEN = "a case is open"
    WRITABLE = "the case can be changed"
    CAN_UNDO = "there is something to undo"
    CAN_REDO = "there is something to redo"
    HAS_PARTIES = "the case has parties"
    HAS_ISSUES = "the case has issues"
    HAS_GROUPS = "the case has groups"
    SELECTION = "something is selected"
    MATRIX_SHOWN = "the positions are shown"
    HAS_EARLIER = "there is an earlier change"
    HAS_LATER = "there is a later change"
    PROTECTED = "the case has a passphrase"
    UNPROTECTED = "the case has no passphrase"
    HAS_RECENT = "cases were opened before"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action, declared once and read by menus, palette, help and tests.

    Attributes
    ----------
    id : str
        Stable name, ``category.action``.
    text : str
        What the menu says, in English; ``&`` marks the mnemonic, ``…`` says that a question follows.
    description : str
        A sentence for help and status bar.
    category : Category
        The menu it stands in.
    shortcuts : tuple of str
        Key sequences in Qt's portable form; the first is shown.
    icon : str
        Name of the icon, empty for none.
    needs : tuple of Condition
        All must hold for the action to be enabled.
    submenu : Submenu
        The menu inside the menu.
    checkable : bool
        Whether it is switched on and off.
    choice : bool
        Whether it is one of the exclusive choices of its submenu.
    is_menu : bool
        Whether it opens a list that the window fills, such as recent cases.
    separated : bool
        Whether a line stands above it.
    """

    id: str
    text: str
    description: str
    category: Category
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs: tuple[Condition, ...] = ()
    submenu: Submenu = Submenu.NONE
    checkable: bool = False
    choice: bool = False
    is_menu: bool = False
    separated: bool = False

    @property
    def label(self) -> str:
        """The text in the language of the user."""
        return translated(self.text)

    @property
    def plain_label(self) -> str:
        """The text without mnemonic and ellipsis, for palette and help."""
        return self.label.replace("&", "").removesuffix("…")

    @property
    def explanation(self) -> str:
        """The description in the language of the user."""
        return translated(self.description)


def translated(text: str) -> str:
    """Return a text of the catalogue in the language of the user."""
    return translate(TRANSLATION_CONTEXT, text)
