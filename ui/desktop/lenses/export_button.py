"""The button that writes what is seen to a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from ui.theme.dress import set_kind


class ExportButton(QPushButton):
    """Writes what is seen to a file: as a table, or as a picture that is looked at first.

    Signals
    -------
    wanted
        Ending of the kind of file.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setText(self.tr("Export"))
        self.setToolTip(self.tr("Write what is seen here to a file"))
        set_kind(self, "menu")
        menu = QMenu(self)
        tables = (self.tr("Workbook…"), ".xlsx"), (self.tr("CSV…"), ".csv")
        pictures = (self.tr("Image…"), ".png"), (self.tr("Drawing…"), ".svg"), (self.tr("PDF…"), ".pdf")
        for entries in (tables, pictures):
            for name, suffix in entries:
                action = menu.addAction(f"{name}\t{suffix}")
                action.triggered.connect(lambda _on, own=suffix: self.wanted.emit(own))
            menu.addSeparator()
        self.setMenu(menu)
