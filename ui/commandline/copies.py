"""The command that makes a copy for those who need to know: need-to-know."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from ui.commandline.answer import Answer, Data, sentence
from ui.commandline.building import target_of
from ui.commandline.failures import InputError
from ui.commandline.files import CaseFiles
from ui.commandline.names import PROGRAM
from ui.commandline.passphrases import passphrase_in
from ui.commandline.reading import audience_of, existing_case
from workbench.operations.copying import LeftOut, copied, left_out, telling_refs
from workbench.snapshot import take_snapshot


def run_need_to_know(files: CaseFiles, arguments: Namespace) -> Answer:
    """Answer ``need-to-know``.

    What stays out is counted on request and said here alone; the file holds nothing of it.
    """
    audience = audience_of(arguments)
    path, dest = existing_case(arguments), target_of(arguments.dest)
    passphrase = _passphrase_of_copy(files, path, arguments)
    with files.open(path) as store:
        snapshot, whole = take_snapshot(store.read(), audience), store.read_case()
    copy = copied(snapshot)
    files.write_copy(dest, copy, passphrase)
    _warn_of_refs(telling_refs(whole, copy.case))
    data: dict[str, object] = {
        "case": str(path),
        "dest": str(dest),
        "audience": str(audience),
        "marking": snapshot.marking,
        "protected": passphrase is not None,
    }
    lines = [f"Wrote “{dest}”, with what {audience} may see: {snapshot.marking}{_key_words(passphrase)}."]
    if arguments.manifest:
        counts = left_out(whole, copy.case)
        data["left_out"] = [_count(own) for own in counts]
        lines += _manifest(counts)
    return sentence(data, *lines)


def _warn_of_refs(refs: tuple[str, ...]) -> None:
    """Say on the maker's side alone which references tell of something left out."""
    for ref in refs:
        sys.stderr.write(
            f"{PROGRAM}: Note: the number at the end of “{ref}” tells that there is another position of that "
            "party, issue and day, which is not in the copy. Give it a reference of its own first.\n"
        )


def _key_words(passphrase: str | None) -> str:
    return "" if passphrase is None else ", protected with its own passphrase"


def _count(own: LeftOut) -> Data:
    return {"table": own.table, "missing": own.missing, "shortened": own.shortened}


def _manifest(counts: tuple[LeftOut, ...]) -> Iterator[str]:
    if not counts:
        yield "Nothing was left out."
    for own in counts:
        shortened = f", {own.shortened} shortened" if own.shortened else ""
        yield f"Left out of {own.table}: {own.missing}{shortened}."


def _passphrase_of_copy(files: CaseFiles, path: Path, arguments: Namespace) -> str | None:
    """Return the passphrase of the copy: never that of a protected case, which its readers would learn."""
    if arguments.copy_passphrase_file:
        return passphrase_in(arguments.copy_passphrase_file)
    if not files.is_protected(path):
        return passphrase_in(arguments.passphrase_file) if arguments.passphrase_file else None
    if not arguments.unprotected:
        raise InputError(
            f"“{path}” is protected, and its passphrase is not for readers of a copy; nothing was written. "
            "Give the copy its own with --copy-passphrase-file, or leave it open with --unprotected."
        )
    return None
