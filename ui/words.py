"""Words and numbers of the window in the language of the user, wherever no widget's own `tr` is at hand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.domain.saying import (
    at_start,
    counted,
    figure,
    interpret,
    marked,
    marked_count,
    said,
    translate,
)

__all__ = [
    "at_start", "counted", "figure", "language_name", "marked", "marked_count", "number", "said", "translate",
]  # fmt: skip


def _through_qt(context: str, text: str, note: str, number: int) -> str:
    return QCoreApplication.translate(context, text, note or None, number)


def _raised(letter: str) -> str:
    return QLocale().toUpper(letter)


def _figure(value: float, decimals: int) -> str:
    return QLocale().toString(float(value), "f", decimals)


interpret(_through_qt, _raised, _figure)


def number(value: int) -> str:
    """Return a number as the language of the window writes it."""
    return QLocale().toString(value)


def language_name(tag: str) -> str:
    """Return what a language is called: in English where the window speaks it, else by those who speak it.

    Qt knows the names of languages in English and in themselves, and in no other language.
    """
    own = QLocale(tag)
    if QLocale().language() in (QLocale.Language.English, QLocale.Language.C):
        return QLocale.languageToString(own.language())
    return "English" if own.language() is QLocale.Language.English else own.nativeLanguageName()
