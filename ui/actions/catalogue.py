"""All actions of the program, declared once: read by menus, palette, help and tests."""

from __future__ import annotations

from types import MappingProxyType

from ui.actions.case_actions import EDIT_ACTIONS, FILE_ACTIONS
from ui.actions.help_actions import HELP_ACTIONS
from ui.actions.ids import ActionId
from ui.actions.lens_actions import LENS_ACTIONS
from ui.actions.matrix_actions import FOLD_ACTIONS
from ui.actions.spec import ActionSpec, Category, Submenu
from ui.actions.time_actions import TIME_ACTIONS
from ui.actions.view_actions import VIEW_ACTIONS

CATALOGUE: tuple[ActionSpec, ...] = (
    *FILE_ACTIONS,
    *EDIT_ACTIONS,
    *LENS_ACTIONS,
    *VIEW_ACTIONS,
    *FOLD_ACTIONS,
    *TIME_ACTIONS,
    *HELP_ACTIONS,
)
"""Every action, in the order of the menus."""

SPECS = MappingProxyType({ActionId(spec.id): spec for spec in CATALOGUE})
"""Every action by its name."""


def translatable_texts() -> tuple[str, ...]:
    """Return every text of the catalogue that a translator translates, in context ``actions``."""
    texts = [text for spec in CATALOGUE for text in (spec.text, spec.description)]
    menus = [*Category, *(menu for menu in Submenu if menu)]
    return tuple(dict.fromkeys([*map(str, menus), *texts]))
