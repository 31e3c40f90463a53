"""The window in which a person says how the program should be; every choice holds at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.editors.choice_fields import ChoiceField
from ui.desktop.editors.fields import Field, LineField
from ui.desktop.placing import size_within
from ui.desktop.preferences import settings as known
from ui.desktop.preferences.days import day_style
from ui.desktop.preferences.settings import Setting
from ui.desktop.safety.away import MINUTES
from ui.desktop.view_state import BOTH_NAMES, NEUTRAL_NAMES
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import counted, figure, translate
from workbench.domain.party import Party

_EXAMPLE = date(2023, 3, 20)
Choices = Sequence[tuple[str, str]]


class PreferencesWindow(QDialog):
    """Shows every setting; says which of them was changed.

    Parameters
    ----------
    hub, settings
        Theme and zoom, and where settings are kept.
    case : (sequence of Party, Path or None)
        The parties and the file of the case that is open; none of them where none is.

    Signals
    -------
    changed
        A ``Setting``: another value of it is kept now.
    """

    changed = Signal(object)

    def __init__(
        self,
        hub: ThemeHub,
        settings: QSettings,
        case: tuple[Sequence[Party], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._settings = hub, settings
        self._parties, self._path = case
        self.choices: dict[str, ChoiceField] = {}
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        set_surface(page, "panel")
        self._body = QVBoxLayout(page)
        self._body.setContentsMargins(Space.PAGE, Space.SECTION, Space.PAGE, Space.SECTION)
        self._body.setSpacing(Space.NORMAL)
        self._body.addWidget(Text(hub, self.tr("Preferences"), TextSize.TITLE, weight=BOLD))
        self._add_look()
        self._add_names()
        self._add_time()
        self._add_safety()
        self._body.addStretch(1)
        self._lay_out(page)
        self.show_values()
        hub.changed.connect(self.show_values)
        size_within(self, round(560 * hub.zoom), round(680 * hub.zoom))

    def show_values(self) -> None:
        """Show what is kept now."""
        for key, field in self.choices.items():
            value = str(_setting(key).read(self._settings))
            is_elsewhere = key == known.NAMES.key and field.box.findData(value) < 0
            field.set_value(NEUTRAL_NAMES if is_elsewhere else value)
        self.author.set_value(known.AUTHOR.read(self._settings))

    def restore(self) -> None:
        """Go back to how the program comes."""
        for setting in known.SETTINGS:
            setting.forget(self._settings)
        self.show_values()
        for setting in known.SETTINGS:
            self.changed.emit(setting)

    def _add_look(self) -> None:
        themes = (
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high-contrast", self.tr("High contrast")),
            ("projector", self.tr("Projector")),
            (known.SYSTEM, self.tr("As the system")),
        )
        sizes = tuple(
            (str(zoom), translate("PreferencesWindow", "{0} %").format(figure(zoom * 100)))
            for zoom in known.ZOOMS
        )
        days = (
            ("words", day_style("words")(_EXAMPLE)),
            ("iso", day_style("iso")(_EXAMPLE)),
            (known.SYSTEM, self.tr("As the system: {day}").format(day=day_style(known.SYSTEM)(_EXAMPLE))),
        )
        self._section(self.tr("Look"))
        self._row(
            self._choice(known.THEME, self.tr("Theme"), themes),
            self._choice(known.ZOOM, self.tr("Size of text"), sizes),
        )
        self._row(self._choice(known.DATES, self.tr("Days are written"), days))

    def _add_names(self) -> None:
        own = self.tr("{party}: its own names")
        policies = (
            (NEUTRAL_NAMES, self.tr("Neutral names")),
            (BOTH_NAMES, self.tr("The names of all sides, one beside the other")),
            *((party.code, own.format(party=party.label)) for party in self._parties),
        )
        self._section(self.tr("Contested names"))
        self._row(self._choice(known.NAMES, self.tr("Names are shown"), policies))
        self._note(self.tr("What somebody said keeps its own words."))

    def _add_time(self) -> None:
        paces = tuple(
            (str(pace), self.tr("The whole case in {n} seconds").format(n=pace)) for pace in known.PACES
        )
        self._section(self.tr("Time"))
        self._row(self._choice(known.PACE, self.tr("Play"), paces))

    def _add_safety(self) -> None:
        minutes = tuple((str(own), self._lock_text(own)) for own in MINUTES)
        self._section(self.tr("Safety and history"))
        self._row(self._choice(known.LOCK_AFTER, self.tr("Lock a protected case"), minutes))
        self.author = LineField(
            self._hub,
            self.tr("Your name in the history"),
            hint=self.tr("Empty: the name you use on this computer. It stands in the case file."),
        )
        self.author.line.setMaxLength(80)
        self.author.committed.connect(lambda: self._chosen(known.AUTHOR, self.author.value()))
        self._row(self.author)
        self._section(self.tr("Backups"))
        self.folder = Text(self._hub, self._folder_text(), TextSize.CELL, Role.TEXT_SECONDARY).selectable()
        self._body.addWidget(self.folder)

    def _folder_text(self) -> str:
        if self._path is None:
            return self.tr("Beside each case, in a folder with its name and “.backups” after it.")
        return str(self._path.with_name(f"{self._path.name}.backups"))

    def _lock_text(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("Never by itself")
        return counted(
            "PreferencesWindow",
            "When nobody was there for %n minutes",
            "When nobody was there for %n minute",
            minutes,
        )

    def _choice(self, setting: Setting[Any], label: str, choices: Choices) -> ChoiceField:
        field = ChoiceField(self._hub, label, list(choices))
        field.committed.connect(lambda: self._chosen(setting, field.value()))
        self.choices[setting.key] = field
        return field

    def _chosen(self, setting: Setting[Any], value: str) -> None:
        try:
            setting.write(self._settings, value)
        except ValueError:
            self.show_values()
        else:
            self.changed.emit(setting)

    def _section(self, text: str) -> None:
        self._body.addSpacing(Space.NORMAL)
        self._body.addWidget(section_label(self._hub, text))

    def _note(self, text: str) -> None:
        self._body.addWidget(Text(self._hub, text, TextSize.SMALL, Role.TEXT_MUTED))

    def _row(self, *fields: Field[Any]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.WIDE)
        for place, field in enumerate(fields):
            grid.addWidget(field, 0, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        self._body.addLayout(grid)

    def _lay_out(self, page: QWidget) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.RestoreDefaults | standard.Close)
        back, close = (self.buttons.button(own) for own in (standard.RestoreDefaults, standard.Close))
        back.setText(self.tr("Restore defaults"))
        close.setText(self.tr("Close"))
        back.setAutoDefault(False)
        close.setDefault(True)
        back.clicked.connect(lambda _on: self.restore())
        self.buttons.rejected.connect(self.reject)
        self.buttons.setContentsMargins(Space.SECTION, 0, Space.SECTION, Space.WIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll, 1)
        outside.addWidget(self.buttons)


def _setting(key: str) -> Setting[Any]:
    every: Iterable[Setting[Any]] = known.SETTINGS
    return next(own for own in every if own.key == key)
