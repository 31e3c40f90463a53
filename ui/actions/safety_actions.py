"""What keeps a case safe: backups, passphrase, lock, check, merging."""

from __future__ import annotations

from ui.actions.ids import ActionId
from ui.actions.spec import ActionSpec, Category, Condition, Submenu
from ui.words import marked

_OPEN = (Condition.CASE_OPEN,)
_EDITABLE = (Condition.CASE_OPEN, Condition.WRITABLE)
_IMPORTABLE = (Condition.CAN_IMPORT,)
_KEYED = (Condition.CASE_OPEN, Condition.PROTECTED)

SAFETY_ACTIONS = (
    ActionSpec(
        ActionId.MERGE_COPY,
        marked("actions", "&Merge another copy…"),
        marked("actions", "Take in what somebody else did in a copy of this case; what collides is asked."),
        Category.FILE,
        needs=_EDITABLE,
        separated=True,
    ),
    ActionSpec(
        ActionId.BACKUPS,
        marked("actions", "Bac&kups…"),
        marked("actions", "List the backups with what each contains, make one, or go back to one."),
        Category.FILE,
        icon="history",
        needs=_OPEN,
    ),
    ActionSpec(
        ActionId.CHECK_FILE,
        marked("actions", "C&heck the file"),
        marked("actions", "Look whether file, history and references are sound, and say what to do if not."),
        Category.FILE,
        icon="verify",
        needs=_OPEN,
    ),
    ActionSpec(
        ActionId.PROTECT,
        marked("actions", "&Protect with a passphrase…"),
        marked("actions", "Encrypt the case and its backups; without the passphrase nobody can read them."),
        Category.FILE,
        needs=(*_EDITABLE, Condition.UNPROTECTED),
        submenu=Submenu.PROTECTION,
    ),
    ActionSpec(
        ActionId.REKEY,
        marked("actions", "&Change the passphrase…"),
        marked("actions", "Set another passphrase."),
        Category.FILE,
        needs=(*_KEYED, Condition.WRITABLE),
        submenu=Submenu.PROTECTION,
    ),
    ActionSpec(
        ActionId.LOCK_NOW,
        marked("actions", "&Lock now"),
        marked("actions", "Cover the window until the passphrase is typed; a case without one says why not."),
        Category.FILE,
        shortcuts=("Ctrl+Alt+L",),
        needs=_OPEN,
        submenu=Submenu.PROTECTION,
    ),
    ActionSpec(
        ActionId.LOCK_NEVER,
        marked("actions", "&Never"),
        marked("actions", "Do not lock a protected case by itself."),
        Category.FILE,
        submenu=Submenu.LOCK_AFTER,
        choice=True,
        checkable=True,
    ),
    ActionSpec(
        ActionId.LOCK_AFTER_5,
        marked("actions", "After &5 minutes"),
        marked("actions", "Lock a protected case when nobody was there for 5 minutes."),
        Category.FILE,
        submenu=Submenu.LOCK_AFTER,
        choice=True,
        checkable=True,
    ),
    ActionSpec(
        ActionId.LOCK_AFTER_15,
        marked("actions", "After &15 minutes"),
        marked("actions", "Lock a protected case when nobody was there for 15 minutes."),
        Category.FILE,
        submenu=Submenu.LOCK_AFTER,
        choice=True,
        checkable=True,
    ),
    ActionSpec(
        ActionId.LOCK_AFTER_30,
        marked("actions", "After &30 minutes"),
        marked("actions", "Lock a protected case when nobody was there for 30 minutes."),
        Category.FILE,
        submenu=Submenu.LOCK_AFTER,
        choice=True,
        checkable=True,
    ),
)

EXPUNGE_ACTION = ActionSpec(
    ActionId.EXPUNGE,
    marked("actions", "E&xpunge…"),
    marked(
        "actions",
        "Take a text or a field out of the case, its history and its backups for good; this cannot be "
        "undone.",
    ),
    Category.EDIT,
    needs=_EDITABLE,
    separated=True,
)

IMPORT_ACTIONS = (
    ActionSpec(
        ActionId.IMPORT_TABLES,
        marked("actions", "&Tables: workbook or JSON…"),
        marked("actions", "Bring in tables from a workbook or JSON; checked whole first."),
        Category.FILE,
        shortcuts=("Ctrl+Shift+I",),
        icon="import",
        needs=_IMPORTABLE,
        submenu=Submenu.IMPORT,
    ),
    ActionSpec(
        ActionId.IMPORT_FOLDER,
        marked("actions", "Tables: &folder of CSV files…"),
        marked("actions", "Bring in tables from a folder of CSV files; checked whole first."),
        Category.FILE,
        needs=_IMPORTABLE,
        submenu=Submenu.IMPORT,
    ),
    ActionSpec(
        ActionId.IMPORT_LIST,
        marked("actions", "&List or grid…"),
        marked(
            "actions",
            "Bring in one list of who wants what since when, or a grid with parties down and issues across.",
        ),
        Category.FILE,
        needs=_IMPORTABLE,
        submenu=Submenu.IMPORT,
    ),
)
