"""Words of the window in the language of the user, wherever no widget's own `tr` is at hand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

CONTEXT = "window"


def translated(text: str) -> str:
    """Return a text of the window in the language of the user.

    The text is written out where this is called, so that translators find it; what varies stands in braces
    and is filled in afterwards with ``format``.
    """
    return QCoreApplication.translate(CONTEXT, text) if text else text


def counted(text: str, number: int) -> str:
    """Return a text about a number of things, ``%n``, in the plural that the language has for it."""
    return QCoreApplication.translate(CONTEXT, text, "", number)


def number(value: int) -> str:
    """Return a number as the language of the window writes it."""
    return QLocale().toString(value)
