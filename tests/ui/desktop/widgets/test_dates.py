"""Dates typed in plain words, where they are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, write
from tests.workbench.domain.date_languages import GERMAN
from ui.desktop.editors.fields import DateField
from ui.desktop.editors.position import PositionEditor
from ui.desktop.widgets import dates
from ui.desktop.widgets.dates import DateEntry, today, typed_date
from ui.desktop.window import MainWindow
from ui.theme.hub import ThemeHub
from workbench.domain import dates_words
from workbench.domain.dates import parse_date
from workbench.domain.dates_spoken import read_date, say_date

CONTROL = Qt.KeyboardModifier.ControlModifier


def entry(qtbot: QtBot, hub: ThemeHub) -> DateEntry:
    made = DateEntry(hub, "From")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_reading_stands_beside_what_is_typed(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    own = entry(qtbot, theme_hub)
    QTest.keyClicks(own.line, "between Dec 2022 and March 2023")
    assert own.note.isVisible()
    assert own.note.text().startswith("2022-12/2023-03: between December 2022 and March 2023.")
    assert own.line.accessibleDescription() == own.note.text()
    assert own.date is not None
    assert own.date.text == "2022-12/2023-03"


def test_two_readings_are_named_once_the_line_is_left(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    own = entry(qtbot, theme_hub)
    QTest.keyClicks(own.line, "03/04/2022")
    assert not own.note.isVisible()
    QTest.keyClick(own.line, Qt.Key.Key_Return)
    assert "3 April 2022 or 4 March 2022" in own.note.text()
    assert own.date is None
    own.line.selectAll()
    QTest.keyClicks(own.line, "3 April 2022")
    assert own.note.text() == "2022-04-03: 3 April 2022."
    assert not own.line.property("invalid")


def test_yesterday_is_the_day_before_today() -> None:
    assert typed_date("yesterday").effective == today() - timedelta(days=1)


def test_a_position_typed_in_words_keeps_edtf(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.desk.new_position("BAK", "lachin")
    editor = page.desk.currentWidget()
    assert isinstance(editor, PositionEditor)
    since = editor.fields["since"]
    assert isinstance(since, DateField)
    since.line.setFocus()
    since.line.selectAll()
    qtbot.keyClicks(since.line, "about April 2024")
    assert since.note.text() == "2024-04~: about April 2024. Counts from 1 April 2024."
    qtbot.keyClick(since.line, Qt.Key.Key_Return, CONTROL)
    texts = [date.text for date in page.session.snapshot.table.dates]
    assert "2024-04~" in texts
    assert not any("about" in text for text in texts)


@pytest.fixture
def locale() -> Iterator[Callable[[str], None]]:
    """Let the window speak another language for the length of a test."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


def test_months_of_the_language_of_the_window_are_read_and_said(
    qtbot: QtBot, theme_hub: ThemeHub, locale: Callable[[str], None]
) -> None:
    locale("fr_FR")
    own = entry(qtbot, theme_hub)
    QTest.keyClicks(own.line, "15 fevrier 2022")
    assert own.date is not None
    assert own.date.text == "2022-02-15"
    assert "15 février 2022" in own.note.text()
    own.line.clear()
    QTest.keyClicks(own.line, "before March 2022")
    assert own.date is not None
    assert own.date.text == "../2022-02"


def test_words_of_the_language_of_the_window_are_read_and_said(
    qtbot: QtBot, theme_hub: ThemeHub, locale: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates_words, "LANGUAGES", {"en": dates_words.ENGLISH, "de": GERMAN})
    dates._words_in.cache_clear()
    locale("de_CH")
    own = entry(qtbot, theme_hub)
    write(qtbot, own.line, "vor dem 1. März 2024")
    dates._words_in.cache_clear()
    assert own.date is not None
    assert own.date.text == "../2024-02-29"
    assert own.note.text().startswith("../2024-02-29: bis 29. Februar 2024.")


def test_every_month_of_every_language_reads_back(locale: Callable[[str], None]) -> None:
    """As Qt writes them, with a day and alone."""
    every = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    names = sorted({own.name().split("_")[0]: own.name() for own in every}.values())
    assert len(names) > 100
    wrong = []
    for name in names:
        words = dates._words_in(name)
        for text in (f"2022-{month:02}{rest}" for month in range(1, 13) for rest in ("", "-15")):
            said = say_date(parse_date(text), words)
            if read_date(said, today(), words).text != text:
                wrong.append((name, text, said))
    assert wrong == []
