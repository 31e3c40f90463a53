"""The texts that a translator has to translate, read from the source: what stands in a ``.ts`` file.

``python -m tests.translating FILE.ts`` makes the file, or brings it up to date; docs/translating.md says how
one goes on from there.

The source is read here, since Qt's own reader of Python passes over texts that stand in brackets, over
numbers that are worked out, and over plurals. What is found is handed to Qt's ``lupdate`` in the one form
that it reads without fail, each text on the line on which it stands: it keeps what was translated before, and
marks what is new.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDERS = ("workbench", "db", "ui")
_LUPDATE = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
_MARKS = {"translate", "marked", "QT_TRANSLATE_NOOP"}
_COUNTS = {"counted", "marked_count"}


@dataclass(frozen=True, order=True)
class Message:
    """One text to translate.

    Attributes
    ----------
    context, text, note : str
        What identifies it; the note of a text about a number is what English says of exactly one.
    is_counted : bool
        Whether it has a plural.
    file : str
        Where it stands, from the root of the repository.
    line : int
        On which line.
    """

    context: str
    text: str
    note: str
    is_counted: bool
    file: str
    line: int

    @property
    def key(self) -> tuple[str, str, str]:
        """By what it is looked up."""
        return self.context, self.text, self.note


@dataclass(frozen=True, order=True)
class Later:
    """A text that is said here and stands elsewhere; the context is empty where that is not written out."""

    context: str
    file: str
    line: int


class _Reader(ast.NodeVisitor):
    """Reads one file."""

    def __init__(self, file: str) -> None:
        self._file, self._classes = file, [""]
        self.messages: list[Message] = []
        self.later: list[Later] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _name_of(node.func)
        if name == "self.tr":
            self._read(node, self._classes[-1], node.args)
        elif name in _MARKS:
            self._read(node, _literal(node.args[0]), node.args[1:])
        elif name in _COUNTS and len(node.args) >= 3:
            self._read_count(node)
        self.generic_visit(node)

    def _read(self, node: ast.Call, context: str | None, arguments: list[ast.expr]) -> None:
        text = _literal(arguments[0]) if arguments else None
        if context is None or text is None:
            self.later.append(Later(context or "", self._file, node.lineno))
            return
        note = _literal(arguments[1]) or "" if len(arguments) > 1 else ""
        is_counted = len(arguments) > 2 or any(own.arg in {"n", "number"} for own in node.keywords)
        self._keep(node, context, text, note, is_counted=is_counted)

    def _read_count(self, node: ast.Call) -> None:
        context, many, one = (_literal(own) for own in node.args[:3])
        if context is None or many is None or one is None:
            self.later.append(Later(context or "", self._file, node.lineno))
        else:
            self._keep(node, context, many, one, is_counted=True)

    def _keep(self, node: ast.Call, context: str, text: str, note: str, *, is_counted: bool) -> None:
        if text:
            self.messages.append(Message(context, text, note, is_counted, self._file, node.lineno))


def _name_of(called: ast.expr) -> str:
    """Return what is called: a name, or a name of *self* or of Qt."""
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return called.attr if called.value.id == "QCoreApplication" else f"{called.value.id}.{called.attr}"
    return called.id if isinstance(called, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    """Return a text that is written out, none for any other."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def read_source(source: str, file: str = "") -> tuple[list[Message], list[Later]]:
    """Return the texts that stand in a piece of source, and what is said there and stands elsewhere."""
    reader = _Reader(file)
    reader.visit(ast.parse(source))
    return reader.messages, reader.later


def read_all(root: Path = ROOT) -> tuple[list[Message], list[Later]]:
    """Return the texts of the whole program."""
    messages: list[Message] = []
    later: list[Later] = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            found, said = read_source(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
            messages += found
            later += said
    return messages, later


def keys(messages: Iterable[Message]) -> dict[tuple[str, str, str], Message]:
    """Return the texts by what they are looked up, the one with a plural where there are both."""
    return {own.key: own for own in sorted(messages, key=lambda own: own.is_counted)}


def update(file: Path, messages: Iterable[Message] | None = None) -> None:
    """Make a file of translations, or bring it up to date.

    Raises
    ------
    OSError
        If it cannot be written.
    subprocess.CalledProcessError
        If Qt's tool refuses.
    """
    found = read_all()[0] if messages is None else list(messages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "program"
        inside = folder / _place(file)
        inside.parent.mkdir(parents=True)
        if file.exists():
            shutil.copyfile(file, inside)
        files = _by_file(found)
        for path, lines in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text("\n".join([*lines, ""]), encoding="utf-8")
        asked = [*files, "-silent", "-ts", inside.relative_to(folder)]
        subprocess.run([_LUPDATE, *asked], cwd=folder, check=True)
        shutil.copyfile(inside, file)


def _place(file: Path) -> Path:
    """Return where a file lies in the repository, or a name for one elsewhere."""
    whole = file.resolve()
    return (
        whole.relative_to(ROOT) if whole.is_relative_to(ROOT) else Path("resources/translations", file.name)
    )


def _by_file(messages: Iterable[Message]) -> dict[str, list[str]]:
    """Return the lines of each file, as Qt's reader wants them; it loses count where the first is empty."""
    known = keys(messages := list(messages))
    said: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for own in messages:
        said[own.file][own.line].append(_written(known[own.key]))
    return {
        file: ["; ".join(lines.get(line, ("#",))) for line in range(1, max(lines) + 1)]
        for file, lines in said.items()
    }


def _written(own: Message) -> str:
    parts = [_quoted(own.context), _quoted(own.text)]
    if own.note or own.is_counted:
        parts.append(_quoted(own.note) if own.note else "None")
    if own.is_counted:
        parts += ["UTF8", "n"]
    return f"translate({', '.join(parts)})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def unmarked(messages: Iterable[Message], later: Iterable[Later]) -> Iterator[Later]:
    """Yield where something is said of which no text stands anywhere under that context."""
    contexts = {own.context for own in messages}
    yield from (own for own in later if own.context and own.context not in contexts)


def main() -> None:
    """Make or bring up to date the file that is named."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.translating", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("file", type=Path, help="such as resources/translations/position-workbench_fr.ts")
    file: Path = parser.parse_args().file
    if file.suffix != ".ts":
        parser.error(f"“{file}” does not end in .ts")
    update(file)
    sys.stdout.write(f"{file}: {len(keys(read_all()[0]))} texts.\n")


if __name__ == "__main__":
    main()
