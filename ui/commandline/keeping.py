"""Commands about backups: backups, restore."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ui.commandline.answer import Answer, Data, sentence, table
from ui.commandline.failures import InputError
from ui.commandline.names import SUFFIX
from ui.commandline.passphrases import passphrase_in
from ui.commandline.reading import audience_of, existing_case
from ui.commandline.safefiles import SafeFiles
from workbench.keeping import Contents, LastChange, ListedBackup


def run_backups(files: SafeFiles, arguments: Namespace) -> Answer:
    """Answer ``backups``."""
    path = existing_case(arguments)
    sees_all = audience_of(arguments).sees_everything
    listed = files.list_backups(path)
    data = {"case": str(path), "backups": [_listed(own, sees_all=sees_all) for own in listed]}
    rows = (_row(own, sees_all=sees_all) for own in listed)
    columns = ("made at", "#bytes", "protected", "#records", "last change", "file")
    return Answer(data, table(f"Backups of {path}, oldest first", columns, rows))


def _listed(listed: ListedBackup, *, sees_all: bool) -> Data:
    own, held = listed.backup, listed.contents
    return {
        "path": str(own.path),
        "made_at": own.made_at.isoformat(),
        "size": own.size,
        "protected": own.is_protected,
        "counts": dict(held.counts) if held else None,
        "operations": held.operations if held else None,
        "last_change": _change(held.last) if held and held.last and sees_all else None,
        "trouble": listed.trouble,
    }


def _change(last: LastChange) -> Data:
    return {"label": last.label.say(), "author": last.author, "at": last.at}


def _row(listed: ListedBackup, *, sees_all: bool) -> tuple[str, ...]:
    own, held = listed.backup, listed.contents
    made = own.made_at.isoformat(sep=" ", timespec="seconds")
    protected = "yes" if own.is_protected else "no"
    if held is None:
        return made, str(own.size), protected, "–", f"cannot be read: {listed.trouble}", own.path.name
    last = f"{held.last.at[:16].replace('T', ' ')} {held.last.label.say()}" if held.last and sees_all else "–"
    return made, str(own.size), protected, str(sum(held.counts.values())), last, own.path.name


def run_restore(files: SafeFiles, arguments: Namespace) -> Answer:
    """Answer ``restore``: CASE may be missing or damaged, which is what it is for."""
    audience_of(arguments)
    path = Path(arguments.case)
    backup = _backup(path, arguments.backup)
    given = arguments.backup_passphrase_file
    done = files.restore(path, backup, passphrase_in(given) if given else None)
    data = {"case": str(path), "backup": str(backup), "kept": str(done.kept) if done.kept else None}
    kept = f"What was there before is kept as {done.kept}." if done.kept else "There was nothing before."
    return sentence(data | _contents(done.contents), f"Restored “{path}” from {backup}.", kept)


def _contents(held: Contents) -> dict[str, object]:
    return {"counts": dict(held.counts), "operations": held.operations}


def _backup(path: Path, typed: str) -> Path:
    """Return the backup that was typed: a path, or the name of one beside the case."""
    folder = path.with_name(path.name + ".backups")
    found = [own for own in (Path(typed), folder / typed, folder / (typed + SUFFIX)) if own.is_file()]
    if not found:
        raise InputError(f"There is no backup “{typed}”. `workbench backups {path}` lists those there are.")
    return found[0]
