"""The header: what case this is, for whom it is shown, and on which basis."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from ui.desktop.lenses.switch import LensSwitch
from ui.desktop.session import CaseSession
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.widgets.text import BOLD
from ui.theme.dress import set_kind
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import marked, translate
from workbench.domain.audience import Audience, AudienceKind
from workbench.domain.vocabulary import Basis

_AUDIENCES = {
    AudienceKind.PUBLIC: marked("Header", "Public"),
    AudienceKind.ROOM: marked("Header", "Room"),
    AudienceKind.TEAM: marked("Header", "Team"),
    AudienceKind.PRINCIPAL: marked("Header", "Principal"),
    AudienceKind.VAULT: marked("Header", "Vault"),
}
_BASES = {
    Basis.DECLARED: marked("Header", "Declared"),
    Basis.ASSESSED: marked("Header", "Assessed"),
}
_SAID_FOR = 8_000
"""Milliseconds for which what was done is said."""
_FIND = marked("Header", "Find…   Ctrl+K")
_TITLE = 56
"""Width that the title keeps, at 100 %."""
_TITLE_SHARES = (4, 5, 6, 7)
"""The title is shown whole up to this part of the line; to a lesser one where no lens had a segment."""
_ANY = 16_777_215
"""Qt's own greatest width."""
_ROOMY = 760
"""Width from which every button has its place, at 100 %."""
_TIPS = {
    AudienceKind.PUBLIC: marked("Header", "What anybody may see"),
    AudienceKind.ROOM: marked("Header", "What may be projected with the parties present"),
    AudienceKind.TEAM: marked("Header", "What the team may see"),
    AudienceKind.PRINCIPAL: marked("Header", "Everything but the identities of sources"),
    AudienceKind.VAULT: marked("Header", "Everything, identities of sources too"),
}

_TO_ONE = marked("Header", "As for the room, and what is known to that party")


class Header(QFrame):
    """Follows the session; what is asked for is said by signals."""

    find_wanted = Signal()
    present_wanted = Signal()
    brief_wanted = Signal()
    case_wanted = Signal()
    """The title was clicked twice: what is said of the case itself is wanted."""

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._hub = session, hub
        self.title = ElidedText(hub, TextSize.HEADING, Role.TEXT, BOLD)
        self.saved = ElidedText(hub, TextSize.CELL, Role.TEXT_MUTED, is_tall=True)
        self._fade = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._fade.timeout.connect(lambda: self.say(""))
        self.lenses = LensSwitch()
        self.lenses.named.connect(self._share)
        self.finder = _button(
            translate("Header", _FIND),
            translate("Header", "Find any record or command"),
            self.find_wanted.emit,
        )
        self.audience = _menu_button(translate("Header", "For whom the case is shown"), self._fill_audiences)
        self.basis = _menu_button(translate("Header", "Which track stands where both do"), self._fill_bases)
        self.present = _button(
            translate("Header", "Present"),
            translate("Header", "Put it on a second screen (F5)"),
            self.present_wanted.emit,
        )
        self.brief = _button(
            translate("Header", "Brief…"), translate("Header", "Write a brief"), self.brief_wanted.emit
        )
        self.title.installEventFilter(self)
        self._lay_out()
        session.case_changed.connect(self._refresh)
        session.view_changed.connect(self._view_changed)
        self._refresh()

    def say(self, text: str) -> None:
        """Say what was done, for a while: beside the title where there is room, else in its place."""
        taken = self.title.width() + Space.WIDE + self.saved.width()
        self.saved.set_text(text or self._state())
        is_beside = not text or self._spare() > self.saved.sizeHint().width()
        if is_beside:
            self._free_saved()
        elif self.title.isVisible():
            self.saved.setFixedWidth(taken)
        self.title.setVisible(is_beside)
        if text:
            self._fade.start()
        else:
            self._fade.stop()

    def _free_saved(self) -> None:
        """Let the words beside the title take the room they need."""
        self.saved.setMinimumWidth(0)
        self.saved.setMaximumWidth(_ANY)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open what is said of the case when its title is clicked twice."""
        if watched is self.title and event.type() == QEvent.Type.MouseButtonDblClick:
            self.case_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def _state(self) -> str:
        return (
            translate("Header", "read only")
            if self._session.store.is_read_only
            else translate("Header", "saved")
        )

    def _lay_out(self) -> None:
        # It takes what the menus leave, and lets go of buttons rather than have a menu fold up.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.WIDE)
        body.addWidget(self.title)
        body.addWidget(self.saved)
        body.addWidget(self.lenses)
        body.addStretch(1)
        for button in (self.finder, self.audience, self.basis, self.present, self.brief):
            body.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let go of what the menus offer as well, where the line is short."""
        super().resizeEvent(event)
        roomy = self.width() >= round(_ROOMY * self._hub.zoom)
        self.brief.setVisible(roomy)
        self.present.setVisible(roomy)
        self._share()

    def _share(self) -> None:
        """Give the switch of lenses what the others leave; the title gives way to it, the finder to both."""
        self.finder.setText(translate("Header", "Find…"))
        others = self.saved.width_of(self._state()) + 2 * Space.WIDE
        room = self.width() - self._buttons_width() - others
        whole = self.title.sizeHint().width()
        for share in _TITLE_SHARES:
            if self.lenses.fit(room - min(whole, self.width() // share)):
                break
        left = room - self.lenses.sizeHint().width()
        left -= self._name_key(left - whole)
        self.title.setMaximumWidth(max(left, round(_TITLE * self._hub.zoom)))

    def _name_key(self, spare: int) -> int:
        """Let the finder name its key where that much room is left; return what of it that takes."""
        before = self.finder.sizeHint().width()
        self.finder.setText(translate("Header", _FIND))
        more = self.finder.sizeHint().width() - before
        if more <= spare:
            return more
        self.finder.setText(translate("Header", "Find…"))
        return 0

    def _spare(self) -> int:
        """Return the room that title, switch and buttons leave."""
        taken = self.title.sizeHint().width() + self.lenses.sizeHint().width()
        return self.width() - self._buttons_width() - taken - 2 * Space.WIDE

    def _buttons_width(self) -> int:
        buttons = (self.finder, self.audience, self.basis, self.present, self.brief)
        shown = [own for own in buttons if not own.isHidden()]
        return sum(button.sizeHint().width() + Space.WIDE for button in shown)

    def _view_changed(self, changed: frozenset[str]) -> None:
        if "audience" in changed:
            self.say("")  # what was done may name what the new audience may not see
        self._refresh()

    def _refresh(self, _change: object = None) -> None:
        model, view = self._session.model, self._session.view
        self.title.set_text(model.title or self._session.store.path.stem)
        if not self._fade.isActive():
            self.saved.set_text(self._state())
        self.audience.setText(
            translate("Header", "Shown: {0}").format(audience_name(view.audience, self._session))
        )
        set_kind(self.audience, "menu" if view.audience.sees_everything else "menu-primary")
        self.basis.setText(translate("Header", "Basis: {0}").format(translate("Header", _BASES[view.basis])))
        self._share()

    def _fill_audiences(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for kind in (AudienceKind.PUBLIC, AudienceKind.ROOM):
            self._add_audience(menu, group, Audience(kind))
        parties = menu.addMenu(translate("Header", "One party"))
        for party in self._session.snapshot.parties:
            self._add_audience(parties, group, Audience(AudienceKind.PARTY, party.code))
        menu.addSeparator()
        for kind in (AudienceKind.TEAM, AudienceKind.PRINCIPAL, AudienceKind.VAULT):
            self._add_audience(menu, group, Audience(kind))

    def _add_audience(self, menu: QMenu, group: QActionGroup, audience: Audience) -> None:
        action = menu.addAction(audience_name(audience, self._session))
        action.setToolTip(translate("Header", _TIPS.get(audience.kind, _TO_ONE)))
        action.setCheckable(True)
        action.setChecked(audience == self._session.view.audience)
        action.triggered.connect(lambda _on: self._session.set_audience(audience))
        group.addAction(action)

    def _fill_bases(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        tips = {
            Basis.DECLARED: translate("Header", "What each party says"),
            Basis.ASSESSED: translate("Header", "What each would settle for, where judged"),
        }
        for basis in Basis:
            action = menu.addAction(translate("Header", _BASES[basis]))
            action.setToolTip(tips[basis])
            action.setCheckable(True)
            action.setChecked(basis is self._session.view.basis)
            action.triggered.connect(lambda _on, own=basis: self._session.set_basis(own))
            group.addAction(action)


def audience_name(audience: Audience, session: CaseSession) -> str:
    """Return an audience as the menu names it."""
    if audience.kind is not AudienceKind.PARTY:
        return translate("Header", _AUDIENCES[audience.kind])
    parties = session.snapshot.parties
    return next((party.label for party in parties if party.code == audience.party), audience.party)


def _button(text: str, tip: str, wanted: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(lambda _on: wanted())
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _menu_button(tip: str, fill: Callable[[QMenu], None]) -> QPushButton:
    button = QPushButton()
    button.setToolTip(tip)
    set_kind(button, "menu")
    menu = QMenu(button)
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(lambda: _refill(menu, fill))
    button.setMenu(menu)
    return button


def _refill(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
    menu.clear()
    for below in menu.findChildren(QMenu):
        below.deleteLater()
    fill(menu)
