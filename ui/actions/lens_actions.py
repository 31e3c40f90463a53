"""The lenses: what the centre of the window shows."""

from __future__ import annotations

from ui.actions.ids import ActionId
from ui.actions.spec import ActionSpec, Category, Condition, Submenu


def _lens(name: ActionId, number: int, text: str, description: str) -> ActionSpec:
    return ActionSpec(
        name, text, description, Category.VIEW, shortcuts=(f"Ctrl+{number}",), needs=(Condition.CASE_OPEN,),
        submenu=Submenu.LENS, checkable=True, choice=True
    )  # fmt: skip


LENS_ACTIONS = (
    _lens(ActionId.LENS_POSITIONS, 1, "&Positions", "Show the issues down and the parties across."),
    _lens(ActionId.LENS_PARTIES, 2, "P&arties", "Show how near the parties stand to one another."),
    _lens(ActionId.LENS_DEMANDS, 3, "&Demands", "Show demands against demands, and what might be traded."),
    _lens(
        ActionId.LENS_COMMON_GROUND, 4, "&Common ground",
        "Show the facts and norms that are shared, and those that are not."
    ),
    _lens(ActionId.LENS_SOURCES, 5, "&Sources", "Show the sources, and what rests on each of them."),
    _lens(ActionId.LENS_EVENTS, 6, "&Events", "Show what happened, and the deadlines ahead."),
    _lens(ActionId.LENS_TERMS, 7, "&Terms", "Show the contested names, with each party's own form."),
    _lens(ActionId.LENS_ACTORS, 8, "Act&ors", "Show who can act on whom, and how strongly."),
    _lens(ActionId.LENS_HISTORY, 9, "&History", "Show who changed what in the case, and when."),
)  # fmt: skip
