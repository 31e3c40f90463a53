"""Passphrases: out of a file, or asked for on a terminal; never among the words of a command."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

from ui.commandline.failures import InputError

_OF_A_NEW_FILE = ("new", "protect")
"""Commands whose --passphrase-file says the passphrase that is to be."""
_PLAIN_TOO = (*_OF_A_NEW_FILE, "need-to-know", "restore", "merge")
"""Commands for which a passphrase makes sense even where the case has none."""


def passphrase_in(name: str) -> str:
    """Return the first line of a passphrase file.

    Raises
    ------
    InputError
        If there is no such file, or its first line is empty.
    """
    path = Path(name)
    if not path.is_file():
        raise InputError(f"There is no passphrase file “{name}”.")
    try:
        first = next(iter(path.read_text(encoding="utf-8-sig").splitlines()), "")
    except UnicodeDecodeError:
        raise InputError(f"The passphrase file “{name}” is no text in UTF-8.") from None
    if not first:
        raise InputError(f"The first line of the passphrase file “{name}” is empty.")
    return first


def passphrase_of(arguments: Namespace, is_protected: Callable[[Path], bool]) -> str | None:
    """Return the passphrase of the case that a command is about, asked for where somebody can answer.

    Raises
    ------
    InputError
        If the file cannot be read, or the case needs no passphrase.
    """
    command = arguments.command
    if command in _OF_A_NEW_FILE:
        return None
    case = Path(arguments.case) if "case" in arguments else None
    protected = case is not None and case.is_file() and is_protected(case)
    if arguments.passphrase_file is None:
        return ask(f"Passphrase of {case}: ") if protected and can_ask() else None
    given = passphrase_in(arguments.passphrase_file)
    if not protected and command not in _PLAIN_TOO:
        raise InputError(
            f"“{case or command}” has no passphrase and needs none. Leave --passphrase-file out, "
            "or protect the case first: workbench protect CASE."
        )
    return given


def new_passphrase(file: str | None, option: str) -> str:
    """Return the passphrase that a case is to have: out of the file, or typed twice.

    Raises
    ------
    InputError
        If there is no file and nobody to ask, or the two do not agree.
    """
    if file is not None:
        return passphrase_in(file)
    if not can_ask():
        raise InputError(f"A new passphrase is needed: name a file whose first line it is with {option}.")
    first = ask("New passphrase: ")
    if first != ask("The same once more: "):
        raise InputError("The two are not the same; nothing was changed.")
    return first


def can_ask() -> bool:
    """Return whether a person sits at the terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> str:
    """Ask for a passphrase without showing it."""
    return getpass(question, stream=sys.stderr)


def confirmed(question: str) -> bool:
    """Ask for a plain yes on the terminal."""
    sys.stderr.write(f"{question} Type yes to go on: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == "yes"
