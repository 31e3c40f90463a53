"""What is seen while there is nothing to see: no case, or an empty one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.actions.ids import ActionId
from ui.actions.registry import ActionRegistry
from ui.desktop.message_bar import MessageBar
from ui.desktop.widgets.row_button import RowButton
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.theme.dress import set_kind, set_surface
from ui.theme.hub import ThemeHub
from ui.theme.icons import app_icon
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import marked, translate
from workbench import PROGRAM_NAME
from workbench.readmodels.wording import listing_of_many

_WIDTH, _BUTTON, _SIGN = 560, 176, 40
NO_CASE = (
    ActionId.NEW_CASE,
    ActionId.OPEN_CASE,
    ActionId.IMPORT_TABLES,
    ActionId.IMPORT_LIST,
    ActionId.OPEN_SAMPLE,
)
EMPTY_CASE = (
    ActionId.ADD_PARTY,
    ActionId.ADD_ISSUE,
    ActionId.IMPORT_TABLES,
    ActionId.IMPORT_LIST,
    ActionId.OPEN_SAMPLE,
)
_CAPTIONS = {
    ActionId.NEW_CASE: marked("Welcome", "New case…"),
    ActionId.OPEN_CASE: marked("Welcome", "Open a case…"),
    ActionId.OPEN_SAMPLE: marked("Welcome", "Open the sample"),
    ActionId.ADD_PARTY: marked("Welcome", "Add parties"),
    ActionId.ADD_ISSUE: marked("Welcome", "Add issues"),
    ActionId.IMPORT_TABLES: marked("Welcome", "Import tables…"),
    ActionId.IMPORT_LIST: marked("Welcome", "Import a list or grid…"),
}


_BEGIN = marked("Welcome", "Begin with who takes part and what is at issue, or with a table that you have.")
_TWO, _NAMED = 2, 6


class Welcome(QWidget):
    """A few ways to begin, in the middle of the window.

    Parameters
    ----------
    ways : iterable of ActionId
        The actions offered, the first of them first.
    """

    def __init__(
        self, registry: ActionRegistry, hub: ThemeHub, title: str, sentence: str, ways: Iterable[ActionId]
    ) -> None:
        super().__init__()
        set_surface(self, "window")
        self._hub, self._has_sign = hub, False
        self._card = QFrame()
        set_surface(self._card, "card")
        self._body = QVBoxLayout(self._card)
        self._body.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        self._body.setSpacing(Space.WIDE)
        head = QHBoxLayout()
        head.setSpacing(Space.WIDE)
        self._sign = QLabel()
        head.addWidget(self._sign)
        head.addWidget(Text(hub, title, TextSize.DISPLAY, weight=BOLD), 1)
        self._body.addLayout(head)
        self._sentence = Text(hub, translate("Welcome", sentence), role=Role.TEXT_SECONDARY)
        self._body.addWidget(self._sentence)
        self._body.addSpacing(Space.TIGHT)
        self._fault = MessageBar(
            hub, translate("Welcome", "Close"), lambda: self.say(""), error=True, is_strip=False
        )
        self._body.addWidget(self._fault)
        self._ways = {way: self._button(registry, way) for way in ways}
        self.buttons = list(self._ways.values())
        self._lead_on(next(iter(self._ways)))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(1)
        self._body.addLayout(self._recent)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 100)
        across.addStretch(1)
        across.setContentsMargins(Space.SECTION, 0, Space.SECTION, 0)
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        hub.changed.connect(self._fit)
        self._fit()

    def show_recent(self, paths: Iterable[Path]) -> list[RowButton]:
        """List cases that were opened before; return the lines, for whoever opens them."""
        while (item := self._recent.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        lines = [RowButton(self._hub, path.stem, str(path.parent)) for path in paths]
        if lines:
            label = section_label(self._hub, translate("Welcome", "Opened lately"))
            label.setIndent(Space.NORMAL)
            label.setContentsMargins(0, Space.NORMAL, 0, 0)
            self._recent.addWidget(label)
        for line in lines:
            self._recent.addWidget(line)
        return lines

    def tell(self, parties: Sequence[str], issues: Sequence[str]) -> None:
        """Say what there is already, and put first what is still needed: two parties, then an issue."""
        self._lead_on(ActionId.ADD_ISSUE if len(parties) >= _TWO and not issues else ActionId.ADD_PARTY)
        self._sentence.setText(_said_so_far(parties, issues))

    def _lead_on(self, first: ActionId) -> None:
        """Make one of the ways the one that Enter takes."""
        for way, button in self._ways.items():
            set_kind(button, "primary" if way is first else "plain")
        self.setFocusProxy(self._ways[first])

    def say(self, text: str) -> None:
        """Say why something could not be done, or nothing."""
        self._fault.say(text)

    def _button(self, registry: ActionRegistry, way: ActionId) -> QPushButton:
        action, spec = registry.action(way), registry.spec(way)
        row = QHBoxLayout()
        row.setSpacing(Space.WIDE)
        button = QPushButton(translate("Welcome", _CAPTIONS[way]))
        button.setMinimumWidth(round(_BUTTON * self._hub.zoom))
        button.clicked.connect(lambda _on: action.trigger())
        row.addWidget(button)
        row.addWidget(Text(self._hub, spec.explanation, TextSize.CELL, Role.TEXT_MUTED), 1)
        self._body.addLayout(row)
        return button

    def show_sign(self) -> Welcome:
        """Show the sign of the program before the title; return itself."""
        self._has_sign = True
        self._fit()
        return self

    def _fit(self) -> None:
        side = round(_SIGN * self._hub.zoom)
        self._sign.setVisible(self._has_sign)
        if self._has_sign:
            self._sign.setPixmap(app_icon().pixmap(QSize(side, side), self.devicePixelRatio()))
        self._card.setMaximumWidth(round(_WIDTH * self._hub.zoom))


def no_case(registry: ActionRegistry, hub: ThemeHub) -> Welcome:
    """Return what is seen while no case is open."""
    sentence = marked(
        "Welcome",
        "What each party to a negotiation wants on each issue, since when, and how we know it. "
        "A case is one file on this computer; nothing leaves it.",
    )
    return Welcome(registry, hub, PROGRAM_NAME, sentence, NO_CASE).show_sign()


def empty_case(registry: ActionRegistry, hub: ThemeHub) -> Welcome:
    """Return what is seen in a case that lacks parties or issues."""
    return Welcome(registry, hub, translate("Welcome", "A new case"), _BEGIN, EMPTY_CASE)


def _said_so_far(parties: Sequence[str], issues: Sequence[str]) -> str:
    """Return what a new case holds, and what comes next."""
    if issues:
        said = translate("Welcome", "At issue: {0}. Add who takes part.")
        return said.format(listing_of_many(issues, _NAMED))
    if len(parties) >= _TWO:
        said = translate("Welcome", "Taking part: {0}. Add the others, or go on with what is at issue.")
        return said.format(listing_of_many(parties, _NAMED))
    if parties:
        said = translate("Welcome", "Taking part: {0}. Add the others, then what is at issue.")
        return said.format(parties[0])
    return translate("Welcome", _BEGIN)
