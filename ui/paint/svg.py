"""A drawing that knows the words in it: letters are drawn as outlines, which nobody could search or hear."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtSvg import QSvgGenerator

_DESCRIPTION = "<desc>"


class SpokenSvg(QSvgGenerator):
    """Keeps what is written while it is drawn, and says it in the description of the drawing.

    The description is what screen readers read and searches find; it holds what is drawn and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._written: list[str] = []
        self._bytes = QByteArray()
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.setOutputDevice(self._buffer)

    def speak(self, text: str) -> None:
        """Take a text that was drawn just now."""
        if text:
            self._written.append(text)

    def content(self) -> str:
        """Return the drawing, once its painter has ended."""
        drawn = bytes(self._bytes.data()).decode("utf-8")
        head, found, rest = drawn.partition(_DESCRIPTION)
        if not found:
            return drawn
        said = "\n".join(escape(text, quote=False) for text in self._written)
        close = rest.find("</desc>")
        return f"{head}{_DESCRIPTION}{rest[:close]}\n{said}{rest[close:]}"
