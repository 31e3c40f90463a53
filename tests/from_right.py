"""A language that is read from the right, for tests: every letter of the program becomes an Arabic one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from tests.foreign import in_letters
from workbench.domain.case import Case

_KEPT = re.compile(r"(\{[^{}]*\}|%n|<[^<>]*>|\b(?:Ctrl|Alt|Shift|Enter|Esc|TLP)\b\S*)")
"""What is filled in, tags and keys."""
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابتدهفجحيژكلمنوپقرستوڤوخىز", strict=True))
_TO_ARABIC = str.maketrans({**_LETTERS, **{own.upper(): other for own, other in _LETTERS.items()}})


def arabic(text: str) -> str:
    """Return a text in Arabic letters; `&` that marks the letter of a menu is left out."""
    parts = _KEPT.split(text.replace("&", ""))
    return "".join(part if place % 2 else part.translate(_TO_ARABIC) for place, part in enumerate(parts))


def in_arabic(case: Case) -> Case:
    """Return a case all of whose texts are in Arabic letters, but for codes."""
    return in_letters(case, arabic)


class Arabic(QTranslator):
    """Says every text of the program in Arabic letters."""

    def translate(self, context: str, text: str, note: str | None = None, n: int = -1) -> str | None:
        """Return a text in other letters."""
        del context, note
        return arabic(text).replace("%n", str(n)) if text else None

    def isEmpty(self) -> bool:  # noqa: N802 - of Qt
        """Return that there is something in it."""
        return False


@contextmanager
def read_from_right(app: QApplication) -> Iterator[None]:
    """Let the application speak that language and mirror its windows."""
    speech = Arabic()
    app.installTranslator(speech)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        app.removeTranslator(speech)
