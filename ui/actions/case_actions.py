"""What can be done with a case and its records."""

from __future__ import annotations

from ui.actions.ids import ActionId
from ui.actions.matrix_actions import CELL_ACTIONS, MOVE_ACTIONS
from ui.actions.safety_actions import EXPUNGE_ACTION, IMPORT_ACTIONS, SAFETY_ACTIONS
from ui.actions.spec import ActionSpec, Category, Condition, Submenu

_OPEN = (Condition.CASE_OPEN,)
_EDITABLE = (Condition.CASE_OPEN, Condition.WRITABLE)

FILE_ACTIONS = (
    ActionSpec(
        ActionId.NEW_CASE, "&New case…", "Start a case with nothing in it, in a file of its own.",
        Category.FILE, shortcuts=("Ctrl+N",), icon="new"
    ),
    ActionSpec(
        ActionId.OPEN_CASE, "&Open…", "Open a case file.", Category.FILE, shortcuts=("Ctrl+O",),
        icon="open"
    ),
    ActionSpec(
        ActionId.OPEN_RECENT, "Open &recent", "Open one of the cases worked on lately.", Category.FILE,
        icon="history", needs=(Condition.HAS_RECENT,), is_menu=True
    ),
    ActionSpec(
        ActionId.OPEN_SAMPLE, "Open the &sample",
        "Open a fresh copy of the South Caucasus case that comes with the program.", Category.FILE
    ),
    *IMPORT_ACTIONS,
    ActionSpec(
        ActionId.EXPORT_TABLES, "&Export tables…",
        "Write the case as tables, as the audience shown may see it.", Category.FILE,
        shortcuts=("Ctrl+Shift+E",), icon="export", needs=_OPEN
    ),
    ActionSpec(
        ActionId.MAKE_COMPARISON_BRIEF, "Make a &brief…",
        "See a brief on a party, on all of them or on what moved, and hand it over.", Category.FILE,
        shortcuts=("Ctrl+Shift+B",), icon="brief", needs=_OPEN, separated=True
    ),
    ActionSpec(
        ActionId.SAVE_PICTURE, "Save &picture…", "Save what is shown as an image or a drawing.",
        Category.FILE, shortcuts=("Ctrl+Shift+S",), icon="picture", needs=_OPEN
    ),
    ActionSpec(
        ActionId.EXPORT_VIEW, "Export &what I see…",
        "Write what the lens shows as a table or a picture.", Category.FILE,
        shortcuts=("Ctrl+Alt+E",), icon="export", needs=_OPEN
    ),
    ActionSpec(
        ActionId.NEED_TO_KNOW_COPY, "Need-&to-know copy…",
        "Make a new case file with only what an audience may see.", Category.FILE,
        shortcuts=("Ctrl+Shift+K",), needs=_OPEN
    ),
    *SAFETY_ACTIONS,
    ActionSpec(
        ActionId.CLOSE_CASE, "&Close the case", "Close the case; everything is saved already.",
        Category.FILE, shortcuts=("Ctrl+W",), icon="close", needs=_OPEN, separated=True
    ),
    ActionSpec(
        ActionId.QUIT, "&Quit", "Close the program; everything is saved already.", Category.FILE,
        shortcuts=("Ctrl+Q",), separated=True
    ),
)  # fmt: skip

EDIT_ACTIONS = (
    ActionSpec(
        ActionId.UNDO, "&Undo",
        "Take back the last edit, also one from before the program was last closed.", Category.EDIT,
        shortcuts=("Ctrl+Z",), icon="undo", needs=(*_EDITABLE, Condition.CAN_UNDO)
    ),
    ActionSpec(
        ActionId.REDO, "&Redo", "Make the edit again that was taken back.", Category.EDIT,
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo", needs=(*_EDITABLE, Condition.CAN_REDO)
    ),
    ActionSpec(
        ActionId.RECORD_POSITION, "Record a &position…",
        "Write down what a party wants on an issue, starting from what stands.", Category.EDIT,
        shortcuts=("Ins", "Ctrl+Shift+Return"), icon="position",
        needs=(*_EDITABLE, Condition.HAS_PARTIES, Condition.HAS_ISSUES), separated=True
    ),
    ActionSpec(
        ActionId.ADD_PARTY, "&Party…", "Add a party to the case.", Category.EDIT,
        shortcuts=("Ctrl+Shift+P",), icon="party", needs=_EDITABLE, submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_ISSUE, "&Issue…", "Add an issue with its question and its options.", Category.EDIT,
        shortcuts=("Ctrl+Shift+N",), icon="issue", needs=_EDITABLE, submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_OPTION, "&Option…", "Add a possible answer to an issue.", Category.EDIT,
        shortcuts=("Ctrl+Shift+O",), icon="option", needs=(*_EDITABLE, Condition.HAS_ISSUES),
        submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_SOURCE, "&Source…", "Add a source, with its terms and its grade.", Category.EDIT,
        icon="source", needs=_EDITABLE, submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_EVENT, "&Event…", "Add something that happened, or a deadline.", Category.EDIT,
        icon="event", needs=_EDITABLE, submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_TERM, "&Term…", "Add a party's own form of a contested name.", Category.EDIT,
        needs=_EDITABLE, submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_LINKAGE, "&Linkage…", "Add what ties an option of one issue to one of another.",
        Category.EDIT, icon="link", needs=(*_EDITABLE, Condition.HAS_ISSUES), submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_JUDGEMENT, "&Judgement…",
        "Add your own level for what is selected, beside the computed one.", Category.EDIT,
        shortcuts=("Ctrl+J",), icon="judgement",
        needs=(*_EDITABLE, Condition.HAS_PARTIES, Condition.HAS_ISSUES), submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_GROUP, "&Group…", "Add a group of parties that can be shown as one.", Category.EDIT,
        needs=(*_EDITABLE, Condition.HAS_PARTIES), submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.ADD_INFLUENCE, "I&nfluence…", "Add how strongly one party can act on another.",
        Category.EDIT, needs=(*_EDITABLE, Condition.HAS_PARTIES), submenu=Submenu.ADD
    ),
    ActionSpec(
        ActionId.EDIT_SELECTED, "&Edit", "Change what is selected, beside the matrix.", Category.EDIT,
        shortcuts=("F2", "Ctrl+E"), icon="edit", needs=(*_EDITABLE, Condition.SELECTION), separated=True
    ),
    ActionSpec(
        ActionId.REMOVE_SELECTED, "Withdraw or re&move…",
        "Withdraw what stands in the cells selected from a day on, or remove it.", Category.EDIT,
        shortcuts=("Del",), icon="remove", needs=(*_EDITABLE, Condition.SELECTION)
    ),
    *MOVE_ACTIONS,
    *CELL_ACTIONS,
    ActionSpec(
        ActionId.EDIT_CASE, "Title of the ca&se…", "Change what is said of the case itself.", Category.EDIT,
        needs=_EDITABLE, separated=True
    ),
    ActionSpec(
        ActionId.HISTORY_OF_SELECTED, "&History of this record",
        "Show who changed what is selected, and when.", Category.EDIT, shortcuts=("Ctrl+H",),
        icon="history", needs=(*_OPEN, Condition.SELECTION), separated=True
    ),
    EXPUNGE_ACTION,
)  # fmt: skip
