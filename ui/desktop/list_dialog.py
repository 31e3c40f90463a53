"""In what form a list or grid comes that is to be imported."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from ui.desktop.safety.sheet import Sheet
from ui.theme.hub import ThemeHub
from ui.words import translate


@dataclass(frozen=True, slots=True)
class ListForm:
    """How a list or grid is to be read.

    Attributes
    ----------
    form : str
        ``long`` or ``grid``.
    ordered : tuple of str
        The options in order, none where they have no order.
    date : str
        Of every position of a grid.
    """

    form: str
    ordered: tuple[str, ...]
    date: str


class ListDialog(Sheet):
    """Asks whether a file is a list or a grid, whether options have an order, and the date of a grid."""

    def __init__(self, hub: ThemeHub, name: str, parent: QWidget | None = None) -> None:
        says = translate(
            "ListDialog",
            "Parties, issues and options are made as they appear; nothing is written before you have "
            "seen it.",
        )
        title = translate("ListDialog", "Import “{0}”").format(name)
        super().__init__(hub, title, says, parent, width=520)
        self.long = QRadioButton(
            translate("ListDialog", "A list: one line for each party, issue, option and date")
        )
        self.grid = QRadioButton(
            translate("ListDialog", "A grid: parties down, issues across, an option in each cell")
        )
        self.long.setChecked(True)
        for way in (self.long, self.grid):
            self.body.addWidget(way)
        self.ordered, self.date = QLineEdit(), QLineEdit()
        order = translate("ListDialog", "Options from one end to the other, where they have an order")
        for field, label, example in (
            (self.ordered, order, translate("ListDialog", "Yes, Abstain, No")),
            (self.date, translate("ListDialog", "Date of the grid"), "2023-03-20"),
        ):
            self.name(label)
            field.setAccessibleName(label)
            field.setPlaceholderText(example)
            self.body.addWidget(field)
        self._go = self.finish(translate("ListDialog", "Look at it"))
        self.grid.toggled.connect(lambda _on: self._judge())
        self.date.textChanged.connect(lambda _text: self._judge())
        self._judge()

    @property
    def answer(self) -> ListForm:
        """What was chosen."""
        ordered = tuple(part.strip() for part in self.ordered.text().split(",") if part.strip())
        form = "grid" if self.grid.isChecked() else "long"
        return ListForm(form, ordered, self.date.text().strip())

    def _judge(self) -> None:
        self.date.setEnabled(self.grid.isChecked())
        self._go.setEnabled(self.long.isChecked() or bool(self.date.text().strip()))
