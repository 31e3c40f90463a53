"""Text in one of the few sizes and colours of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius, TextSize
from workbench.domain.case import RecordKey
from workbench.readmodels.inspector_types import Link

BOLD = QFont.Weight.DemiBold
PLAIN = QFont.Weight.Normal


_STRONG = {"L": Qt.LayoutDirection.LeftToRight, "R": Qt.LayoutDirection.RightToLeft}
_STRONG["AL"] = _STRONG["R"]
_MARKS = {_STRONG["L"]: "\u200e", _STRONG["R"]: "\u200f"}


def led(text: str) -> str:
    """Return a sentence of the program so that it reads in the direction of the window.

    Left to itself it would read in that of its first word, which may be a name in another script.
    """
    direction = QGuiApplication.layoutDirection()
    first = next((own for own in map(bidirectional, text) if own in _STRONG), None)
    return text if first is None or _STRONG[first] is direction else f"{_MARKS[direction]}{text}"


class Text(QLabel):
    """Plain text that wraps, follows theme and zoom, and never shows markup of its own."""

    def __init__(
        self,
        hub: ThemeHub,
        text: str = "",
        size: TextSize = TextSize.BODY,
        role: Role = Role.TEXT,
        weight: QFont.Weight = PLAIN,
    ) -> None:
        super().__init__(text)
        self._hub, self._size, self._role, self._weight = hub, size, role, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.restyle()
        hub.changed.connect(self.restyle)

    def set_role(self, role: Role) -> None:
        """Play another role."""
        self._role = role
        self.restyle()

    def selectable(self) -> Text:
        """Let the text be picked up with mouse and keys; return itself."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        return self

    def restyle(self) -> None:
        """Set font and colour from theme and zoom."""
        pixels = max(1, round(self._size * self._hub.zoom))
        colour = self._hub.theme.css(self._role)
        font = f"font-size: {pixels}px; font-weight: {int(self._weight)};"
        self.setStyleSheet(f"{font} color: {colour}; background: transparent;")


Follow = Callable[[str, RecordKey], None]
"""Shows a record, given its table and key."""


class LinkedText(Text):
    """Text of which parts lead to records.

    Parameters
    ----------
    follow : callable
        Shows the record that a part leads to.
    strong : bool
        Whether links stand out by weight rather than by colour.
    """

    def __init__(
        self,
        hub: ThemeHub,
        parts: Sequence[str | Link],
        follow: Follow,
        size: TextSize = TextSize.BODY,
        role: Role = Role.TEXT,
        *,
        strong: bool = False,
    ) -> None:
        self._parts, self._strong = tuple(parts), strong
        self._wanted = follow
        super().__init__(hub, "", size, role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._links else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.plain)
        self.linkActivated.connect(self._follow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and a ring around it while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._hub.theme.colour(Role.FOCUS), 2.0))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; come by Tab, it is on the first link at once, or the last."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)
        self.update()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the links; back from a link with which the text begins Qt would find that link again."""
        if not forward and self.hasSelectedText() and self.selectionStart() == 0:
            return bool(QWidget.focusNextPrevChild(self, False))
        return bool(super().focusNextPrevChild(forward))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    @property
    def plain(self) -> str:
        """The text without its links."""
        return "".join(part if isinstance(part, str) else part.text for part in self._parts)

    @property
    def _links(self) -> list[Link]:
        return [part for part in self._parts if isinstance(part, Link) and part.table]

    def restyle(self) -> None:
        """Set font and colours from theme and zoom; links carry their colour in the text."""
        super().restyle()
        said = "".join(self._marked_up(number, part) for number, part in enumerate(self._parts))
        self.setText(self._in_even_lines(said))

    def _in_even_lines(self, said: str) -> str:
        """Return markup with lines evenly apart: a sign from another font, such as ✕, would part them."""
        font = QFont(self.font())
        font.setPixelSize(max(1, round(self._size * self._hub.zoom)))
        line = QFontMetrics(font).lineSpacing()
        style = f"margin: 0px; -qt-line-height-type: fixed; line-height: {line}px;"
        return f'<p style="{style}">{said}</p>'

    def _marked_up(self, number: int, part: str | Link) -> str:
        if isinstance(part, str):
            return escape(part).replace("\n", "<br>")
        if not part.table:
            return escape(part.text)
        colour = self._hub.theme.css(self._role if self._strong else Role.TEXT_LINK)
        style = f"color: {colour}; text-decoration: none; font-weight: {600 if self._strong else 400}"
        return f'<a href="{number}" style="{style}">{escape(part.text)}</a>'

    def _follow(self, number: str) -> None:
        part = self._parts[int(number)]
        if isinstance(part, Link):
            self._wanted(part.table, part.key)


def section_label(hub: ThemeHub, text: str) -> Text:
    """Return the small heading over a section of a panel."""
    label = Text(hub, led(text), TextSize.SMALL, Role.TEXT_MUTED, BOLD)
    label.setWordWrap(False)
    return label
