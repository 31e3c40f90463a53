"""The language of the window: the translation that fits the system, else English."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from resources.files import resource

NAME = "position-workbench"
_OF_QT = "qtbase"
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def speak(app: QCoreApplication, wanted: QLocale | None = None) -> QLocale:
    """Let the application speak the language of the system where there is a translation, else English.

    Days, numbers, the order of names and the side from which one reads follow that language. Done once for
    an application.

    Returns
    -------
    QLocale
        The language spoken.
    """
    if app.findChild(QTranslator, NAME) is not None:
        return QLocale()
    translator = QTranslator(app)
    translator.setObjectName(NAME)
    spoken = _spoken(translator, wanted or QLocale.system())
    _let_qt_speak(app, spoken)
    app.installTranslator(translator)  # after that of Qt: the last one installed is asked first
    QLocale.setDefault(spoken)
    if isinstance(app, QGuiApplication):
        app.setLayoutDirection(spoken.textDirection())
    return spoken


def _spoken(translator: QTranslator, wanted: QLocale) -> QLocale:
    """Load the translation that fits best, and return its language; English needs none."""
    if wanted.language() is QLocale.Language.English:
        return wanted
    if not translator.load(wanted, NAME, "_", str(resource("translations"))):
        return ENGLISH
    found = QLocale(translator.language())  # the system may name several languages
    return wanted if found.language() is wanted.language() else found


def _let_qt_speak(app: QCoreApplication, spoken: QLocale) -> None:
    """Let the buttons and menus that Qt makes itself speak the same language."""
    own = QTranslator(app)
    if own.load(spoken, _OF_QT, "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(own)
