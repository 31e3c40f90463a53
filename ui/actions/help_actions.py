"""What helps to find the way."""

from __future__ import annotations

from ui.actions.ids import ActionId
from ui.actions.spec import ActionSpec, Category
from ui.words import marked

HELP_ACTIONS = (
    ActionSpec(
        ActionId.GO_TO_ANYTHING,
        marked("actions", "&Go to anything…"),
        marked("actions", "Find any record or command by typing part of its name, in any script."),
        Category.HELP,
        shortcuts=("Ctrl+K", "Ctrl+F"),
        icon="search",
    ),
    ActionSpec(
        ActionId.HELP_PAGES,
        marked("actions", "&How it works"),
        marked("actions", "Explain the records, the levels, the signs, and how one works with a case."),
        Category.HELP,
        shortcuts=("Shift+F1",),
        icon="question",
        separated=True,
    ),
    ActionSpec(
        ActionId.KEYBOARD_SHORTCUTS,
        marked("actions", "&Keyboard shortcuts"),
        marked("actions", "List every action with its keys."),
        Category.HELP,
        shortcuts=("F1",),
        icon="keyboard",
    ),
    ActionSpec(
        ActionId.ABOUT,
        marked("actions", "&About Position Workbench"),
        marked("actions", "Say which version this is, and under which licences its parts stand."),
        Category.HELP,
        icon="info",
    ),
)
