"""What is said at the start after the program ended by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit, QWidget

from ui.desktop.safety.sheet import CLOSE, Sheet
from ui.desktop.widgets.text import section_label
from ui.theme.hub import ThemeHub
from ui.words import marked, translate

_SAYS = marked(
    "Crashed",
    "Nothing that was entered is lost: every edit is on disk before the next one. Only what was just being "
    "typed may be missing; the History lens shows what was done last.",
)
_TO_DO = marked(
    "Crashed",
    "Go on working. If it happens again, send this report to whoever looks after the program. It names "
    "places in the program and nothing of any case.",
)


class CrashDialog(Sheet):
    """Says that the program ended by itself, what to do, and shows the report.

    Parameters
    ----------
    report : str
        What is known of it.
    path : Path
        Where the report lies.
    """

    def __init__(self, hub: ThemeHub, report: str, path: Path, parent: QWidget | None = None) -> None:
        title = translate("Crashed", "The program ended unexpectedly last time")
        super().__init__(hub, title, translate("Crashed", _SAYS), parent, width=620)
        self.warn(translate("Crashed", _TO_DO))
        self.body.addWidget(section_label(hub, translate("Crashed", "Report")))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(translate("Crashed", "Report"))
        self.report.setTabChangesFocus(True)
        self.body.addWidget(self.report, 1)
        self.note(translate("Crashed", "It is kept as {0}").format(path))
        button = self.finish(dismiss=CLOSE)
        copy = translate("Crashed", "Copy the report")
        self.copy = self.buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda _on: QApplication.clipboard().setText(report))
        button.setDefault(True)
        button.setFocus()
        self.be_large(680, 460)
