"""What an action is, as data: name, keys, icon, and when it can be used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.words import marked, translate


class Category(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = marked("actions", "File")
    EDIT = marked("actions", "Edit")
    VIEW = marked("actions", "View")
    TIME = marked("actions", "Time")
    HELP = marked("actions", "Help")


class Submenu(StrEnum):
    """Menus inside menus."""

    NONE = ""
    IMPORT = marked("actions", "Import")
    PROTECTION = marked("actions", "Passphrase")
    LOCK_AFTER = marked("actions", "Lock when away")
    ADD = marked("actions", "Add")
    MOVE = marked("actions", "Move")
    LENS = marked("actions", "Lens")
    BASIS = marked("actions", "Basis")
    AUDIENCE = marked("actions", "Shown for")
    NAMES = marked("actions", "Contested names")
    THEME = marked("actions", "Theme")
    ZOOM = marked("actions", "Zoom")
    PACE = marked("actions", "Pace")
    SPAN = marked("actions", "Days seen")


class Condition(StrEnum):
    """What must hold for an action to be of use; the window says which of them do."""

    CASE_OPEN = marked("actions", "a case is open")
    WRITABLE = marked("actions", "the case can be changed")
    CAN_UNDO = marked("actions", "there is something to undo")
    CAN_REDO = marked("actions", "there is something to redo")
    HAS_LEFT = marked("actions", "something was begun and not recorded")
    HAS_PARTIES = marked("actions", "the case has parties")
    HAS_ISSUES = marked("actions", "the case has issues")
    HAS_GROUPS = marked("actions", "the case has groups")
    PARTIES_HIDDEN = marked("actions", "a party was taken out of view")
    SELECTION = marked("actions", "something is selected")
    MATRIX_SHOWN = marked("actions", "the positions are shown")
    HAS_EARLIER = marked("actions", "there is an earlier change")
    HAS_LATER = marked("actions", "there is a later change")
    PROTECTED = marked("actions", "the case has a passphrase")
    UNPROTECTED = marked("actions", "the case has no passphrase")
    CAN_IMPORT = marked("actions", "no case is open, or the one that is can be changed")
    HAS_RECENT = marked("actions", "cases were opened before")


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
    return translate("actions", text)
