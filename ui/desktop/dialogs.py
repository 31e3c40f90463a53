"""What the window asks for: files, and whether to go on. Tests put their own answers in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui.desktop.documents import BriefOrder
from ui.desktop.session import CaseSession
from ui.desktop.widgets.passing import passing
from ui.theme.hub import ThemeHub
from ui.words import marked, translate

if TYPE_CHECKING:
    from ui.desktop.copy_dialog import CopyOrder
    from ui.desktop.import_preview import ImportPreview
    from ui.desktop.list_dialog import ListForm
    from ui.desktop.picture.wanted import WantedPictures

SUFFIX = ".positions"
_CASES = marked("Dialogs", "Cases (*{0})")
_VIEWS = {
    ".xlsx": marked("Dialogs", "Workbook (*{0})"),
    ".csv": marked("Dialogs", "CSV (*{0})"),
    ".png": marked("Dialogs", "Image (*{0})"),
    ".svg": marked("Dialogs", "Drawing (*{0})"),
    ".pdf": marked("Dialogs", "PDF (*{0})"),
}
"""Kinds of file by their ending, in English."""
_OTHERS = {
    ".json": marked("Dialogs", "JSON (*{0})"),
    "": marked("Dialogs", "Folder of CSV files (*{0})"),
}


class Dialogs:
    """Asks the person. Every method returns none where the answer is to leave it be.

    Parameters
    ----------
    window : QWidget
        Over which dialogs stand.
    settings : QSettings
        Where the folder used last is kept.
    """

    def __init__(self, window: QWidget, hub: ThemeHub, settings: QSettings) -> None:
        self._window, self._hub, self._settings = window, hub, settings

    def ask_new_case(self, name: str = "case") -> Path | None:
        """Ask where a new case goes."""
        path = self._saving(translate("Dialogs", "New case"), cases(), f"{name}{SUFFIX}")
        return named_as_case(path) if path else None

    def ask_case(self) -> Path | None:
        """Ask which case to open."""
        return self._opening(translate("Dialogs", "Open a case"), cases())

    def ask_tables(self) -> Path | None:
        """Ask for a workbook or JSON file to import."""
        title = translate("Dialogs", "Import tables: a workbook or a JSON file")
        return self._opening(title, translate("Dialogs", "Tables (*{0})").format(".xlsx *.json"))

    def ask_folder(self) -> Path | None:
        """Ask for a folder of CSV files to import."""
        title = translate("Dialogs", "Import a folder of CSV files")
        folder = QFileDialog.getExistingDirectory(self._window, title, self._folder())
        return self._kept(folder)

    def ask_list(self) -> Path | None:
        """Ask for a list or grid to import."""
        kinds = translate("Dialogs", "Lists and grids (*{0})").format(".csv *.csv.gz *.xlsx")
        return self._opening(translate("Dialogs", "Import a list or a grid"), kinds)

    def ask_list_form(self, name: str) -> ListForm | None:
        """Ask in what form a list or grid comes."""
        from ui.desktop.list_dialog import ListDialog  # noqa: PLC0415 - when it is asked for

        with passing(ListDialog(self._hub, name, self._window)) as dialog:
            return dialog.answer if dialog.exec() else None

    def ask_export(self) -> Path | None:
        """Ask where tables go; a name without suffix becomes a folder of CSV files."""
        kinds = _kinds({".xlsx": _VIEWS[".xlsx"], **_OTHERS})
        return self._saving(translate("Dialogs", "Export tables"), kinds, "tables.xlsx")

    def ask_view(self, name: str) -> Path | None:
        """Ask where the table that is seen goes; the kinds of file begin with that of the name suggested."""
        from ui.desktop.lenses.saving import TABLES  # noqa: PLC0415 - when it is asked for

        suffixes = sorted(TABLES, key=lambda suffix: suffix != Path(name).suffix)
        kinds = _kinds({suffix: _VIEWS[suffix] for suffix in suffixes})
        return self._saving(translate("Dialogs", "Write what is seen"), kinds, name)

    def ask_picture(self, wanted: WantedPictures, ending: str) -> tuple[Path, ...]:
        """Show the picture that is wanted and let it be written; return the files, none where it was left."""
        from ui.desktop.picture.dialog import PictureDialog  # noqa: PLC0415 - when it is asked for

        look, ask = (self._hub, self._settings), (self._ask_picture_place, self._confirm_over)
        with passing(PictureDialog(wanted.makers, wanted.about, look, ask, self._window)) as dialog:
            dialog.choices.choose_kind(ending)
            dialog.exec()
            return dialog.written

    def _ask_picture_place(self, name: str, ending: str) -> Path | None:
        path = self._saving(translate("Dialogs", "Write the picture"), _kinds({ending: _VIEWS[ending]}), name)
        return ending_in(ending, path) if path else None

    def _confirm_over(self, question: str) -> bool:
        answer = QMessageBox.question(
            self._window, translate("Dialogs", "Files that are there already"), question
        )
        return answer is QMessageBox.StandardButton.Yes

    def ask_brief(self, session: CaseSession) -> BriefOrder | None:
        """Show the brief that is wanted, and ask where it goes."""
        from ui.desktop.brief_dialog import BriefDialog  # noqa: PLC0415 - when it is asked for

        with passing(BriefDialog(session, self._hub, self._window)) as dialog:
            if not dialog.exec():
                return None
            path = self._saving(
                translate("Dialogs", "Write the brief"), ";;".join(dialog.kinds.values()), dialog.name
            )
            return BriefOrder(dialog.audience, dialog.order, path, dialog.template) if path else None

    def ask_copy(self, session: CaseSession) -> CopyOrder | None:
        """Ask for whom a need-to-know copy is and where it goes."""
        from ui.desktop.copy_dialog import CopyDialog, CopyOrder  # noqa: PLC0415 - when it is asked for

        with passing(CopyDialog(session, self._hub, self._window)) as dialog:
            if not dialog.exec():
                return None
            path = self._saving(translate("Dialogs", "Need-to-know copy"), cases(), f"copy{SUFFIX}")
            if path is None:
                return None
            return CopyOrder(dialog.audience, dialog.filling, dialog.passphrase, named_as_case(path))

    def confirm_import(self, preview: ImportPreview) -> bool:
        """Show what an import would do, and ask whether to do it."""
        with passing(preview):
            return bool(preview.exec())

    def _opening(self, title: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        return self._kept(chosen)

    def _saving(self, title: str, kinds: str, name: str) -> Path | None:
        start = str(Path(self._folder()) / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        return self._kept(chosen)

    def _folder(self) -> str:
        """Return the folder used last, if it is still there: a stick may have been pulled out."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        known = (str(self._settings.value("files/folder") or ""), documents)
        return next((own for own in known if own and Path(own).is_dir()), str(Path.home()))

    def _kept(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        path = Path(chosen)
        self._settings.setValue("files/folder", str(path.parent))
        return path


def ending_in(ending: str, path: Path) -> Path:
    """Return a path with that ending; a full stop in its name ends nothing."""
    return path if path.suffix.casefold() == ending else path.with_name(f"{path.name}{ending}")


def named_as_case(path: Path) -> Path:
    """Return a path with the ending of a case file."""
    return ending_in(SUFFIX, path)


def cases() -> str:
    """Return how case files are named in a dialog of files."""
    return translate("Dialogs", _CASES).format(SUFFIX)


def _kinds(words: dict[str, str]) -> str:
    """Return kinds of file, by their endings, as a dialog of files takes them."""
    return ";;".join(translate("Dialogs", text).format(suffix) for suffix, text in words.items())
