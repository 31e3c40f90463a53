"""The command line: which command leads where, and how it ends. May import the store."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from ui.commandline.answer import Answer, deliver
from ui.commandline.arguments import build_parser, parse
from ui.commandline.failures import DONE, UsageError, guarded
from ui.commandline.files import CaseFiles, Finding
from ui.commandline.names import LATER, PROGRAM
from ui.commandline.passphrases import passphrase_of
from ui.commandline.reading import existing_case
from ui.commandline.safefiles import SafeFiles
from workbench import VERSION
from workbench.ports import CaseStore, Operation

FileCommand = Callable[[CaseFiles, Namespace], Answer]
SafeCommand = Callable[[SafeFiles, Namespace], Answer]
StoreCommand = Callable[[CaseStore, Namespace], Answer]

_ON_FILES = {
    "new": "making",
    "import": "making",
    "export": "making",
    "need-to-know": "copies",
    "info": "looking",
    "check": "looking",
    "history": "looking",
    "backup": "looking",
}
"""Commands that work on files, by the module that has them; imported when they are asked for."""

_ON_SAFE_FILES = {
    "backups": "keeping",
    "restore": "keeping",
    "protect": "securing",
    "change-passphrase": "securing",
    "merge": "merging",
    "expunge": "securing",
}
"""Commands that keep cases safe."""

_ON_A_CASE = {
    "standing": "analysing",
    "room": "analysing",
    "questions": "comparing",
    "distance": "comparing",
    "changes": "comparing",
    "series": "following",
    "demands": "weighing",
    "actors": "weighing",
    "common-ground": "grounding",
    "turning-points": "turning",
    "sensitivity": "doubting",
    "brief": "papers",
    "picture": "papers",
}
"""Commands that read one case."""


class CaseFilesOnDisk:
    """Case files as the store keeps them.

    Parameters
    ----------
    passphrase : str or None
        Of the case that the command is about.
    """

    def __init__(self, passphrase: str | None = None) -> None:
        self._passphrase = passphrase

    @contextmanager
    def create(
        self, path: Path, fill: Operation | None = None, passphrase: str | None = None
    ) -> Iterator[CaseStore]:
        """Make a new case and open it."""
        from db.case_file import create_case
        from db.location import location_warning

        with create_case(path, fill=fill, passphrase=passphrase) as store:
            yield store
        _warn(*filter(None, [location_warning(path)]))

    @contextmanager
    def open(self, path: Path, *, for_writing: bool = False) -> Iterator[CaseStore]:
        """Open a case, for reading only where nothing is to be written."""
        from db.case_file import open_case

        with open_case(path, read_only=not for_writing, passphrase=self._passphrase) as store:
            yield store
        _warn(*store.warnings)

    def write_copy(self, path: Path, fill: Operation, passphrase: str | None = None) -> None:
        """Make a file that nobody signs, with what an operation puts into it."""
        from db.case_file import create_case

        create_case(path, fill=fill, passphrase=passphrase, signed=False).close()

    def is_protected(self, path: Path) -> bool:
        """Return whether the file needs a passphrase."""
        from db.cipher import is_protected

        return is_protected(path)

    def revision(self, path: Path) -> str:
        """Return the revision of the file's schema."""
        from db.cipher import Keyring
        from db.examine import examine

        return examine(path, Keyring(self._passphrase).key_for(path))

    def check(self, path: Path) -> Sequence[Finding]:
        """Return what there is to say about the soundness of the file."""
        from db.check import Severity, check_case

        return [
            Finding(own.where, own.what, own.to_do, damages=own.severity is Severity.DAMAGE)
            for own in check_case(path, self._passphrase).findings
        ]

    def back_up(self, path: Path) -> Path:
        """Write a backup now, beside whoever has the case open."""
        from db.backup import backup_case
        from db.cipher import Keyring
        from db.examine import examine
        from db.lock import live_holder

        key = Keyring(self._passphrase).key_for(path)
        examine(path, key, beside_others=live_holder(path) is not None)
        return backup_case(path, self._passphrase)

    def backups(self, path: Path) -> Sequence[Path]:
        """Return the backups of a case, oldest first."""
        from db.backup import backups

        return [backup.path for backup in backups(path)]


def main(words: Sequence[str] | None = None) -> int:
    """Carry out what was typed and return the exit status."""
    typed = list(sys.argv[1:] if words is None else words)
    return guarded(lambda: _run(typed))


def _run(typed: list[str]) -> int:
    if typed and typed[0] in LATER:
        raise UsageError(f"“{typed[0]}” is not in this version.")
    try:
        arguments = parse(typed)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    if arguments.version:
        return _say(f"{PROGRAM} {VERSION}")
    if arguments.command is None:
        return _say(build_parser().format_help().rstrip())
    passphrase = passphrase_of(arguments, CaseFilesOnDisk().is_protected)
    if arguments.command == "demo":
        return open_demo(arguments)
    return deliver(_answer(passphrase, arguments), as_json=arguments.json)


def _answer(passphrase: str | None, arguments: Namespace) -> Answer:
    name = arguments.command
    if name in _ON_SAFE_FILES:
        from ui.safefiles import SafeFilesOnDisk

        on_safe_files: SafeCommand = _command(_ON_SAFE_FILES[name], name)
        return on_safe_files(SafeFilesOnDisk(passphrase), arguments)
    files: CaseFiles = CaseFilesOnDisk(passphrase)
    if name in _ON_FILES:
        on_files: FileCommand = _command(_ON_FILES[name], name)
        return on_files(files, arguments)
    on_case: StoreCommand = _command(_ON_A_CASE[name], name)
    with files.open(existing_case(arguments)) as store:
        return on_case(store, arguments)


def _command(module: str, name: str) -> Callable[..., Answer]:
    found: Callable[..., Answer] = getattr(
        import_module(f"ui.commandline.{module}"), f"run_{name.replace('-', '_')}"
    )
    return found


def _warn(*warnings: str) -> None:
    for warning in warnings:
        sys.stderr.write(f"{PROGRAM}: Note: {warning}\n")


def _say(text: str) -> int:
    sys.stdout.write(text + "\n")
    return DONE


def open_demo(arguments: Namespace) -> int:
    """Open the window on a fresh copy of the sample."""
    from ui.app import open_window_on
    from ui.commandline.reading import audience_of

    audience_of(arguments)
    return open_window_on(sample=True)
