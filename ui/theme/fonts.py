"""The bundled fonts, made known to Qt."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from resources.files import resource
from workbench.domain.errors import CaseError

_LOG = logging.getLogger(__name__)


class FontError(CaseError):
    """None of the bundled fonts can be used."""


def font_folder() -> Path:
    """Return the folder of the bundled fonts, for whoever else sets text with them."""
    return resource("fonts")


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; needs a QGuiApplication.

    Returns
    -------
    tuple of str
        The families now known, sorted.

    Raises
    ------
    FontError
        If not a single font could be loaded.
    """
    families: set[str] = set()
    for path in sorted(font_folder().glob("*.[ot]tf")):
        families.update(_load(path))
    if not families:
        raise FontError(f"No font in {font_folder()} can be used. Install the program again.")
    return tuple(sorted(families))


def _load(path: Path) -> list[str]:
    number = QFontDatabase.addApplicationFont(str(path))
    if number < 0:
        _LOG.warning("The font %s cannot be read; text may show boxes", path.name)
        return []
    return QFontDatabase.applicationFontFamilies(number)
