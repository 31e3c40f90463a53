"""Words and numbers of the window in the language of the user, wherever no widget's own `tr` is at hand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.domain.saying import interpret, translate

__all__ = ["number", "translate"]


def _through_qt(context: str, text: str, note: str, number: int) -> str:
    return QCoreApplication.translate(context, text, note or None, number)


interpret(_through_qt)


def number(value: int) -> str:
    """Return a number as the language of the window writes it."""
    return QLocale().toString(value)
