"""The commands and options that keep a case safe."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

CaseCommand = Callable[[str, str], ArgumentParser]
"""Adds a command about a case: name, what it does."""


def add_safe_commands(add: CaseCommand) -> None:
    """Add backups, restore, protect, change-passphrase, merge and expunge."""
    add("backups", "list the backups with what each contains")
    _add_restore(add)
    _add_protect(add)
    _add_change_passphrase(add)
    _add_merge(add)
    _add_expunge(add)


def _add_restore(add: CaseCommand) -> None:
    parser = add("restore", "go back to a backup; the present file becomes a backup first")
    parser.add_argument("backup", metavar="BACKUP", help="a backup, by path or by its name beside the case")
    parser.add_argument(
        "--backup-passphrase-file", metavar="FILE", help="of a backup made under another passphrase"
    )


def _add_earlier(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--earlier-backups",
        choices=("protect", "remove", "keep"),
        default="protect",
        help="bring them under the new passphrase (default), remove them, or keep them as they are",
    )


def _add_protect(add: CaseCommand) -> None:
    parser = add("protect", "protect a case with a passphrase, asked for or in --passphrase-file")
    _add_earlier(parser)


def _add_change_passphrase(add: CaseCommand) -> None:
    parser = add("change-passphrase", "change the passphrase; --passphrase-file names the present one")
    parser.add_argument("--new-passphrase-file", metavar="FILE", help="the new one, for scripts")
    _add_earlier(parser)


def _add_merge(add: CaseCommand) -> None:
    parser = add("merge", "take in what was done in another copy of the case")
    parser.add_argument("other", metavar="OTHER", help="the other copy; it is only read")
    parser.add_argument("--dry-run", action="store_true", help="say what would be taken, write nothing")
    parser.add_argument(
        "--prefer", choices=("mine", "theirs"), help="whose version stands where both changed the same"
    )
    parser.add_argument(
        "--choose",
        action="append",
        metavar="ID=SIDE",
        help="mine or theirs for one collision, by the id that --dry-run shows; repeat it for others",
    )
    parser.add_argument(
        "--other-passphrase-file", metavar="FILE", help="of the other copy, where it has another passphrase"
    )


def _add_expunge(add: CaseCommand) -> None:
    parser = add("expunge", "remove a text from case, history and backups for good; cannot be undone")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--source", metavar="CODE", help="the identity of this source, wherever it stands")
    what.add_argument("--table", metavar="T", help="a field of a record of this table: --key, --field")
    what.add_argument("--text", help="this text, wherever it stands (it stays in the history of your shell)")
    what.add_argument("--text-file", metavar="FILE", help="the text in this file, wherever it stands")
    parser.add_argument(
        "--key", action="append", metavar="K", help="code or ref of the record; repeat it for keys of parts"
    )
    parser.add_argument("--field", metavar="F", help="the field")
    parser.add_argument("--dry-run", action="store_true", help="say what would go, change nothing")
    parser.add_argument("--yes", action="store_true", help="do it without asking")
    parser.add_argument(
        "--remove-unreadable",
        action="store_true",
        help="remove files among the backups that cannot be searched",
    )
