"""Words of the window in the language of the user, wherever no widget's own `tr` is at hand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "window"


def translated(text: str) -> str:
    """Return a text of the window in the language of the user.

    The text is written out where this is called, so that translators find it; what varies stands in braces
    and is filled in afterwards with ``format``.
    """
    return QCoreApplication.translate(CONTEXT, text) if text else text
