"""What the core and the store say to a person is said through translation.

The source is read, not run. Any text of several words that stands there as it is, alone or in an f-string, is
one that no translator ever sees; what is no text for a person is named here, with the reason.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from workbench.domain.names import KINDS

ROOT = Path(__file__).parents[1]
SPOKEN = (
    "workbench/exchange", "workbench/operations", "workbench/domain", "workbench/columns.py",
    "workbench/snapshot.py", "workbench/redaction.py", "workbench/merging.py", "workbench/keeping.py",
    "workbench/ports.py", "workbench/readmodels", "workbench/analysis",
    "db",
)  # fmt: skip
TRANSLATORS = {"translate", "counted", "marked", "marked_count"}
ERRORS = re.compile(r"(?:Error|Cancelled)$")
PROBLEMS = {"Problem", "file_error", "InvalidValueError", "one_of", "Finding"}
"""What is made of a text for a person, one word or several."""
WORDS = re.compile(r"[^\W\d_]{2,}[.,:;!?”)]* |[ “(][^\W\d_]{2,}")
SQL = re.compile(
    r"(?:\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|VACUUM|ATTACH|DETACH|BEGIN|COMMIT|ROLLBACK"
    r"|FOREIGN KEY|VALUES|WHERE|ORDER BY|AND|JOIN)\b)|.*(?: BETWEEN | IN \(| IS \?| WHERE | ORDER BY | = )"
)
_ONE_LETTER = re.compile(r"\b([^\W\d_]) (?=\{)")
"""*a {}*: a short word is a word where something is filled in behind it."""
KIND = KINDS["parties"]
BUGS = {"AssertionError", "ValueError", "TypeError", "RuntimeError", "NotImplementedError"}
"""Raised where the program itself is wrong: no person can do anything about it."""
DATA = {
    "workbench/domain/dates_words.py": "words that people type, one set a language, not sentences of ours",
    "db/schema.py": "the tables of the file",
    "db/revision.py": "the tables of the file",
    "db/location.py": "names of folders and services; the sentences are looked at below",
    "db/errors.py": "what SQLite itself says, compared; the sentences are looked at below",
}
PLACES = {
    ("workbench/exchange/csvfile.py", "unexpected end"): "what the reader of CSV says, compared",
    ("workbench/operations/blocks.py", "record positions"): "name of the kind of operation, kept in the file",
    ("workbench/operations/blocks.py", "withdraw positions"): "the same",
    ("workbench/operations/blocks.py", "remove positions"): "the same",
    ("workbench/operations/issues.py", "add issue"): "the same",
    ("workbench/operations/positions.py", "record position"): "the same",
    ("workbench/operations/records.py", "put {}"): "the same",
    ("workbench/operations/records.py", "reorder {}"): "the same",
    ("workbench/operations/records.py", "remove {}"): "the same",
    ("workbench/operations/placing.py", "reorder {}"): "the same",
    ("workbench/merging.py", "both entered"): "a value of the answer to a merge",
    ("workbench/merging.py", "removed here"): "the same",
    ("workbench/merging.py", "removed there"): "the same",
    ("workbench/analysis/sensitivity.py", "declared replaces assessed"): "a value of the answer of a command",
    ("workbench/analysis/sensitivity.py", "positions of low confidence left out"): "the same",
    ("workbench/analysis/sensitivity.py", "positions resting on a single source left out"): "the same",
    ("workbench/analysis/sensitivity.py", "positions resting on {} alone left out"): "the same",
    ("db/journaltext.py", "[expunged "): "what stands in the file where a text was",
}


def sources() -> list[Path]:
    found: list[Path] = []
    for name in SPOKEN:
        path = ROOT / name
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return found


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def called(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


class Reader(ast.NodeVisitor):
    """Collects the texts of a module that nobody translates, and those that nobody could."""

    def __init__(self) -> None:
        self.bare: list[tuple[int, str]] = []
        self.unwritten: list[int] = []
        self.said: set[str] = set()
        self._is_spoken = False

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a text by itself is a docstring
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name != "__repr__":  # read by programmers
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = called(node.func)
        if name in TRANSLATORS:
            self._take(node)
            return
        if name in BUGS:
            return
        if name == "UnknownCodeError" and getattr(node.args[0], "value", KIND) in KINDS.values():
            self.said.add(getattr(node.args[0], "value", ""))  # a word that the error translates itself
        before, self._is_spoken = self._is_spoken, bool(ERRORS.search(name) or name in PROBLEMS)
        self.generic_visit(node)
        self._is_spoken = before

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._look(node.lineno, node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
        text = "".join(map(str, parts))
        self._look(node.lineno, text if WORDS.search(text) else _ONE_LETTER.sub(r"\1\1 ", text))
        before, self._is_spoken = self._is_spoken, False
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)
        self._is_spoken = before

    def _look(self, line: int, text: str) -> None:
        is_word = self._is_spoken and re.fullmatch(r"[A-Za-z]{3,}", text) and text not in COLUMNS
        if (WORDS.search(text) and not SQL.match(text)) or is_word:
            self.bare.append((line, text))

    def _take(self, node: ast.Call) -> None:
        """Look at a text that is translated: it has to be written out, here or where it is marked."""
        texts = node.args[1:3] if called(node.func) in ("counted", "marked_count") else node.args[1:2]
        for own in texts:
            if isinstance(own, ast.Constant) and isinstance(own.value, str):
                self.said.add(own.value)
            elif isinstance(own, ast.JoinedStr | ast.BinOp | ast.Call):
                self.unwritten.append(own.lineno)
        if not (isinstance(node.args[0], ast.Constant | ast.Starred) or called(node.args[0])):
            self.unwritten.append(node.lineno)


COLUMNS = {
    "name", "party", "value", "ref", "code", "subject", "sources", "parties", "salience", "location",
    "strength", "colour", "level", "until", "option", "basket", "unknown",
    "statement", "title", "issue",
}  # fmt: skip
"""Names of tables, columns and parts of a file, which are data."""


def read(text: str) -> Reader:
    reader = Reader()
    reader.visit(ast.parse(text))
    return reader


def bare_texts(name: str, text: str) -> list[tuple[int, str]]:
    reader = read(text)
    if name in DATA and name not in ("db/location.py", "db/errors.py"):
        return []
    found = [(line, own) for line, own in reader.bare if own not in reader.said and (name, own) not in PLACES]
    if name in DATA:  # single terms of other programs; a sentence has a full stop or a place to fill
        found = [(line, own) for line, own in found if re.search(r"\{|\.(?: |$)", own)]
    return found


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_no_sentence_of_core_or_store_is_said_without_translation(path: Path) -> None:
    assert bare_texts(name_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_what_is_translated_is_written_out(path: Path) -> None:
    assert read(path.read_text(encoding="utf-8")).unwritten == []


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_exception_is_still_needed(place: tuple[str, str]) -> None:
    name, text = place
    assert text in [own for _, own in read((ROOT / name).read_text(encoding="utf-8")).bare]


@pytest.mark.parametrize(
    "line",
    [
        'raise CaseError("There is no such file.")',
        'raise CaseError(f"There is no {kind} here.")',
        'raise CaseError("There is no {0} here.".format(kind))',
        'raise InvalidValueError(text, "something")',
        'raise InvalidValueError(text, "one of " + ", ".join(words))',
        'problems.append(Problem(name, 0, "", "", f"a {what}"))',
        'said = f"{translate(A, B)} of all rows"',
        'return f"{a} and {b}" if many else ""',
        'notices.append("%s was not read" % name)',
        'LABEL = "At close, or asked for"',
        'def f(message="Nothing was changed."): ...',
        'yield where, f"The {where} is empty.", translate("Check", "Fill it.")',
    ],
)
def test_the_reader_finds_what_is_bare(line: str) -> None:
    assert bare_texts("x.py", line), line


@pytest.mark.parametrize(
    "line",
    [
        'raise CaseError(translate("Record", "There is no {0} here.").format(kind))',
        'LABEL = marked("Backup", "At close, or asked for")',
        'return counted("Found", "%n fields of it", "%n field of it", count)',
        'raise AssertionError("a date has one end at least")',
        'connection.execute("SELECT uuid, name FROM operations ORDER BY id")',
        'connection.execute(f"SELECT count(*) FROM {table} WHERE id = ?")',
        'name = path.with_name(f".{path.name}.backups")',
        '"""What the module is for."""',
        'yield "salience", str(found), translate("Expected", "a number")',
        'f = lambda n: counted("H", "%n whole records", "one", n)\nM = "%n whole records"',
    ],
)
def test_the_reader_leaves_what_is_said_and_what_nobody_reads(line: str) -> None:
    assert not bare_texts("x.py", line), line


@pytest.mark.parametrize(
    "line",
    [
        'translate("Record", f"There is no {kind} here.")',
        'translate("Record", "There is no " + kind)',
        'translate("Record", "There is no {0}".format(kind))',
        'counted("Record", f"%n {kind}s", "one", 3)',
        'translate(f"Record{kind}", "There is none.")',
    ],
)
def test_the_reader_finds_what_no_translator_could_find(line: str) -> None:
    assert read(line).unwritten, line
