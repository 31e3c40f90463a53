"""Ready for languages: every text of the window changes with the translation; names and numbers follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import page_of
from ui.actions.ids import ActionId
from ui.desktop.help import pages_dialog, shortcuts_dialog
from ui.desktop.lenses.registry import LENSES
from ui.desktop.lenses.tables.model import TableModel
from ui.desktop.window import MainWindow
from ui.tables.rows import Column, TableRow, cell
from ui.words import counted, number
from workbench.domain.folding import fold

MARK = "⟦"
_WORD = re.compile(r"[^\W\d_]{2,}")


class Pseudo(QTranslator):
    """Says everything with a mark, longer than English says it."""

    def translate(self, _context: str, source: str, _note: str | None = None, n: int = -1) -> str:
        text = source.replace("%n", str(n)) if n >= 0 else source
        return f"{MARK}{text}~~⟧" if text else ""

    def isEmpty(self) -> bool:  # noqa: N802 - of Qt
        return False


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def shown_texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield kind and text of every label, button, hint and menu that is seen."""
    for own in root.findChildren(QWidget):
        if not own.isVisible():
            continue
        if isinstance(own, QLabel | QAbstractButton) and own.text():
            yield type(own).__name__, own.text()
        if isinstance(own, QLineEdit) and own.placeholderText():
            yield "hint", own.placeholderText()


def words_of_the_case(window: MainWindow) -> set[str]:
    """Every word that stands in the case."""
    session = page_of(window).session
    case = session.snapshot.case
    texts = [
        session.snapshot.title,
        *(text for own in case.parties for text in (own.name, own.short_name, str(own.kind))),
        *(text for own in case.issues for text in (own.title, own.question, own.basket)),
        *(own.label for own in case.options),
        *(text for own in case.events for text in (own.title, own.description, own.kind)),
        *(text for own in case.sources for text in (own.title, own.attribution, own.citation)),
        *session.snapshot.table.statement,
        *session.snapshot.table.interest,
        f"{session.store.path}.backups",
    ]
    return {word for text in texts for word in _WORD.findall(fold(text))}


def left_in_english(window: MainWindow, root: QWidget) -> list[str]:
    """Return what is shown without the mark, and is no data of the case."""
    data = words_of_the_case(window) if window.page else set()
    found = []
    for kind, text in shown_texts(root):
        words = set(_WORD.findall(fold(text)))
        if MARK not in text and words - data:
            found.append(f"{kind}: {text[:80]}")
    return sorted(set(found))


def test_menus_header_panels_and_time_change_with_the_language(
    qtbot: QtBot, pseudo: None, show: ShowWindow
) -> None:
    window = show()
    qtbot.wait(100)
    page = page_of(window)
    for part in (page.header, page.side, page.strip):
        assert left_in_english(window, part) == []
    for action in window.registry.actions():
        assert action.text().startswith(MARK), action.objectName()


@pytest.mark.parametrize("key", [own.key for own in LENSES])
def test_every_lens_changes_with_the_language(qtbot: QtBot, pseudo: None, show: ShowWindow, key: str) -> None:
    window = show()
    page_of(window).centre.show_lens(key)
    qtbot.wait(80)
    centre = page_of(window).centre.currentWidget()
    assert centre is not None
    assert left_in_english(window, centre) == []


@pytest.mark.parametrize("table", ["sources", "events", "terms", "linkages", "judgements"])
def test_labels_of_editors_change_with_the_language(
    qtbot: QtBot, pseudo: None, show: ShowWindow, table: str
) -> None:
    window = show()
    page = page_of(window)
    page.desk.new_record(table)
    qtbot.wait(50)
    editor = page.desk.currentWidget()
    assert editor is not None
    fields = getattr(editor, "fields", {})
    assert fields
    assert [name for name, own in fields.items() if own.label.text() and MARK not in own.label.text()] == []


@pytest.mark.parametrize("name", [ActionId.PREFERENCES, ActionId.CHANGES_IN_PERIOD, ActionId.AS_LIST])
def test_windows_beside_change_with_the_language(
    qtbot: QtBot, pseudo: None, show: ShowWindow, name: ActionId
) -> None:
    window = show()
    window.registry.action(name).trigger()
    beside = next(own for own in QApplication.topLevelWidgets() if own.isVisible() and own is not window)
    allowed = ("20 March 2023", "2023-03-20")
    left = [own for own in left_in_english(window, beside) if not own.endswith(allowed)]
    beside.close()
    assert left == []


def test_help_and_welcome_change_with_the_language(qtbot: QtBot, pseudo: None, show: ShowWindow) -> None:
    window = show(empty=True)
    for made in (shortcuts_dialog(window.hub), pages_dialog(window.hub)):
        qtbot.addWidget(made)
        made.show()
        left = [
            own
            for own in left_in_english(window, made)
            if not re.search(r"Ctrl|Alt|Shift|F\d|Del|Ins|Pg", own)
        ]
        assert left == []
    assert [own for own in left_in_english(window, window) if "Position Workbench" not in own] == []


def test_numbers_are_counted_and_written_as_the_language_does(window: MainWindow) -> None:
    assert counted("Todo", "in %n days", "in %n day", 1) == "in 1 day"
    assert counted("Todo", "in %n days", "in %n day", 3) == "in 3 days"
    assert number(1234567) == "1,234,567"
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.German))
        assert number(1234567) == "1.234.567"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "names", "order"),
    [
        (QLocale.Language.English, ["Éire", "Zulu", "eire", "Ararat"], ["Ararat", "eire", "Éire", "Zulu"]),
        (
            QLocale.Language.Armenian,
            ["Գյումրի", "Երևան", "Արարատ", "Բերդ"],
            ["Արարատ", "Բերդ", "Գյումրի", "Երևան"],
        ),
        (
            QLocale.Language.Azerbaijani,
            ["Fizuli", "Əsgəran", "Emin", "Ağdam"],
            ["Ağdam", "Emin", "Əsgəran", "Fizuli"],
        ),
        (QLocale.Language.Turkish, ["İzmir", "Iğdır", "Hatay", "Jale"], ["Hatay", "Iğdır", "İzmir", "Jale"]),
        (QLocale.Language.Swedish, ["Öland", "Zorn", "Ärla", "Åre"], ["Zorn", "Åre", "Ärla", "Öland"]),
    ],
)
def test_names_are_sorted_by_the_rules_of_the_language(
    language: QLocale.Language, names: list[str], order: list[str]
) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(language))
        model = TableModel()
        rows = tuple(TableRow.of("parties", (name,), (cell(name),)) for name in names)
        model.show((Column("name", "Name"),), rows)
        model.arrange(0, descending=False)
        assert [row.key[0] for row in model.rows()] == order
    finally:
        QLocale.setDefault(before)
