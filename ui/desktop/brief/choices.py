"""What brief is wanted: which, on whom, for whom, since when, in whose names and in what language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ui.desktop.header import audience_name
from ui.desktop.session import CaseSession
from ui.desktop.widgets.letters import find_by_letters
from ui.theme.dress import set_invalid
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space
from ui.words import marked, translate
from workbench.briefs.order import BriefKind, BriefOrder
from workbench.briefs.terms import NEUTRAL
from workbench.briefs.words import language_for, languages, name_of, primary_of
from workbench.columns import CaseColumns
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, TEAM, VAULT, Audience, AudienceKind
from workbench.domain.dates import parse_day
from workbench.domain.errors import InvalidValueError
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, take_snapshot

KINDS = {
    BriefKind.POSITION: marked("Choices", "Position brief: one party"),
    BriefKind.COMPARISON: marked("Choices", "Comparison brief: all parties"),
    BriefKind.CHANGES: marked("Choices", "Change brief: what moved"),
}
_BOTH = "both"
_BASES = {Basis.ASSESSED: marked("Choices", "Assessed"), Basis.DECLARED: marked("Choices", "Declared")}
_TEMPLATES = "*.docx *.typ *.html *.css *.md"


class BriefChoices(QWidget):
    """The fields of an order.

    Signals
    -------
    changed
        Another brief is wanted.
    """

    changed = Signal()

    def __init__(self, session: CaseSession, columns: CaseColumns, hub: ThemeHub) -> None:
        super().__init__()
        self._session, self._columns = session, columns
        self._audiences = self._offered()
        self.kind = _choice(
            translate("Choices", "Brief"), [translate("Choices", own) for own in KINDS.values()]
        )
        self.kind.setCurrentIndex(list(KINDS).index(BriefKind.COMPARISON))
        self.party = _choice(translate("Choices", "On", "the party that a brief is about"))
        self.audience = _choice(
            translate("Choices", "For whom"), [audience_name(own, session) for own in self._audiences]
        )
        self.audience.setCurrentIndex(self._audiences.index(self._first_reader()))
        self.movement = QCheckBox(translate("Choices", "Since"))
        self.since = QLineEdit()
        self.basis = _choice(
            translate("Choices", "Basis"), [translate("Choices", own) for own in _BASES.values()]
        )
        self.basis.setCurrentIndex(list(_BASES).index(session.view.basis))
        self.names = _choice(translate("Choices", "Contested names"))
        self._languages = _offered_languages(columns)
        self.language = _choice(translate("Choices", "Language"), [name_of(tag) for tag in self._languages])
        usual = language_for(columns.case.entry("language"))
        self.language.setCurrentIndex(self._languages.index(usual))
        self.template_button = QPushButton(translate("Choices", "As bundled"))
        self.template: Path | None = None
        self._read_for_audience()
        self._set_days()
        self._lay_out(hub)
        self._connect()
        self._enable()

    @property
    def chosen_audience(self) -> Audience:
        """For whom the brief is."""
        return self._audiences[self.audience.currentIndex()]

    @property
    def chosen_kind(self) -> BriefKind:
        """Which brief it is."""
        return list(KINDS)[self.kind.currentIndex()]

    @property
    def marking(self) -> str:
        """What every page will be marked."""
        return self._snapshot.marking

    @property
    def order(self) -> BriefOrder:
        """What is wanted."""
        with_movement = self.movement.isChecked() or self.chosen_kind is BriefKind.CHANGES
        parties = (self._parties[self.party.currentIndex()],) if self._parties else ()
        return BriefOrder(
            self.chosen_kind,
            self._session.view.day,
            list(_BASES)[self.basis.currentIndex()],
            self._day() if with_movement else None,
            parties if self.chosen_kind is BriefKind.POSITION else (),
            self._policies[max(self.names.currentIndex(), 0)],
            self._languages[self.language.currentIndex()],
        )

    @property
    def trouble(self) -> str:
        """Why there can be no such brief, nothing where there can."""
        if not self.since.isEnabled() or self._day() is not None:
            return ""
        text = translate("Choices", "“{0}” is no full date before the day shown, as 2022-03-20 would be.")
        return text.format(self.since.text())

    def choose(self, kind: BriefKind, audience: Audience | None = None) -> None:
        """Take a kind, and for whom, as chosen."""
        self.kind.setCurrentIndex(list(KINDS).index(kind))
        if audience is not None:
            self.audience.setCurrentIndex(self._audiences.index(audience))

    def take_template(self, path: Path | None) -> None:
        """Take a template of one's own, or the bundled one again."""
        self.template = path
        self.template_button.setText(path.name if path else translate("Choices", "As bundled"))
        self.changed.emit()

    def _offered(self) -> list[Audience]:
        parties = [Audience(AudienceKind.PARTY, own.code) for own in self._session.snapshot.parties]
        return [PUBLIC, ROOM, *parties, TEAM, PRINCIPAL, VAULT]

    def _first_reader(self) -> Audience:
        """Return the team, or whom the window is shown for where that reader may see less."""
        shown = self._session.view.audience
        return TEAM if shown in (PRINCIPAL, VAULT) or shown not in self._audiences else shown

    def _read_for_audience(self) -> None:
        """Offer the parties that the reader may know of."""
        self._snapshot: Snapshot = take_snapshot(self._columns, self.chosen_audience)
        parties = self._snapshot.parties
        selection = self._session.view.selection
        wanted = self.party.currentText() or (selection.parties[0] if selection and selection.parties else "")
        self._parties = [own.code for own in parties]
        self._policies = [NEUTRAL, _BOTH, *self._parties]
        labels = [own.label for own in parties]
        named = next((n for n, own in enumerate(parties) if wanted in (own.code, own.label)), 0)
        _fill(self.party, labels, named)
        own = translate("Choices", "As {party} says")
        forms = [
            translate("Choices", "Neutral"),
            translate("Choices", "All forms side by side"),
            *(own.format(party=label) for label in labels),
        ]
        _fill(self.names, forms, max(self.names.findText(self.names.currentText()), 0))

    def _set_days(self) -> None:
        view = self._session.view
        self.movement.setChecked(view.compared is not None)
        self.since.setText((view.compared or _a_year_before(view.day)).isoformat())
        self.since.setPlaceholderText("2022-03-20")
        self.since.setAccessibleName(translate("Choices", "Movement since"))

    def _lay_out(self, hub: ThemeHub) -> None:
        form, since = QFormLayout(self), QHBoxLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(round(Space.NORMAL * hub.zoom))
        since.addWidget(self.movement)
        since.addWidget(self.since, 1)
        for field in (self.kind, self.party, self.audience):
            form.addRow(field.accessibleName(), field)
        form.addRow(translate("Choices", "Movement"), since)
        for field in (self.basis, self.names, self.language):
            form.addRow(field.accessibleName(), field)
        form.addRow(translate("Choices", "Letterhead"), self.template_button)
        self.template_button.setToolTip(
            translate("Choices", "Choose a template of your own: .docx, .typ, .html, .css or .md")
        )
        self.template_button.setAutoDefault(False)

    def _connect(self) -> None:
        for box in (self.kind, self.party, self.basis, self.names, self.language):
            box.currentIndexChanged.connect(self._chosen)
        self.audience.currentIndexChanged.connect(self._audience_chosen)
        self.movement.toggled.connect(self._chosen)
        self.since.textChanged.connect(self._day_typed)
        self.template_button.clicked.connect(self._ask_template)

    def _chosen(self, _what: object = None) -> None:
        self._enable()
        self.changed.emit()

    def _day(self) -> date | None:
        """Return the day typed, none where it is no day before the one shown."""
        try:
            day = parse_day(self.since.text().strip())
        except InvalidValueError:
            return None
        return day if day < self._session.view.day else None

    def _day_typed(self, _text: str) -> None:
        set_invalid(self.since, self._day() is None)
        self.changed.emit()

    def _audience_chosen(self, _place: int) -> None:
        self._read_for_audience()
        self._chosen()

    def _enable(self) -> None:
        needs_day = self.chosen_kind is BriefKind.CHANGES
        self.party.setEnabled(self.chosen_kind is BriefKind.POSITION)
        self.movement.setEnabled(not needs_day)
        self.since.setEnabled(needs_day or self.movement.isChecked())

    def _ask_template(self) -> None:
        """Choose a template; giving none takes the bundled one again."""
        kinds = translate("Choices", "Own templates ({0})").format(_TEMPLATES)
        title = translate("Choices", "A template of your own")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        self.take_template(Path(chosen) if chosen else None)


def _choice(name: str, words: Sequence[str] = ()) -> QComboBox:
    box = QComboBox()
    box.addItems(list(words))
    find_by_letters(box)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(18)
    return box


def _fill(box: QComboBox, words: list[str], place: int) -> None:
    with QSignalBlocker(box):
        box.clear()
        box.addItems(words)
        box.setCurrentIndex(min(place, len(words) - 1))


def _offered_languages(columns: CaseColumns) -> list[str]:
    """Return the languages of briefs as BCP 47 tags; that of the case with its region, where it names one."""
    usual = language_for(columns.case.entry("language"))
    return [usual if own == primary_of(usual) else own for own in languages()]


def _a_year_before(day: date) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=max(day.year - 1, date.min.year), day=last)
