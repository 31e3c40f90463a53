"""What every painter works with: painter, theme, type and the texts laid out so far."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.paint.mirror import mirror
from ui.paint.stamps import Stamps
from ui.paint.text import Block, TextCache
from ui.paint.type import Face, TypeScale
from ui.theme.roles import Role
from ui.theme.theme import Theme
from ui.theme.typography import Radius


@dataclass(frozen=True, slots=True, eq=False)
class Canvas:
    """Painter, theme, type and laid out texts; on a screen also images of what is drawn again and again.

    `is_mirrored` says that it is drawn for those who read from the right, and seen in a mirror.
    """

    painter: QPainter
    theme: Theme
    scale: TypeScale
    texts: TextCache
    stamps: Stamps | None = None
    is_mirrored: bool = False

    def onto(self, image: QPixmap) -> Canvas:
        """Return a canvas of the same kind for an image, to be shown by `draw_image`; end its painter."""
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_mirrored:
            mirror(painter, image.width() / image.devicePixelRatio())
        return replace(self, painter=painter)

    def colour(self, role: Role) -> QColor:
        """Return the colour of a role."""
        return self.theme.colour(role)

    def card(self, rect: QRectF, fill: Role | None, edge: Role | None, pen_width: float = 1.0) -> None:
        """Draw a card; its outline lies within `rect`."""
        half = pen_width / 2.0
        self.painter.setPen(QPen(self.colour(edge), pen_width) if edge else Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        radius = self.scale.px(Radius.CARD)
        self.painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

    def gap(self, rect: QRectF, frame: float) -> None:
        """Part a card from the frame around it, `frame` pixels wide: a fill may be as dark as the frame."""
        inside = frame - 1.0
        within = rect.adjusted(inside, inside, -inside, -inside)
        self.card(within, None, Role.WINDOW, self.scale.px(1.5))

    def stamp(self, key: Hashable, rect: QRectF, draw: Callable[[Canvas, QRectF], object]) -> None:
        """Draw what looks the same wherever it stands, from its image where images are kept."""
        if self.stamps is None:
            draw(self, rect)
            return
        look = (key, self.theme.key, self.scale.zoom)
        self.stamps.draw(
            self.painter, look, rect, lambda painter, own: draw(replace(self, painter=painter), own)
        )

    def text(self, block: Block, x: float, y: float, role: Role) -> None:
        """Draw laid out text with its corner at (`x`, `y`)."""
        self.painter.setPen(self.colour(role))
        block.draw(self.painter, x, y)

    def line(self, text: str, face: Face, rect: QRectF, role: Role) -> Block:
        """Draw one line of text at the left of `rect`, in the middle of its height, elided to its width."""
        block = self.texts.block(text, face, rect.width())
        self.text(block, rect.x(), rect.center().y() - face.line / 2.0, role)
        return block
