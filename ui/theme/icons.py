"""The program's own icons, drawn in the colour of a role."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources.files import resource
from ui.theme.roles import Role
from ui.theme.theme import Theme

_SIDES = (16, 20, 40)
_INK = b"currentColor"


@cache
def icon_names() -> tuple[str, ...]:
    """Return the names of all icons that take a colour."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg") if _INK in path.read_bytes()))


def icon(name: str, theme: Theme, role: Role = Role.TEXT_SECONDARY, checked: Role | None = None) -> QIcon:
    """Return an icon in the colours of a theme.

    Parameters
    ----------
    name : str
        File name without suffix: ``undo``.
    theme : Theme
        Where the colours come from.
    role : Role
        What it is drawn in.
    checked : Role, optional
        What it is drawn in while its button is on; as `role` when left out.
    """
    on = theme.css(checked or role)
    return _icon(name, theme.css(role), on, theme.css(Role.TEXT_DISABLED))


def pixmap(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as an image `side` device-independent pixels wide and high."""
    image = _tinted(_mask(_renderer(name), round(side * ratio)), colour)
    image.setDevicePixelRatio(ratio)
    return image


def drawing(name: str, ink: str) -> bytes:
    """Return the SVG of an icon in that colour."""
    return resource(f"icons/{name}.svg").read_bytes().replace(_INK, ink.encode())


@cache
def app_icon() -> QIcon:
    """Return the icon of the program."""
    return QIcon(str(resource("icons/workbench.svg")))


def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing(name, "black")))


def _mask(renderer: QSvgRenderer, side: int) -> QPixmap:
    image = QPixmap(QSize(side, side))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _tinted(mask: QPixmap, colour: QColor) -> QPixmap:
    image = QPixmap(mask)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), colour)
    painter.end()
    return image


@lru_cache(maxsize=512)
def _icon(name: str, ink: str, on: str, disabled: str) -> QIcon:
    made = QIcon()
    renderer = _renderer(name)
    for side in _SIDES:
        mask = _mask(renderer, side)
        made.addPixmap(_tinted(mask, QColor(ink)), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(_tinted(mask, QColor(disabled)), QIcon.Mode.Disabled, QIcon.State.Off)
        if on != ink:
            made.addPixmap(_tinted(mask, QColor(on)), QIcon.Mode.Normal, QIcon.State.On)
    return made
