"""The backups of a case: when each was made, and what it contains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.desktop.safety.sheet import CLOSE, Sheet
from ui.desktop.safety.words import moment, moment_of, records_in, size
from ui.theme.dress import settle
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import counted, marked_count, translate
from workbench.domain.labels import Label
from workbench.keeping import Backup, ListedBackup

_PROTECTED = marked_count(
    "Backups",
    "{file}, protected. It holds %n steps of history.",
    "{file}, protected. It holds %n step of history.",
)
_NOT_PROTECTED = marked_count(
    "Backups",
    "{file}, not protected. It holds %n steps of history.",
    "{file}, not protected. It holds %n step of history.",
)


class BackupWish(Enum):
    """What is wanted of the backups."""

    NOW = auto()
    RESTORE = auto()


Say: TypeAlias = Callable[[Label], str]


class BackupsDialog(Sheet):
    """Lists the backups, the latest first; makes one, or goes back to one.

    Parameters
    ----------
    case : str
        Name of the file.
    listed : sequence of ListedBackup
        The backups, oldest first.
    may_restore : bool
        Whether the case may be replaced.
    may_back_up : bool
        Whether it can be backed up as it is.
    say : callable
        Puts into words what was done last, or says nothing of it; by codes where the case is not open.
    """

    def __init__(
        self,
        hub: ThemeHub,
        case: str,
        listed: Sequence[ListedBackup],
        parent: QWidget | None = None,
        *,
        may_restore: bool = True,
        may_back_up: bool = True,
        say: Say = Label.say,
    ) -> None:
        says = translate(
            "Backups",
            "A backup is made when something has changed: at close, and before an import, a merge or a new "
            "version of the file. The last ten stay, then one for each day, week and month.",
        )
        super().__init__(hub, translate("Backups", "Backups of “{0}”").format(case), says, parent, width=760)
        self._listed = tuple(reversed(listed))
        self._may_restore, self._say = may_restore, say
        self.wish: BackupWish | None = None
        self.list = self._table()
        self.body.addWidget(self.list, 1)
        self.about = self.note("")
        self.finish(dismiss=CLOSE)
        self.restore = self._button(translate("Backups", "Go back to this one"), BackupWish.RESTORE)
        self.now = self._button(translate("Backups", "Back up now"), BackupWish.NOW)
        self.now.setVisible(may_back_up)
        self.list.currentItemChanged.connect(lambda _now, _before: self._describe())
        self.restore.setAutoDefault(False)
        self.now.setAutoDefault(False)
        self.buttons.button(CLOSE).setDefault(True)
        if self._listed:
            self.be_large(960, 480)
        self.list.setVisible(bool(self._listed))
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self._describe()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        own = self._current()
        return own.backup if own is not None else None

    def _current(self) -> ListedBackup | None:
        item = self.list.currentItem()
        return self._listed[self.list.indexOfTopLevelItem(item)] if item is not None else None

    def _table(self) -> QTreeWidget:
        table = QTreeWidget()
        settle(table)
        table.setAccessibleName(translate("Backups", "Backups"))
        table.setRootIsDecorated(False)
        table.setAllColumnsShowFocus(True)
        table.setHeaderLabels(_columns())
        for own in self._listed:
            table.addTopLevelItem(self._item(own))
        header = table.header()
        header.setStretchLastSection(False)
        for column in range(table.columnCount()):
            header.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.Stretch if column == 1 else QHeaderView.ResizeMode.ResizeToContents,
            )
        return table

    def _item(self, own: ListedBackup) -> QTreeWidgetItem:
        item = QTreeWidgetItem(_line(own))
        item.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if own.trouble:
            item.setForeground(2, self.hub.theme.colour(Role.ERROR_TEXT))
        for column in (1, 2):
            item.setToolTip(column, item.text(column))
        return item

    def _button(self, words: str, wish: BackupWish) -> QPushButton:
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda _on: self._want(wish))
        return button

    def _want(self, wish: BackupWish) -> None:
        self.wish = wish
        self.accept()

    def _describe(self) -> None:
        own = self._current()
        self.restore.setEnabled(own is not None and own.contents is not None and self._may_restore)
        self.about.setText(_about(own, self._say))


def _columns() -> list[str]:
    return [
        translate("Backups", "Made"),
        translate("Backups", "Why"),
        translate("Backups", "Contains"),
        translate("Backups", "Size"),
    ]


def _line(own: ListedBackup) -> list[str]:
    contains = records_in(own.contents) if own.contents else translate("Backups", "Cannot be read")
    return [moment(own.backup.made_at), own.why or "–", contains, size(own.backup.size)]


def _about(own: ListedBackup | None, say: Say) -> str:
    """Say more of the backup that is selected: everything that the columns cut off."""
    if own is None:
        return translate(
            "Backups",
            "There is no backup yet. The first is made when something has changed and the case is closed.",
        )
    if own.contents is None:
        return own.trouble
    whole = _PROTECTED if own.backup.is_protected else _NOT_PROTECTED
    said = [counted(*whole, own.contents.operations).format(file=own.backup.path.name)]
    last = own.contents.last
    if last and (what := say(last.label)):
        who = last.author or translate("Backups", "nobody named")
        text = translate("Backups", "The last of them: {what}, by {who}, {when}.")
        said.append(text.format(what=what, who=who, when=moment_of(last.at)))
    elif last:
        said.append(translate("Backups", "The last of them is of {0}.").format(moment_of(last.at)))
    return " ".join(said)


class RestoreDialog(Sheet):
    """Asks once more before a backup takes the place of the case."""

    def __init__(self, hub: ThemeHub, case: str, backup: Backup, parent: QWidget | None = None) -> None:
        says = translate(
            "Backups",
            "“{case}” becomes what it was on {day}. The case as it is now is kept as a backup first, so that "
            "you can come back to it.",
        ).format(case=case, day=moment(backup.made_at))
        super().__init__(hub, translate("Backups", "Go back to a backup"), says, parent)
        self.finish(translate("Backups", "Go back"))
