"""How the case is looked at: basis, audience, theme, size, panels."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from ui.actions.ids import ActionId
from ui.actions.spec import Submenu
from ui.desktop.case_page import CasePage
from ui.desktop.keyboard_menu import show_menu
from ui.desktop.lenses.registry import LENSES
from ui.desktop.preferences.commands import Preferred
from ui.desktop.preferences.settings import NAMES, SYSTEM, THEME, THEMES, ZOOM, ZOOMS
from ui.desktop.view_state import BOTH_NAMES, NEUTRAL_NAMES
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, TEAM, VAULT, Audience, AudienceKind
from workbench.domain.vocabulary import Basis

_BASES = {ActionId.BASIS_DECLARED: Basis.DECLARED, ActionId.BASIS_ASSESSED: Basis.ASSESSED}
_AUDIENCES = {
    ActionId.AUDIENCE_PUBLIC: PUBLIC,
    ActionId.AUDIENCE_ROOM: ROOM,
    ActionId.AUDIENCE_TEAM: TEAM,
    ActionId.AUDIENCE_PRINCIPAL: PRINCIPAL,
    ActionId.AUDIENCE_VAULT: VAULT,
}
_LENSES = {ActionId(f"view.lens_{spec.key}"): spec.key for spec in LENSES}
_THEMES = {ActionId(f"view.{key}"): key for key in THEMES}
_NAMES = {ActionId.NAMES_NEUTRAL: NEUTRAL_NAMES, ActionId.NAMES_BOTH: BOTH_NAMES}
_NARROW = 1000


class ViewCommands:
    """Binds the actions of the menu View."""

    def __init__(self, shell: Preferred) -> None:
        self._shell = shell
        registry = shell.registry
        for name, lens in _LENSES.items():
            registry.bind_switch(name, partial(self._show_lens, lens))
        for name, basis in _BASES.items():
            registry.bind_switch(name, partial(self._set_basis, basis))
        for name, audience in _AUDIENCES.items():
            registry.bind_switch(name, partial(self._set_audience, audience))
        for name, key in _THEMES.items():
            registry.bind_switch(name, partial(self._set_theme, key))
        for name, names in _NAMES.items():
            registry.bind_switch(name, partial(self._set_names, names))
        registry.bind(ActionId.AS_LIST, self._show_list)
        registry.bind(ActionId.NEXT_PART, lambda: self._go_to_part(1))
        registry.bind(ActionId.PREVIOUS_PART, lambda: self._go_to_part(-1))
        registry.bind(ActionId.SHOW_MENU, show_menu)
        registry.bind(ActionId.ZOOM_IN, lambda: self._zoom(1))
        registry.bind(ActionId.ZOOM_OUT, lambda: self._zoom(-1))
        registry.bind(ActionId.ZOOM_RESET, lambda: self._use(zoom=1.0))
        for name in (ActionId.SHOW_SIDE_PANEL, ActionId.SHOW_INSPECTOR, ActionId.SHOW_TIME_STRIP):
            registry.bind_switch(name, partial(self._show_panel, name))
            registry.set_checked(name, checked=self._is_shown(name))

    def follow(self, page: CasePage) -> None:
        """Show contested names as a lens asks for them."""
        page.centre.names_wanted.connect(lambda names: self._set_names(names, True))

    def mark(self) -> None:
        """Tick what holds now."""
        registry, page = self._shell.registry, self._shell.page
        kept = THEME.read(self._shell.settings)
        shown = kept if kept == SYSTEM else self._shell.hub.theme.key
        registry.choose(next(name for name, key in _THEMES.items() if key == shown))
        if page is None:
            return
        view = page.session.view
        registry.choose(next(name for name, lens in _LENSES.items() if lens == page.centre.key))
        registry.choose(next(name for name, basis in _BASES.items() if basis is view.basis))
        registry.unchoose(Submenu.AUDIENCE)
        for name, audience in _AUDIENCES.items():
            if audience == view.audience:
                registry.choose(name)
        registry.unchoose(Submenu.NAMES)
        for name, names in _NAMES.items():
            if names == view.names:
                registry.choose(name)

    def apply_panels(self) -> None:
        """Show and hide the panels as they were left."""
        for name in (ActionId.SHOW_SIDE_PANEL, ActionId.SHOW_INSPECTOR, ActionId.SHOW_TIME_STRIP):
            shown = self._is_shown(name)
            self._shell.registry.set_checked(name, checked=shown)
            self._set_visible(name, shown)

    def fill_parties(self, menu: QMenu) -> None:
        """List the parties for whom the case can be shown."""
        page = self._shell.page
        if page is None:
            return
        for party in page.session.snapshot.parties:
            audience = Audience(AudienceKind.PARTY, party.code)
            action = menu.addAction(party.label)
            action.setCheckable(True)
            action.setChecked(audience == page.session.view.audience)
            action.triggered.connect(lambda on, own=audience: self._set_audience(own, on))

    def fill_names(self, menu: QMenu) -> None:
        """List the parties whose own names can be shown."""
        page = self._shell.page
        if page is None:
            return
        for party in page.session.snapshot.parties:
            action = menu.addAction(party.label)
            action.setCheckable(True)
            action.setChecked(party.code == page.session.view.names)
            action.triggered.connect(lambda on, own=party.code: self._set_names(own, on))

    def _show_list(self) -> None:
        from ui.desktop.widgets.list_window import ListWindow  # noqa: PLC0415 - when it is asked for

        page = self._shell.page
        if page is not None:
            ListWindow.shown_over(page, self._shell.hub)

    def _go_to_part(self, step: int) -> None:
        page = self._shell.page
        if page is not None:
            page.go_to_part(step)

    def _set_names(self, names: str, _on: bool) -> None:
        self._shell.preferences.use(NAMES, names)

    def _show_lens(self, key: str, _on: bool) -> None:
        if self._shell.page is not None:
            self._shell.page.centre.show_lens(key)
            self._shell.page.centre.take_focus()

    def _set_basis(self, basis: Basis, _on: bool) -> None:
        if self._shell.page is not None:
            self._shell.page.session.set_basis(basis)

    def _set_audience(self, audience: Audience, _on: bool) -> None:
        if self._shell.page is not None:
            self._shell.page.session.set_audience(audience)

    def _set_theme(self, key: str, _on: bool) -> None:
        self._shell.preferences.use(THEME, key)

    def _zoom(self, step: int) -> None:
        now = self._shell.hub.zoom
        nearest = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - now))
        self._use(ZOOMS[max(0, min(nearest + step, len(ZOOMS) - 1))])

    def _use(self, zoom: float) -> None:
        self._shell.preferences.use(ZOOM, zoom)

    def _is_shown(self, name: ActionId) -> bool:
        """Tell whether a panel is wanted; on a small screen the side panel only where it was asked for."""
        narrow = self._shell.width() < round(_NARROW * self._shell.hub.zoom)
        if name is ActionId.SHOW_SIDE_PANEL and narrow:
            return str(self._shell.settings.value(f"panels/{name}", "false")).lower() == "true"
        return str(self._shell.settings.value(f"panels/{name}", "true")).lower() == "true"

    def _show_panel(self, name: ActionId, shown: bool) -> None:
        self._shell.settings.setValue(f"panels/{name}", "true" if shown else "false")
        self._set_visible(name, shown)

    def _set_visible(self, name: ActionId, shown: bool) -> None:
        page = self._shell.page
        if page is not None:
            panels = {
                ActionId.SHOW_SIDE_PANEL: page.side,
                ActionId.SHOW_INSPECTOR: page.desk,
                ActionId.SHOW_TIME_STRIP: page.strip,
            }
            snapshot = page.session.snapshot
            pointless = {
                ActionId.SHOW_TIME_STRIP: page.is_empty,
                ActionId.SHOW_SIDE_PANEL: not (snapshot.parties or snapshot.issues),
            }
            panels[name].setVisible(shown and not pointless.get(name, False))
