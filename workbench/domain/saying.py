"""What the program says, in the language of whoever listens.

The core knows no window and no file of translations. It says its texts here; a window puts an interpreter
in, and without one, as on the command line, everything is said in English. The names and the order of
arguments are those that Qt's own extractor of texts reads, so that translators find every text of the core as
they find those of the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import TypeAlias

Interpreter: TypeAlias = Callable[[str, str, str, int], str]
"""Context, English text, note for the translator and number (-1 for none) to a text in another language."""

Raiser: TypeAlias = Callable[[str], str]
"""A letter to its capital, as a language has it: *i* is *İ* where one speaks Turkish or Azerbaijani."""

Figurer: TypeAlias = Callable[[float, int], str]
"""A number, and how many decimals are shown, to how a language writes it: *0.25* is *0,25* in German."""


def _in_english(number: float, decimals: int) -> str:
    return f"{number:,.{decimals}f}"


_interpreter: list[Interpreter] = []
_raiser: list[Raiser] = [str.upper]
_figurer: list[Figurer] = [_in_english]
_is_plain: ContextVar[bool] = ContextVar("is_plain", default=False)


def interpret(
    interpreter: Interpreter | None, raiser: Raiser = str.upper, figurer: Figurer = _in_english
) -> None:
    """Let everything be said through an interpreter from now on, in every thread; in English for none."""
    _interpreter[:] = [] if interpreter is None else [interpreter]
    _raiser[0], _figurer[0] = raiser, figurer


@contextmanager
def plainly() -> Iterator[None]:
    """Say everything in English meanwhile, in this thread, whoever interprets.

    For what has words of its own, such as a brief, whose language is chosen apart from that of the window.
    """
    token = _is_plain.set(True)
    try:
        yield
    finally:
        _is_plain.reset(token)


def translate(context: str, text: str, note: str = "", number: int = -1) -> str:
    """Return a text in the language of whoever listens.

    The text is written out where this is called, so that it is found; what varies stands in braces and is
    filled in afterwards with ``format``.

    Parameters
    ----------
    context : str
        Where the text is said, for whoever translates it.
    text : str
        The text in English.
    note : str
        What a translator has to know, or what tells two uses of one text apart.
    number : int
        The number that ``%n`` stands for and the plural goes by; -1 where there is none.
    """
    if not text:
        return text
    if not _interpreter or _is_plain.get():
        return text if number < 0 else text.replace("%n", str(number))
    return _interpreter[0](context, text, note, number)


_GROUPED = 1_000
"""From here on digits are written in groups."""


def counted(context: str, many: str, one: str, number: int) -> str:
    """Return a text about a number of things, ``%n``, in the plural that the language has for it.

    Parameters
    ----------
    context : str
        Where the text is said.
    many : str
        The text in English for more than one or none: *%n issues*.
    one : str
        The text in English for exactly one: *%n issue*.
    number : int
        How many there are.
    """
    said = translate(context, many, one, number)
    if number == 1 and said in {many, many.replace("%n", "1")}:  # nobody has translated it
        return one.replace("%n", "1")
    if number >= _GROUPED:
        return said.replace(str(number), figure(number), 1)
    return said


def marked(context: str, text: str) -> str:
    """Return a text as it is: said later, with `translate` and the same context, but found here."""
    return text


def marked_count(context: str, many: str, one: str) -> tuple[str, str, str]:
    """Return all three as they are: said later, with ``counted(*these, number)``, but found here."""
    return context, many, one


def said(word: StrEnum) -> str:
    """Return a word of a vocabulary as it is said.

    The word itself stands in tables, in JSON and in the file, and is never translated. Its context is the
    name of its vocabulary. A grade that is a letter is the same in every language.
    """
    if len(word.value) == 1:
        return word.value
    return translate(type(word).__name__, word.value)


def at_start(text: str) -> str:
    """Return a text as it stands at the start of a sentence or a line: its first letter is a capital."""
    raised = str.upper if _is_plain.get() else _raiser[0]
    return f"{raised(text[:1])}{text[1:]}"


def figure(number: float, decimals: int = 0) -> str:
    """Return a number as the language of whoever listens writes it."""
    written = _in_english if _is_plain.get() else _figurer[0]
    return written(number, decimals)
