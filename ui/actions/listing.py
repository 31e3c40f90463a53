"""The actions as lists: for the help page and for finding a command by typing."""

from __future__ import annotations

from dataclasses import dataclass

from ui.actions.catalogue import CATALOGUE
from ui.actions.ids import ActionId
from ui.actions.registry import ActionRegistry, shown_keys
from ui.actions.spec import ActionSpec, translated


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action as a person reads it.

    Attributes
    ----------
    id : ActionId
        Which action.
    category : str
        The menu, and the menu inside it.
    label : str
        What it does, short.
    keys : tuple of str
        Its shortcuts, as this system names the keys.
    description : str
        What it does, in a sentence.
    """

    id: ActionId
    category: str
    label: str
    keys: tuple[str, ...]
    description: str


def shortcut_rows() -> tuple[ActionRow, ...]:
    """Return all actions that have a shortcut, in the order of the menus, for the help page."""
    return tuple(_row(spec) for spec in CATALOGUE if spec.shortcuts)


def command_rows(registry: ActionRegistry) -> tuple[ActionRow, ...]:
    """Return the actions that can be used now, in the order of the menus, for the palette."""
    return tuple(_row(spec) for spec in CATALOGUE if _is_command(spec, registry))


def _is_command(spec: ActionSpec, registry: ActionRegistry) -> bool:
    return not spec.is_menu and registry.action(ActionId(spec.id)).isEnabled()


def _row(spec: ActionSpec) -> ActionRow:
    places = [translated(spec.category)] + ([translated(spec.submenu)] if spec.submenu else [])
    return ActionRow(
        ActionId(spec.id), " › ".join(places), spec.plain_label, shown_keys(spec), spec.explanation
    )
