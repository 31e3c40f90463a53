"""The tool for translators: what it reads, that nothing is passed over, and the way from text to window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.foreign import foreign
from tests.translating import ROOT, Message, keys, read_all, read_source, unmarked, update
from ui.actions.catalogue import CATALOGUE
from ui.actions.spec import Category, Submenu
from workbench.domain import handling, level, vocabulary
from workbench.domain.audience import AudienceKind
from workbench.domain.saying import counted, translate

RELEASE = Path(sys.executable).with_name("pyside6-lrelease")
SOURCE = """
translate("Cell", "one")
translate("Cell", "in " "parts", "a note")
translate(
    "Cell",
    (
        "in brackets "
        "too"
    ),
)
class Window(QWidget):
    def say(self, n):
        self.tr("seen")
        counted("Cell", "%n days", "%n day", len(n) + 1)
        translate("Cell", LATER)
        return f"{translate('Cell', 'within')}"
LATER = marked("Cell", "later")
MANY = marked_count("Cell", "%n parties", "%n party")
"a b".translate(table)
"""


def test_it_reads_texts_however_they_are_written() -> None:
    messages, later = read_source(SOURCE, "file.py")
    assert {own.key for own in messages} == {
        ("Cell", "one", ""),
        ("Cell", "in parts", "a note"),
        ("Cell", "in brackets too", ""),
        ("Window", "seen", ""),
        ("Cell", "%n days", "%n day"),
        ("Cell", "within", ""),
        ("Cell", "later", ""),
        ("Cell", "%n parties", "%n party"),
    }
    assert {own.text for own in messages if own.is_counted} == {"%n days", "%n parties"}
    assert [(own.context, own.line) for own in later] == [("Cell", 15)]


def test_what_is_said_later_is_marked_under_its_context() -> None:
    messages, later = read_all()
    assert list(unmarked(messages, later)) == []


def test_every_number_has_its_singular_in_english() -> None:
    assert [own for own in read_all()[0] if own.is_counted and not own.note] == []
    bare = [own for own in read_all()[0] if "%n" in own.text and not own.is_counted]
    assert bare == []


def parsed(file: Path) -> ET.ElementTree:
    return ET.parse(file)  # noqa: S314 - what we have made ourselves


def vocabularies() -> Iterator[type[StrEnum]]:
    for module in (vocabulary, level, handling):
        yield from (
            own
            for own in vars(module).values()
            if isinstance(own, type) and issubclass(own, StrEnum) and own is not StrEnum
        )
    yield AudienceKind
    for name, place in (
        ("ChangeKind", "workbench.analysis.changes"), ("Relation", "workbench.analysis.demands"),
        ("Ground", "workbench.analysis.common_ground"), ("Movement", "workbench.readmodels.matrix_types"),
        ("Mark", "ui.paint.marks"), ("RoomSign", "ui.paint.legend"),
        ("Subject", "ui.desktop.present.presenter"),
    ):  # fmt: skip
        yield getattr(import_module(place), name)


@pytest.mark.parametrize("words", sorted(set(vocabularies()), key=lambda own: own.__name__))
def test_every_word_of_a_vocabulary_can_be_translated(words: type[StrEnum]) -> None:
    known = keys(read_all()[0])
    missing = [own for own in words if len(own) > 1 and (words.__name__, own.value, "") not in known]
    assert missing == []


def test_every_menu_and_action_can_be_translated() -> None:
    known = keys(read_all()[0])
    texts = {text for spec in CATALOGUE for text in (spec.text, spec.description)} | {*Category, *Submenu} - {
        ""
    }
    assert [own for own in texts if ("actions", str(own), "") not in known] == []


MESSAGES = (
    Message("Cell", "one “two” \\ three", "", False, "ui/a.py", 3),
    Message("Cell", "%n days", "%n day", True, "ui/a.py", 3),
    Message("Cell", "line\nbreak", "a note", False, "workbench/b.py", 9),
)


def test_a_file_is_made_and_keeps_what_was_translated(tmp_path: Path) -> None:
    file = tmp_path / "position-workbench_pl.ts"
    update(file, MESSAGES)
    found = {own.findtext("source"): own for own in parsed(file).iter("message")}
    assert {text: own.get("numerus") for text, own in found.items()} == {
        "one “two” \\ three": None,
        "%n days": "yes",
        "line\nbreak": None,
    }
    assert len(found["%n days"].findall("translation/numerusform")) == 3  # Polish has three
    assert found["line\nbreak"].findtext("comment") == "a note"
    places = {own.get("filename"): own.get("line") for own in parsed(file).iter("location")}
    assert places == {"../../ui/a.py": "3", "../../workbench/b.py": "9"}
    text = file.read_text(encoding="utf-8").replace(
        '<translation type="unfinished"></translation>', "<translation>raz</translation>", 1
    )
    file.write_text(text, encoding="utf-8")
    update(file, (*MESSAGES, Message("Cell", "new", "", False, "ui/a.py", 8)))
    kept = {own.findtext("source"): own.findtext("translation") for own in parsed(file).iter("message")}
    assert kept["one “two” \\ three"] == "raz"
    assert kept["new"] == ""


def translated(file: Path) -> None:
    """Translate a whole file: every text between marks, plurals with the number of their form."""
    tree = parsed(file)
    for message in tree.iter("message"):
        source, made = message.findtext("source") or "", message.find("translation")
        assert made is not None
        made.attrib.pop("type", None)
        forms = made.findall("numerusform")
        for number, form in enumerate(forms):
            form.text = f"{number}:{foreign(source)}"
        if not forms:
            made.text = foreign(source)
    tree.write(file, encoding="utf-8", xml_declaration=True)


@pytest.fixture(scope="module")
def polish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a translation of the whole program, compiled, with plurals as Polish has them."""
    file = tmp_path_factory.mktemp("polish") / "position-workbench_pl.ts"
    update(file)
    translated(file)
    compiled = file.with_suffix(".qm")
    said = subprocess.run([RELEASE, file, "-qm", compiled], check=True, capture_output=True, text=True)
    assert "Ignored" not in said.stdout + said.stderr
    return compiled


def test_from_the_source_to_the_window(qtbot: QtBot, qapp: QApplication, polish: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(polish))
    assert translator.language() == "pl_PL"
    qapp.installTranslator(translator)
    try:
        assert translate("Level", "aligned") == "⟦aligned⟧"
        days = [counted("Events", "in %n days", "in %n day", number) for number in (1, 2, 5, 22, 25)]
        assert [own[0] for own in days] == ["0", "1", "2", "1", "2"]
        assert days[0] == "0:⟦in ⟧1⟦ days⟧"
        missing = [
            own.key
            for own in read_all()[0]
            if "⟦" not in qapp.translate(own.context, own.text, own.note or None, 1)
        ]
        assert missing == []
    finally:
        qapp.removeTranslator(translator)


def test_the_command_says_what_it_wants(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "tests.translating"]
    wrong = subprocess.run(
        [*run, str(tmp_path / "a.txt")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert wrong.returncode == 2
    assert "does not end in .ts" in wrong.stderr
