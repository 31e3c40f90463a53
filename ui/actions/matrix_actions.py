"""What can be done with cells, rows and columns of the matrix."""

from __future__ import annotations

from ui.actions.ids import ActionId
from ui.actions.spec import ActionSpec, Category, Condition, Submenu
from ui.words import marked

_SHOWN = (Condition.CASE_OPEN, Condition.MATRIX_SHOWN)
_SELECTED = (*_SHOWN, Condition.SELECTION)
_EDITABLE = (*_SELECTED, Condition.WRITABLE)

CELL_ACTIONS = (
    ActionSpec(
        ActionId.COPY_CELLS,
        marked("actions", "&Copy cells"),
        marked("actions", "Copy the cells selected as a table, with what they show."),
        Category.EDIT,
        shortcuts=("Ctrl+C",),
        needs=_SELECTED,
        separated=True,
    ),
    ActionSpec(
        ActionId.PASTE_CELLS,
        marked("actions", "P&aste positions…"),
        marked(
            "actions", "Enter the options of a table copied elsewhere, after a look at what would change."
        ),
        Category.EDIT,
        shortcuts=("Ctrl+V",),
        needs=_EDITABLE,
    ),
)

MOVE_ACTIONS = (
    ActionSpec(
        ActionId.MOVE_UP,
        marked("actions", "Issue &up"),
        marked("actions", "Move the issue selected up, also into the basket above."),
        Category.EDIT,
        shortcuts=("Alt+Up",),
        needs=_EDITABLE,
        submenu=Submenu.MOVE,
    ),
    ActionSpec(
        ActionId.MOVE_DOWN,
        marked("actions", "Issue &down"),
        marked("actions", "Move the issue selected down, also into the basket below."),
        Category.EDIT,
        shortcuts=("Alt+Down",),
        needs=_EDITABLE,
        submenu=Submenu.MOVE,
    ),
    ActionSpec(
        ActionId.MOVE_LEFT,
        marked("actions", "Party to the &left"),
        marked("actions", "Move the party selected one column to the left."),
        Category.EDIT,
        shortcuts=("Ctrl+Alt+Left", "Ctrl+Shift+Left"),
        needs=_EDITABLE,
        submenu=Submenu.MOVE,
    ),
    ActionSpec(
        ActionId.MOVE_RIGHT,
        marked("actions", "Party to the &right"),
        marked("actions", "Move the party selected one column to the right."),
        Category.EDIT,
        shortcuts=("Ctrl+Alt+Right", "Ctrl+Shift+Right"),
        needs=_EDITABLE,
        submenu=Submenu.MOVE,
    ),
)

FOLD_ACTIONS = (
    ActionSpec(
        ActionId.FOLD_GROUP,
        marked("actions", "&Fold or open the group"),
        marked("actions", "Show the group of the party selected as one column, or its members apart."),
        Category.VIEW,
        shortcuts=("Ctrl+G",),
        needs=(*_SELECTED, Condition.HAS_GROUPS),
        separated=True,
    ),
    ActionSpec(
        ActionId.FOLD_GROUPS,
        marked("actions", "&Groups"),
        marked("actions", "Choose which groups are shown as one column."),
        Category.VIEW,
        needs=(*_SHOWN, Condition.HAS_GROUPS),
        is_menu=True,
    ),
    ActionSpec(
        ActionId.OPEN_GROUPS,
        marked("actions", "&Open all groups"),
        marked("actions", "Show the members of every group apart."),
        Category.VIEW,
        shortcuts=("Ctrl+Shift+G",),
        needs=(*_SHOWN, Condition.HAS_GROUPS),
    ),
    ActionSpec(
        ActionId.SHOW_ALL_PARTIES,
        marked("actions", "Show &all parties"),
        marked("actions", "Bring back the parties that were taken out of view."),
        Category.VIEW,
        needs=(Condition.CASE_OPEN, Condition.PARTIES_HIDDEN),
    ),
)
