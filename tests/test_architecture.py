"""The rooms of the house: who may import whom, and what may not stand where."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_LITERAL_COLOUR = re.compile(r"(?:^|:\s*)#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
_COLOUR_MAKERS = {"QColor", "QRgba64", "qRgb", "qRgba", "fromRgb", "fromRgbF", "fromHsv", "fromHsl"}
_SQL = re.compile(
    r"\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA)\b",
    re.IGNORECASE | re.DOTALL,
)
_LINT = "import sys; from importlinter import cli; sys.exit(cli.lint_imports(no_cache=True, no_logo=True))"
_NO_QUERY = ("ui/desktop", "ui/paint", "ui/tables", "ui/pictures", "ui/actions", "ui/theme")


def test_the_layers_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LINT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_colour_stands_outside_the_themes() -> None:
    painted = [path for path in _sources("ui") if "theme" not in path.relative_to(ROOT).parts]
    found = [f"{path}:{line}: {what}" for path in painted for line, what in literal_colours(path)]
    assert not found, "\n".join(found)


def test_no_query_stands_in_a_widget() -> None:
    found = [f"{path}:{line}" for folder in _NO_QUERY for path in _sources(folder) for line in _queries(path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    ['pen = "#1F5FA8"', "pen = QColor(31, 95, 168)", "pen = QColor.fromRgbF(0.1, 0.2, 0.3)", 'QColor("navy")',
     "pen = Qt.GlobalColor.red", 'sheet = "a { color: #fff }"'],
)  # fmt: skip
def test_literal_colours_are_seen(source: str, tmp_path: Path) -> None:
    path = tmp_path / "widget.py"
    path.write_text(source)
    assert list(literal_colours(path))


@pytest.mark.parametrize(
    "source", ["pen = QColor(wanted)", "Qt.GlobalColor.transparent", "QColor.fromRgbF(red, green, blue)"]
)
def test_colours_from_data_are_fine(source: str, tmp_path: Path) -> None:
    path = tmp_path / "widget.py"
    path.write_text(source)
    assert not list(literal_colours(path))


def test_queries_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "widget.py"
    path.write_text('rows = run("select code from party")')
    assert _queries(path) == [1]


def literal_colours(path: Path) -> Iterator[tuple[int, str]]:
    """Give line and text of every colour written out in a source file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Constant(value=str(text)) if _LITERAL_COLOUR.search(text):
                yield node.lineno, text
            case ast.Call(func=function, args=[_, *_] as args) if _name(function) in _COLOUR_MAKERS:
                if all(isinstance(arg, ast.Constant) for arg in args):
                    yield node.lineno, ast.unparse(node)
            case ast.Attribute(value=ast.Attribute(attr="GlobalColor"), attr=colour) if (
                colour != "transparent"
            ):
                yield node.lineno, ast.unparse(node)


def _queries(path: Path) -> list[int]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.search(node.value)
    ]


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))
