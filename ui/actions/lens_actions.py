"""The lenses: what the centre of the window shows."""

from __future__ import annotations

from ui.actions.ids import ActionId
from ui.actions.spec import ActionSpec, Category, Condition, Submenu
from ui.words import marked


def _lens(name: ActionId, number: int, text: str, description: str) -> ActionSpec:
    return ActionSpec(
        name,
        text,
        description,
        Category.VIEW,
        shortcuts=(f"Ctrl+{number}",),
        needs=(Condition.CASE_OPEN,),
        submenu=Submenu.LENS,
        checkable=True,
        choice=True,
    )


LENS_ACTIONS = (
    _lens(
        ActionId.LENS_POSITIONS,
        1,
        marked("actions", "&Positions"),
        marked("actions", "Show the issues down and the parties across."),
    ),
    _lens(
        ActionId.LENS_PARTIES,
        2,
        marked("actions", "P&arties"),
        marked("actions", "Show how near the parties stand to one another."),
    ),
    _lens(
        ActionId.LENS_DEMANDS,
        3,
        marked("actions", "&Demands"),
        marked("actions", "Show demands against demands, and what might be traded."),
    ),
    _lens(
        ActionId.LENS_COMMON_GROUND,
        4,
        marked("actions", "&Common ground"),
        marked("actions", "Show the facts and norms that are shared, and those that are not."),
    ),
    _lens(
        ActionId.LENS_SOURCES,
        5,
        marked("actions", "&Sources"),
        marked("actions", "Show the sources, and what rests on each of them."),
    ),
    _lens(
        ActionId.LENS_EVENTS,
        6,
        marked("actions", "&Events"),
        marked("actions", "Show what happened, and the deadlines ahead."),
    ),
    _lens(
        ActionId.LENS_TERMS,
        7,
        marked("actions", "&Terms"),
        marked("actions", "Show the contested names, with each party’s own form."),
    ),
    _lens(
        ActionId.LENS_ACTORS,
        8,
        marked("actions", "Act&ors"),
        marked("actions", "Show who can act on whom, and how strongly."),
    ),
    _lens(
        ActionId.LENS_HISTORY,
        9,
        marked("actions", "&History"),
        marked("actions", "Show who changed what in the case, and when."),
    ),
)
