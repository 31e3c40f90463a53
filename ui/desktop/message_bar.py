"""Lines under the header: for whom the case is shown, what was done with it as a whole, and what failed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.desktop.header import audience_name
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import Text
from ui.theme.dress import set_box
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space
from ui.words import marked, translate
from workbench.domain.audience import PRINCIPAL, AudienceKind

_SHOWN_TO = {
    AudienceKind.PUBLIC: marked("MessageBar", "You see what the public may see, and nothing else."),
    AudienceKind.ROOM: marked(
        "MessageBar", "You see what may be projected with the parties present, and nothing else."
    ),
    AudienceKind.TEAM: marked("MessageBar", "You see what the team may see, and nothing else."),
    AudienceKind.VAULT: marked(
        "MessageBar", "You see everything, identities of sources too. Nothing of this may leave the vault."
    ),
}


class MessageBar(QFrame):
    """One line of text with a button; hidden while there is nothing to say.

    A strip goes from edge to edge of the window; any other lies on a card.
    """

    def __init__(
        self,
        hub: ThemeHub,
        button: str,
        pressed: Callable[[], object],
        *,
        error: bool = False,
        is_strip: bool = True,
    ) -> None:
        super().__init__()
        set_box(self, "error" if error else "info")
        self.text = Text(hub, "", role=Role.ERROR_TEXT if error else Role.INFO_TEXT).selectable()
        self.button = QPushButton(button)
        self.button.clicked.connect(lambda _on: pressed())
        self.setProperty("strip", is_strip)
        body = QHBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.TIGHT, Space.SECTION, Space.TIGHT)
        body.addWidget(self.text, 1)
        body.addWidget(self.button)
        self.hide()

    def say(self, text: str, button: str = "") -> None:
        """Show a text, or nothing; the button may say what it does this time."""
        self.text.setText(text)
        if button:
            self.button.setText(button)
        self.setVisible(bool(text))


class Messages(QWidget):
    """Where the session is heard: an audience other than the principal, warnings, outcomes, failures.

    Signals
    -------
    take_up_wanted
        What was left before it was recorded is wanted again.
    """

    take_up_wanted = Signal()

    def __init__(self, session: CaseSession, hub: ThemeHub) -> None:
        super().__init__()
        self._session = session
        self.failure = MessageBar(
            hub, translate("MessageBar", "Close"), lambda: self.failure.say(""), error=True
        )
        self.notice = MessageBar(hub, translate("MessageBar", "Understood"), lambda: self.notice.say(""))
        self.done = MessageBar(hub, translate("MessageBar", "Close"), lambda: self.done.say(""))
        self.left = MessageBar(hub, translate("MessageBar", "Take it up again"), self.take_up_wanted.emit)
        self.audience = MessageBar(
            hub, translate("MessageBar", "Show all"), lambda: session.set_audience(PRINCIPAL)
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for bar in (self.audience, self.notice, self.left, self.done, self.failure):
            body.addWidget(bar)
        session.failed.connect(self.failure.say)
        session.case_changed.connect(self._is_past)
        session.view_changed.connect(self._view_changed)

    def say_left(self, title: str) -> None:
        """Say that something was left before it was recorded, where whoever looks may see what it is."""
        text = translate("MessageBar", "Not recorded: {0}. It is kept until the case is closed.")
        self.left.say(text.format(f"“{title}”") if title and self._session.may_edit else "")

    def _is_past(self) -> None:
        """Say no longer what was said before: it speaks of another state, and perhaps to another audience."""
        self.failure.say("")
        self.done.say("")
        self.left.say("")

    def _view_changed(self, changed: frozenset[str]) -> None:
        if "audience" in changed:
            self._is_past()
            self.audience.say(_sentence(self._session), _way_back(self._session))


def _way_back(session: CaseSession) -> str:
    """Return what leads back to what the principal sees: for the vault that is less, for others more."""
    if session.view.audience.kind is AudienceKind.VAULT:
        return translate("MessageBar", "Hide identities")
    return translate("MessageBar", "Show all")


def _sentence(session: CaseSession) -> str:
    audience = session.view.audience
    if audience == PRINCIPAL:
        return ""
    if audience.kind is AudienceKind.PARTY:
        name = audience_name(audience, session)
        to_one = translate(
            "MessageBar", "You see what {party} may see: what is open to the room, and what {party} was told."
        )
        text = to_one.format(party=name)
    else:
        text = translate("MessageBar", _SHOWN_TO[audience.kind])
    if session.may_edit:
        return text
    return f"{text} {translate('MessageBar', 'Records cannot be changed meanwhile.')}"
