"""The language of the window: the translation that fits the system, and plurals for English itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources.files import resource

NAME = "position-workbench"
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def speak(app: QCoreApplication, wanted: QLocale | None = None) -> QLocale:
    """Let the application speak the language of the system where there is a translation, else English.

    Days, numbers and the order of names follow that language. Done once for an application.

    Returns
    -------
    QLocale
        The language spoken.
    """
    kept = app.findChild(QTranslator, NAME)
    if kept is not None:
        return QLocale()
    translator = QTranslator(app)
    translator.setObjectName(NAME)
    folder = str(resource("translations"))
    spoken = wanted or QLocale.system()
    if not translator.load(spoken, NAME, "_", folder):
        spoken = _ENGLISH
        translator.load(_ENGLISH, NAME, "_", folder)
    app.installTranslator(translator)
    QLocale.setDefault(spoken)
    return spoken
