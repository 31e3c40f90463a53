"""Every text that the window says in its own voice goes through Qt's translation.

The source is read, not run: a literal that is handed to a widget as it stands is a text that no translator
ever sees.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "ui"
METHODS = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setStatusTip",
    "setAccessibleDescription", "addAction", "addMenu", "setTitle", "addItem", "set_text", "add_action",
    "say", "note", "name", "warn", "finish",
}  # fmt: skip
"""Methods that show their first argument."""
MAKERS = {
    "QLabel": 0, "QPushButton": 0, "QToolButton": 0, "QCheckBox": 0, "QRadioButton": 0, "QAction": 0,
    "QMenu": 0, "Text": 1, "RowButton": 1, "section_label": 1, "LineField": 1, "DateField": 1,
    "AreaField": 1, "ChoiceField": 1, "RecordChoice": 1, "SuggestedField": 1, "LevelField": 1,
    "WordField": 1, "NumberField": 1, "PartiesField": 1, "MessageBar": 1, "secret_field": 0,
}  # fmt: skip
"""Widgets that show an argument, and which."""
TRANSLATORS = {"tr", "translate", "translated", "_say", "format", "QT_TRANSLATE_NOOP"}


def sources() -> list[Path]:
    return [
        path for path in sorted(UI.rglob("*.py")) if "commandline" not in path.parts and path.name != "cli.py"
    ]


def bare_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of every literal that is shown as it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = 0 if isinstance(node.func, ast.Attribute) and name in METHODS else MAKERS.get(name)
            if place is not None and len(node.args) > place:
                yield from ((node.lineno, text) for text in words_of(node.args[place]))


def words_of(node: ast.expr) -> Iterator[str]:
    """Yield the words that an expression says without asking a translator."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _says(node.value):
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        said = "".join(part.value for part in node.values if isinstance(part, ast.Constant))
        if _says(said):
            yield said
    elif isinstance(node, ast.IfExp):
        yield from words_of(node.body)
        yield from words_of(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from words_of(node.left)
        yield from words_of(node.right)


def _says(text: str) -> bool:
    """Tell whether there are words in a text, its tags left aside."""
    return bool(re.search(r"[A-Za-z]{2}", re.sub(r"<[^>]*>", "", text)))


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(UI)))
def test_no_text_is_shown_without_translation(path: Path) -> None:
    found = list(bare_texts(ast.parse(path.read_text(encoding="utf-8"))))
    assert found == []


def test_the_reader_of_the_source_finds_what_is_bare() -> None:
    bare = ['b.setText("Open it")', 'Text(hub, f"of {n} days")', 'm.addAction("A" if x else "Close")']
    for line in bare:
        assert list(bare_texts(ast.parse(line))), line
    for line in (
        'b.setText(self.tr("Open it"))',
        'b.setText(f"{n}")',
        'b.setText(translated("a {0} b").format(1))',
    ):
        assert not list(bare_texts(ast.parse(line))), line


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(UI)))
def test_what_is_translated_is_written_out_and_filled_in_afterwards(path: Path) -> None:
    """An f-string asks a translator for a text that exists at run time only."""
    wrong = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in TRANSLATORS - {"format", "_say"} and any(
                isinstance(own, ast.JoinedStr) for own in node.args
            ):
                wrong.append(node.lineno)
    assert wrong == []
