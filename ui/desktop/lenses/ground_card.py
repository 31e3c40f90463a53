"""One block of the Common ground lens: its name, and the facts or norms in it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.widgets.text import BOLD, Text
from ui.tables.ground import silent_words
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius, Space, TextSize
from workbench.domain.vocabulary import IssueKind
from workbench.readmodels.common_ground_lens import AccountLine, GroundItem, Holding
from workbench.readmodels.wording import clauses, commas, quoted, saying_of

_STRIPE = 3
_TIED = "\N{NO-BREAK SPACE}"


class GroundText(QLabel):
    """A fact or a norm: its title leads to it, below it every account with who says what of it."""

    wanted = Signal(str)

    def __init__(self, hub: ThemeHub, item: GroundItem) -> None:
        super().__init__()
        self._hub, self.item = hub, item
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(". ".join([item.issue.title, *(line.sentence for line in item.lines)]))
        self.linkActivated.connect(self.wanted)
        self.restyle()
        hub.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Set the text in the colours and sizes of theme and zoom."""
        theme, item = self._hub.theme, self.item
        self._muted, self._small = theme.css(Role.TEXT_MUTED), self._px(TextSize.SMALL)
        self.setStyleSheet(f"font-size: {self._px(TextSize.CELL)}px; background: transparent;")
        style = f"color: {theme.css(Role.TEXT)}; text-decoration: none; font-weight: 600"
        title = f'<a href="{escape(item.issue.code)}" style="{style}">{escape(item.issue.title)}</a>'
        question = f"<br>{self._faint(item.issue.question)}" if item.issue.question else ""
        silent, lines = self._faint(silent_words(item)), "".join(self._line(line) for line in item.lines)
        below = f'<div style="{self._indent() if item.lines else ""}">{silent}</div>' if silent else ""
        self.setText(f"<div>{title}{question}</div>{lines}{below}")

    def _line(self, line: AccountLine) -> str:
        weight = 600 if line.is_shared else 400
        label = f'<span style="font-weight: {weight}">{escape(quoted(line.label))}</span>'
        said = clauses(self._holding(holding) for holding in line.holdings)
        return f'<div style="{self._indent()}">{label}&ensp;{said}</div>'

    def _holding(self, holding: Holding) -> str:
        style = f"color: {self._hub.theme.css(Role.TEXT)}; font-size: {self._px(TextSize.CELL)}px"
        names = commas(
            f'<span style="color: {party.colour or self._muted}">■</span>&nbsp;'
            f'<span style="{style}">{escape(party.label)}</span>'
            for party in holding.parties
        )
        says = saying_of(holding.stance, IssueKind.FACT, len(holding.parties)).replace(" ", _TIED)
        return self._faint(says).format(parties=names)

    def _indent(self) -> str:
        return f"margin-top: {self._px(Space.TIGHT)}px; margin-left: {self._px(Space.NORMAL)}px"

    def _faint(self, text: str) -> str:
        if not text:
            return ""
        return f'<span style="color: {self._muted}; font-size: {self._small}px">{escape(text)}</span>'

    def _px(self, pixels: float) -> int:
        return round(pixels * self._hub.zoom)


class GroundCard(QWidget):
    """A card with a stripe in the colour of what it holds."""

    wanted = Signal(str)

    def __init__(self, hub: ThemeHub, title: str, stripe: Role) -> None:
        super().__init__()
        self._hub, self._stripe, self._name = hub, stripe, title
        self.setAccessibleName(title)
        self.heading = Text(hub, title, TextSize.HEADING, weight=BOLD)
        self._body = QVBoxLayout(self)
        side = Space.SECTION
        self._body.setContentsMargins(side + _STRIPE, Space.WIDE, side, Space.WIDE)
        self._body.setSpacing(Space.WIDE)
        self._body.addWidget(self.heading)
        self.texts: list[GroundText] = []
        self._nothing = Text(hub, "", TextSize.CELL, Role.TEXT_MUTED)
        self._body.addWidget(self._nothing)
        self._body.addStretch(1)
        hub.changed.connect(self.update)

    def show_items(self, items: tuple[GroundItem, ...], nothing: str) -> None:
        """Show facts or norms; those that stay as they were stay where they are."""
        if items == tuple(text.item for text in self.texts) and items:
            return
        for old in self.texts:
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.texts = [GroundText(self._hub, item) for item in items]
        for place, text in enumerate(self.texts, 1):
            text.wanted.connect(self.wanted)
            self._body.insertWidget(place, text)
        self.heading.setText(f"{self._name}  {len(items)}" if items else self._name)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not items)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._hub.theme
        painter.setPen(theme.colour(Role.HAIRLINE))
        painter.setBrush(theme.colour(Role.CARD))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), Radius.CARD, Radius.CARD)
        painter.fillRect(0, 0, _STRIPE, self.height(), theme.colour(self._stripe))
