"""Fields for what other editors have not: several records by tick, a word with suggestions, a level."""

from __future__ import annotations

from collections.abc import Iterable

from ui.desktop.editors.choice_fields import ChoiceField, WordField
from ui.desktop.editors.fields import LineField
from ui.desktop.widgets.suggestions import Suggestions
from ui.theme.hub import ThemeHub
from ui.words import marked, translate
from workbench.domain.level import Level
from workbench.domain.vocabulary import Reliability

_RELIABILITY = (
    marked("Choosing", "A reliable"),
    marked("Choosing", "B usually reliable"),
    marked("Choosing", "C fairly reliable"),
    marked("Choosing", "D not usually reliable"),
    marked("Choosing", "E unreliable"),
    marked("Choosing", "F cannot be judged"),
)
"""The words of the scale that is in common use, in the order of its letters."""


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
        return "" if self.box.currentText() else translate("Fields", "There is nothing to choose from yet.")


class SuggestedField(LineField):
    """A line of text that suggests what was written in its place before."""

    def __init__(self, hub: ThemeHub, label: str, hint: str = "") -> None:
        super().__init__(hub, label, hint=hint)
        self._suggestions = Suggestions(self.line)

    def suggest(self, texts: Iterable[str]) -> None:
        """Suggest other texts."""
        self._suggestions.know(sorted(texts))


class ReliabilityField(WordField[Reliability]):
    """The grade of a source, with what each letter means."""

    def __init__(self, hub: ThemeHub, label: str) -> None:
        super().__init__(hub, label, Reliability)
        for place, text in enumerate(_RELIABILITY):
            self.box.setItemText(place, translate("Choosing", text))


class LevelField(WordField[Level]):
    """A level that a person can judge: any but unknown. None is suggested: it has to be chosen."""

    def __init__(self, hub: ThemeHub, label: str) -> None:
        super().__init__(hub, label, Level, translate("Choosing", "choose one"))
        place = self._words.index(Level.UNKNOWN)
        self._words.pop(place)
        self.box.removeItem(place)

    def set_value(self, value: Level | None) -> None:
        """Choose a level; unknown is none yet."""
        super().set_value(None if value is Level.UNKNOWN else value)
        self.say("")

    def problem(self) -> str:
        """Return that a level is needed where none is chosen."""
        return "" if self.value() else translate("Choosing", "Needed.")
