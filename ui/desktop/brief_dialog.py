"""A brief before it leaves: what is wanted, its pages, and what should not stand in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QListWidgetItem,
    QWidget,
)

from ui.desktop.brief.choices import BriefChoices
from ui.desktop.brief.making import TYPESET, Made, made
from ui.desktop.brief.pages import BriefPages
from ui.desktop.pages_dialog import PagesDialog
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.desktop.widgets.wrapped_list import WrappedList
from ui.desktop.working import work_aside
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import counted, marked, translate
from workbench.briefs.findings import Severity
from workbench.briefs.order import BriefKind, BriefOrder
from workbench.domain.audience import Audience
from workbench.domain.errors import CaseError
from workbench.readmodels.wording import day_in_words

_SIZE = QSize(1180, 760)
_SIDE = 380
_LEAST_FINDINGS = 140
_KINDS_OF_FILE = {
    ".docx": marked("BriefDialog", "Word document (*{0})"),
    ".pdf": marked("BriefDialog", "PDF (*{0})"),
    ".html": marked("BriefDialog", "Web page (*{0})"),
    ".md": marked("BriefDialog", "Markdown (*{0})"),
}
_MADE_WITH = {".docx": ".docx", TYPESET: ".pdf", ".html": ".html", ".css": ".html", ".md": ".md"}


class BriefDialog(PagesDialog):
    """Shows the pages of the brief that is wanted; it can go on only where nothing would leak."""

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(hub, translate("BriefDialog", "Brief"), parent)
        self._session = session
        self._columns = session.store.read()
        self.choices = BriefChoices(session, self._columns, hub)
        self.marking = Text(hub, role=Role.TEXT_SECONDARY)
        self.verdict = Text(hub, weight=BOLD)
        self.findings = WrappedList()
        self.findings.setAccessibleName(translate("BriefDialog", "What was found in the text"))
        self.pages = BriefPages(hub)
        self.made: Made | None = None
        self.choices.changed.connect(self._chosen)
        self._enable()
        self.lay_out(self._side(), (self.verdict,), self.pages, (_SIZE, _SIDE))
        self._chosen()

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
        self.pages.let_go()
        super().done(result)

    def accept(self) -> None:
        """Go on, if these are the pages that were looked at and nothing would leak."""
        if self._rest.isActive():
            self.compose()
        elif self.go_on.isEnabled():
            super().accept()

    def _chosen(self) -> None:
        self.marking.setText(
            translate("BriefDialog", "Every page will be marked {0}.").format(self.choices.marking)
        )
        self.make_soon()

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

    def _side(self) -> list[QWidget]:
        day = translate("BriefDialog", "As the parties stand on {0}.")
        when = Text(self._hub, day.format(day_in_words(self._session.view.day)), role=Role.TEXT_SECONDARY)
        looked_over = section_label(self._hub, translate("BriefDialog", "The text, looked over"))
        self.findings.setMinimumHeight(round(_LEAST_FINDINGS * self._hub.zoom))
        return [when, self.choices, self.marking, looked_over, self.findings]
