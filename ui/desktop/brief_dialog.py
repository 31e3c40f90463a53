"""A brief before it leaves: what is wanted, its pages, and what should not stand in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.brief.choices import BriefChoices
from ui.desktop.brief.making import TYPESET, Made, made
from ui.desktop.brief.pages import BriefPages
from ui.desktop.placing import scrolling, size_within
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.desktop.widgets.wrapped_list import WrappedList
from ui.desktop.working import work_aside
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import counted, marked, translate
from workbench.briefs.findings import Severity
from workbench.briefs.order import BriefKind, BriefOrder
from workbench.domain.audience import Audience
from workbench.domain.errors import CaseError
from workbench.readmodels.wording import day_in_words

_SIZE = QSize(1180, 760)
_SIDE = 380
_LEAST_FINDINGS = 140
_PAUSE = 120
"""Milliseconds of rest after which the pages follow the choices."""
_KINDS_OF_FILE = {
    ".docx": marked("BriefDialog", "Word document (*{0})"),
    ".pdf": marked("BriefDialog", "PDF (*{0})"),
    ".html": marked("BriefDialog", "Web page (*{0})"),
    ".md": marked("BriefDialog", "Markdown (*{0})"),
}
_MADE_WITH = {".docx": ".docx", TYPESET: ".pdf", ".html": ".html", ".css": ".html", ".md": ".md"}


class BriefDialog(QDialog):
    """Shows the pages of the brief that is wanted; it can go on only where nothing would leak."""

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._hub = session, hub
        self._columns = session.store.read()
        self.setWindowTitle(translate("BriefDialog", "Brief"))
        self.choices = BriefChoices(session, self._columns, hub)
        self.marking = Text(hub, role=Role.TEXT_SECONDARY)
        self.verdict = Text(hub, weight=BOLD)
        self.findings = WrappedList()
        self.findings.setAccessibleName(translate("BriefDialog", "What was found in the text"))
        self.pages = BriefPages(hub)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = translate("BriefDialog", "Choose where it goes…")
        self.go_on = self.buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.made: Made | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self.compose)
        self.choices.changed.connect(self._wait)
        self._lay_out()
        self._wait()

    @property
    def audience(self) -> Audience:
        """For whom the brief is."""
        return self.choices.chosen_audience

    @property
    def order(self) -> BriefOrder:
        """What is wanted."""
        return self.choices.order

    @property
    def template(self) -> Path | None:
        """The user's own template, none for the bundled one."""
        return self.choices.template

    @property
    def name(self) -> str:
        """A name for the file."""
        order = self.order
        whose = f"-{order.parties[0]}" if order.parties else ""
        kind = "change" if order.kind is BriefKind.CHANGES else order.kind.value
        return f"{kind}-brief{whose}-{order.day.isoformat()}{next(iter(self.kinds))}"

    @property
    def kinds(self) -> dict[str, str]:
        """The kinds of file that can be written, by their endings: one where a template is for one."""
        only = _MADE_WITH.get(self.template.suffix.casefold()) if self.template else None
        return {
            ending: translate("BriefDialog", words).format(ending)
            for ending, words in _KINDS_OF_FILE.items()
            if only in (None, ending)
        }

    def compose(self) -> None:
        """Make the brief and look it over."""
        self._rest.stop()
        columns, audience, template = self._columns, self.audience, self.template
        try:
            if self.choices.trouble:
                raise CaseError(self.choices.trouble)
            order = self.order
            self.made = work_aside(
                self._hub,
                self,
                translate("BriefDialog", "Making the brief"),
                lambda _tell: made(columns, audience, order, template),
            )
        except CaseError as error:
            self._refuse(str(error))
        else:
            self.pages.show_pdf(self.made.pdf)
            self._show_findings(self.made)
        self._enable()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the first one as soon as there is something to look at."""
        super().showEvent(event)
        self._rest.start(0)

    def done(self, result: int) -> None:
        """Let go of the pages."""
        self._rest.stop()
        self.pages.let_go()
        super().done(result)

    def accept(self) -> None:
        """Go on, if these are the pages that were looked at and nothing would leak."""
        if self._rest.isActive():
            self.compose()
        elif self.go_on.isEnabled():
            super().accept()

    def _wait(self) -> None:
        self.marking.setText(
            translate("BriefDialog", "Every page will be marked {0}.").format(self.choices.marking)
        )
        if self.isVisible():
            self._rest.start()

    def _refuse(self, why: str) -> None:
        self.made = None
        self.findings.clear()
        self.verdict.setText("")
        self.pages.show_words(why)

    def _show_findings(self, brief: Made) -> None:
        self.findings.clear()
        for finding in brief.draft.findings:
            is_leak = finding.severity is Severity.LEAK
            text = (
                translate("BriefDialog", "Leak: {0}") if is_leak else translate("BriefDialog", "Style: {0}")
            )
            item = QListWidgetItem(text.format(finding.words(brief.pages)))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.findings.addItem(item)
        leaks, warnings = len(brief.draft.leaks), len(brief.draft.warnings)
        if leaks:
            words = translate("BriefDialog", "It cannot leave: put the text right in the case first.")
        elif warnings:
            words = counted(
                "BriefDialog",
                "%n to look at; nothing stops it.",
                "%n to look at; nothing stops it.",
                warnings,
            )
        else:
            words = translate("BriefDialog", "Nothing was found.")
        self.verdict.setText(words)

    def _enable(self) -> None:
        self.go_on.setEnabled(self.made is not None and not self.made.draft.leaks)
        self.findings.setVisible(self.findings.count() > 0)

    def _lay_out(self) -> None:
        self.go_on.setDefault(True)
        self.go_on.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for key, step in (("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda own=step: self.pages.turn(own))
        side = QWidget()
        side.setLayout(self._left())
        side.setFixedWidth(round(_SIDE * self._hub.zoom))
        body = QHBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        body.setSpacing(Space.PAGE)
        body.addWidget(side)
        body.addWidget(self.pages, 1)
        zoom = self._hub.zoom
        size_within(self, round(_SIZE.width() * zoom), round(_SIZE.height() * zoom))

    def _left(self) -> QVBoxLayout:
        hub, left = self._hub, QVBoxLayout()
        day = day_in_words(self._session.view.day)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.NORMAL)
        left.addWidget(Text(hub, translate("BriefDialog", "Brief"), TextSize.TITLE, weight=BOLD))
        left.addWidget(
            Text(
                hub,
                translate("BriefDialog", "As the parties stand on {0}.").format(day),
                role=Role.TEXT_SECONDARY,
            )
        )
        left.addWidget(scrolling(self._wanted_and_found()), 1)
        left.addWidget(self.verdict)
        left.addWidget(self.buttons)
        return left

    def _wanted_and_found(self) -> QWidget:
        """Return what is chosen and what was found: on a low screen it scrolls; the verdict stays."""
        page = QWidget()
        body = QVBoxLayout(page)
        body.setContentsMargins(0, 0, Space.NORMAL, 0)
        body.setSpacing(Space.NORMAL)
        body.addWidget(self.choices)
        body.addWidget(self.marking)
        body.addSpacing(Space.NORMAL)
        body.addWidget(section_label(self._hub, translate("BriefDialog", "The text, looked over")))
        self.findings.setMinimumHeight(round(_LEAST_FINDINGS * self._hub.zoom))
        body.addWidget(self.findings, 1)
        body.addStretch(0)
        return page
