"""Fields for what other editors have not: several records by tick, a word with suggestions, a level."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter

from ui.desktop.editors.choice_fields import ChoiceField, WordField
from ui.desktop.editors.fields import LineField
from ui.theme.hub import ThemeHub
from workbench.domain.level import Level
from workbench.finding import find_names, names_to_find


class RecordChoice(ChoiceField):
    """One of several records by key; what can be chosen follows the case."""

    def __init__(self, hub: ThemeHub, label: str) -> None:
        super().__init__(hub, label, [])

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other records; what is chosen stays where it is offered still, else the first is."""
        chosen = self.box.currentData()
        self.box.clear()
        for key, text in choices:
            self.box.addItem(text, key)
        self.box.setCurrentIndex(max(self.box.findData(chosen), 0))

    def value(self) -> str:
        """Return the key chosen, empty where nothing can be."""
        return str(self.box.currentData() or "")

    def problem(self) -> str:
        """Return that something has to be chosen where nothing can be."""
        return "" if self.box.count() else "There is nothing to choose from yet."


class SuggestedField(LineField):
    """A line of text that suggests what was written in its place before."""

    def __init__(self, hub: ThemeHub, label: str, hint: str = "") -> None:
        super().__init__(hub, label, hint=hint)
        self._known: list[str] = []
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.line.textEdited.connect(self._offer)  # before the completer hears of it
        self.line.setCompleter(completer)

    def suggest(self, texts: Iterable[str]) -> None:
        """Suggest other texts."""
        self._known = sorted({text for text in texts if text})

    def _offer(self, query: str) -> None:
        """Offer what answers the letters typed, in any script; nothing before the first of them."""
        named = ((names_to_find((text,)), text) for text in self._known)
        self._offered.setStringList(find_names(query, named) if query.strip() else [])


class LevelField(WordField[Level]):
    """A level that a person can judge: any but unknown."""

    def __init__(self, hub: ThemeHub, label: str) -> None:
        super().__init__(hub, label, Level)
        place = self._words.index(Level.UNKNOWN)
        self._words.pop(place)
        self.box.removeItem(place)
