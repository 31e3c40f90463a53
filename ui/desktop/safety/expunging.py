"""Taking a text out for good: what it is, where it stands, and the word that confirms."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QWidget

from ui.desktop.safety.sheet import Sheet
from ui.desktop.safety.words import record_name
from ui.desktop.widgets.text import section_label
from ui.theme.dress import settle
from ui.theme.hub import ThemeHub
from workbench.keeping import ExpungedPlace, ExpungePlan

WORD = "expunge"
LEAST_LETTERS = 4
_NEVER = (
    "This cannot be undone. The text goes out of the tables, the history and every backup; a dated gap stays "
    "in its place. Copies elsewhere, papers and pictures are not reached."
)


class ExpungeTextDialog(Sheet):
    """Asks which text is to go, having said that it cannot be undone."""

    def __init__(self, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(hub, "Expunge a text", "", parent, width=520)
        self.warn(_NEVER)
        self.name("The text, exactly as it stands: a name, an address, a sentence")
        self.field = QLineEdit()
        self.field.setAccessibleName("Text to expunge")
        self.body.addWidget(self.field)
        self.note("You see first where it stands; nothing is done yet.")
        look = self.finish("Look for it")
        look.setEnabled(False)
        self.field.textChanged.connect(lambda text: look.setEnabled(len(text.strip()) >= LEAST_LETTERS))

    @property
    def text(self) -> str:
        """What is to go."""
        return self.field.text().strip()


class ExpungeDialog(Sheet):
    """Shows where the text stands; does it when the word is typed."""

    def __init__(self, hub: ThemeHub, plan: ExpungePlan, parent: QWidget | None = None) -> None:
        says = _found(plan)
        super().__init__(hub, "Expunge a text", says, parent, width=560)
        self.warn(_NEVER)
        self.places = QListWidget()
        settle(self.places)
        self.places.setAccessibleName("Where it stands")
        self.places.addItems([_place(own) for own in plan.places])
        self.body.addWidget(section_label(hub, f"Where it stands ({len(plan.places)})"))
        self.body.addWidget(self.places, 1)
        self.remove = QCheckBox(_unreadable(len(plan.unreadable)))
        self.remove.setVisible(bool(plan.unreadable))
        self.body.addWidget(self.remove)
        self.name(f"Type “{WORD}” to go on")
        self.field = QLineEdit()
        self.field.setAccessibleName(f"Type {WORD} to go on")
        self.body.addWidget(self.field)
        self._go = self.finish("Expunge for good")
        self._go.setDefault(False)
        self._plan = plan
        for changed in (self.field.textChanged, self.remove.toggled):
            changed.connect(lambda _now: self._judge())
        self._judge()

    def _judge(self) -> None:
        is_meant = self.field.text().strip().casefold() == WORD
        is_clear = self.remove.isChecked() or not self._plan.unreadable
        self._go.setEnabled(is_meant and is_clear and not self._plan.is_empty)


def _found(plan: ExpungePlan) -> str:
    if plan.is_empty:
        return "The text is nowhere in the case, its history or its backups."
    backups = len(plan.backups)
    files = "" if not backups else " and in 1 backup" if backups == 1 else f" and in {backups} backups"
    return f"The text stands in this case{files}. All of them are written anew without it."


def _unreadable(count: int) -> str:
    files = "1 file" if count == 1 else f"{count} files"
    return f"Remove {files} among the backups that cannot be searched"


def _place(place: ExpungedPlace) -> str:
    if not place.table:
        return "A line of the history"
    field = f": {place.field.replace('_', ' ')}" if place.field else ""
    return f"{record_name(place.table, place.key)}{field}" if place.key else f"{place.table}{field}"
