"""What the operator chooses: for whom, which track, matrix, issue or cell, and how large the room is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from ui.desktop.header import audience_name
from ui.desktop.present.presenter import Presenter, Subject
from ui.desktop.session import CaseSession
from ui.desktop.widgets.choice import Choice
from ui.desktop.widgets.letters import find_by_letters
from ui.theme.dress import join_segments
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space
from ui.words import at_start, marked, said, translate
from workbench.domain.audience import PUBLIC, ROOM, Audience, AudienceKind
from workbench.domain.vocabulary import Basis
from workbench.readmodels.presenting import Seating

_SUBJECT_TIPS = {
    Subject.MATRIX: marked("Present", "Where all parties stand (Ctrl+1)"),
    Subject.ISSUE: marked("Present", "One issue, option by option (Ctrl+2)"),
    Subject.CARD: marked("Present", "One party on one issue (Ctrl+3)"),
}


class Controls(QWidget):
    """The choices of a presenter, as fields; they follow what is chosen elsewhere."""

    def __init__(self, presenter: Presenter, session: CaseSession, hub: ThemeHub) -> None:
        super().__init__()
        self._presenter, self._session = presenter, session
        self._audiences = self._offered()
        names = [audience_name(own, session) for own in self._audiences]
        self.audience = _choice(translate("Present", "For whom"), names)
        self.basis = _choice(translate("Present", "Basis"), [at_start(said(own)) for own in Basis])
        self.basis.setCurrentIndex(list(Basis).index(presenter.basis))
        self.subjects = self._subject_buttons()
        self.issue = _choice(translate("Present", "Issue"))
        self.party = _choice(translate("Present", "Party"))
        seating = presenter.seating
        self.distance = _metres(translate("Present", "Last row sits at"), 0.5, 60.0, seating.distance)
        self.image_height = _metres(translate("Present", "Image is high"), 0.2, 12.0, seating.image_height)
        self._lay_out(hub)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        presenter = self._presenter
        row, column = presenter.chosen()
        rows = presenter.model.rows
        titles = [presenter.model.issue(own).title for own in rows]
        _fill(self.issue, titles, None if row is None else rows.index(row))
        _fill(self.party, [own.label for own in presenter.model.columns], column)
        self.issue.setEnabled(presenter.subject is not Subject.MATRIX)
        self.party.setEnabled(presenter.subject is Subject.CARD)
        self.subjects[presenter.subject].setChecked(True)

    def choose(self, subject: Subject) -> None:
        """Put matrix, issue or cell before the room; something is selected where nothing was."""
        presenter = self._presenter
        row, column = presenter.chosen()
        rows = presenter.model.rows
        if subject is not Subject.MATRIX and rows and (row is None or column is None):
            with QSignalBlocker(presenter):
                presenter.select(rows[0] if row is None else row, column or 0)
        presenter.set_subject(subject)

    def _offered(self) -> list[Audience]:
        parties = self._session.snapshot.parties
        return [PUBLIC, ROOM, *(Audience(AudienceKind.PARTY, own.code) for own in parties)]

    def _subject_buttons(self) -> dict[Subject, QPushButton]:
        group, made = QButtonGroup(self), {}
        for subject in Subject:
            button = made[subject] = QPushButton(said(subject))
            button.setCheckable(True)
            button.setToolTip(translate("Present", _SUBJECT_TIPS[subject]))
            button.clicked.connect(lambda _on, own=subject: self.choose(own))
            group.addButton(button)
        join_segments(list(made.values()))
        return made

    def _lay_out(self, hub: ThemeHub) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(round(Space.NORMAL * hub.zoom))
        switch = QHBoxLayout()
        switch.setSpacing(0)
        for button in self.subjects.values():
            switch.addWidget(button, 1)
        form.addRow(translate("Present", "Show"), switch)
        for field in (self.issue, self.party, self.audience, self.basis, self.distance, self.image_height):
            form.addRow(field.accessibleName(), field)

    def _connect(self) -> None:
        presenter = self._presenter
        bases = list(Basis)
        self.audience.currentIndexChanged.connect(
            lambda place: presenter.set_audience(self._audiences[place])
        )
        self.basis.currentIndexChanged.connect(lambda place: presenter.set_basis(bases[place]))
        self.issue.activated.connect(self._selected)
        self.party.activated.connect(self._selected)
        self.distance.valueChanged.connect(self._seated)
        self.image_height.valueChanged.connect(self._seated)

    def _selected(self, _place: int) -> None:
        rows = self._presenter.model.rows
        self._presenter.select(rows[max(self.issue.currentIndex(), 0)], max(self.party.currentIndex(), 0))

    def _seated(self, _metres: float) -> None:
        self._presenter.set_seating(Seating(self.distance.value(), self.image_height.value()))


def _choice(name: str, words: Sequence[str] = ()) -> QComboBox:
    box = Choice()
    box.addItems(list(words))
    find_by_letters(box)
    box.setAccessibleName(name)
    box.setMinimumContentsLength(14)
    return box


def _fill(box: QComboBox, words: list[str], place: int | None) -> None:
    with QSignalBlocker(box):
        if [box.itemText(number) for number in range(box.count())] != words:
            box.clear()
            box.addItems(words)
        box.setCurrentIndex(-1 if place is None else place)


def _metres(name: str, least: float, most: float, value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(least, most)
    box.setDecimals(1)
    box.setSingleStep(0.5)
    metres = translate("Present", " m", "metres, after a number")
    box.setSuffix(metres)
    box.setValue(value)
    box.setFixedWidth(box.fontMetrics().horizontalAdvance(f"60.0{metres}") + 64)
    box.setAccessibleName(name)
    return box
