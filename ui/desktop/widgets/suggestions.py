"""What was written before is offered while one types, in whatever script one types it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from workbench.finding import find_names, names_to_find


class Suggestions(QObject):
    """Offers texts under a line; nothing before the first letter."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._known: tuple[str, ...] = ()
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        line.textEdited.connect(self._offer)  # before the completer hears of it
        line.setCompleter(self._completer)

    def know(self, texts: Iterable[str]) -> None:
        """Offer other texts, in this order."""
        self._known = tuple(dict.fromkeys(text for text in texts if text))

    def close(self) -> None:
        """Offer nothing more of what was typed."""
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _offer(self, query: str) -> None:
        named = ((names_to_find((text,)), text) for text in self._known)
        popup = self._completer.popup()
        if popup is not None:
            popup.setObjectName("suggestions")
        self._offered.setStringList(find_names(query, named) if query.strip() else [])
