"""Commands that keep others out: protect, change-passphrase, expunge."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from ui.commandline.answer import Answer, Data, sentence
from ui.commandline.failures import InputError
from ui.commandline.passphrases import can_ask, confirmed, new_passphrase
from ui.commandline.reading import audience_of, existing_case
from ui.commandline.safefiles import SafeFiles
from workbench.keeping import EarlierBackups, Expunged, ExpungedPlace, ExpungePlan, Rekeyed
from workbench.operations.names import described

_SHOWN = 20


def run_protect(files: SafeFiles, arguments: Namespace) -> Answer:
    """Answer ``protect``."""
    audience_of(arguments)
    path = existing_case(arguments)
    passphrase = new_passphrase(arguments.passphrase_file, "--passphrase-file")
    done = files.protect(path, passphrase, EarlierBackups(arguments.earlier_backups))
    return _rekeyed(path, done, f"“{path}” is protected. Whoever loses the passphrase loses the case.")


def run_change_passphrase(files: SafeFiles, arguments: Namespace) -> Answer:
    """Answer ``change-passphrase``."""
    audience_of(arguments)
    path = existing_case(arguments)
    passphrase = new_passphrase(arguments.new_passphrase_file, "--new-passphrase-file")
    done = files.change_passphrase(path, passphrase, EarlierBackups(arguments.earlier_backups))
    return _rekeyed(path, done, f"“{path}” has a new passphrase. The old one opens it no more.")


def _rekeyed(path: Path, done: Rekeyed, said: str) -> Answer:
    data = {
        "case": str(path),
        "protected": [str(own) for own in done.protected],
        "removed": [str(own) for own in done.removed],
        "left": [str(own) for own in done.left],
    }
    lines = [said]
    if done.protected:
        lines.append(f"{len(done.protected)} earlier backups are under the same passphrase now.")
    if done.removed:
        lines.append(f"{len(done.removed)} earlier backups were removed.")
    lines += [f"Left as it was, readable without the new passphrase: {own}" for own in done.left]
    lines.append("Copies elsewhere, and what the disk itself still keeps of the old file, are not reached.")
    return sentence(data, *lines)


def run_expunge(files: SafeFiles, arguments: Namespace) -> Answer:
    """Answer ``expunge``: say what goes and that it cannot be undone, ask, then do it.

    Places name records: only those who see everything may ask for this.
    """
    if not audience_of(arguments).sees_everything:
        raise InputError("Expunging goes through every wording there ever was: as principal or vault only.")
    path = existing_case(arguments)
    table, key, field, text = _wanted(arguments)
    plan = files.plan_expunge(path, table, key, field, text)
    if arguments.dry_run or plan.is_empty:
        return sentence(_expunge(path, plan, None), *_planned(plan))
    _make_sure(arguments, plan)
    done = files.expunge(path, plan, remove_unreadable=arguments.remove_unreadable)
    lines = (
        f"Expunged {plan.label}; “{done.gap}” stands in its place, in {len(done.rewritten)} files.",
        "Copies elsewhere (other computers, exports, briefs, pictures) are not reached: look for them.",
    )
    return sentence(_expunge(path, plan, done), *lines)


def _wanted(arguments: Namespace) -> tuple[str, tuple[str, ...], str, str]:
    if arguments.source is not None:
        return "sources", (arguments.source,), "identity", ""
    if arguments.table is not None:
        if not (arguments.key and arguments.field):
            raise InputError("--table needs --key and --field: which field of which record?")
        return arguments.table, tuple(arguments.key), arguments.field, ""
    return "", (), "", arguments.text or _text_in(arguments.text_file)


def _text_in(name: str) -> str:
    path = Path(name)
    if not path.is_file():
        raise InputError(f"There is no file “{name}”.")
    return path.read_text(encoding="utf-8-sig").rstrip("\n")


def _make_sure(arguments: Namespace, plan: ExpungePlan) -> None:
    if arguments.yes:
        return
    if not can_ask():
        raise InputError(
            "Nothing was changed: expunging cannot be undone. Look at it with --dry-run, then say --yes."
        )
    question = "\n".join((*_planned(plan), "This cannot be undone."))
    if not confirmed(question):
        raise InputError("Nothing was changed.")


def _planned(plan: ExpungePlan) -> Iterator[str]:
    if plan.is_empty:
        yield f"There is nothing to expunge: {plan.label} is not in the case or its backups."
        return
    yield f"This removes {plan.label} from {len(plan.places)} places and {len(plan.backups)} backups:"
    yield from (f"  {_place(own)}" for own in plan.places[:_SHOWN])
    if len(plan.places) > _SHOWN:
        yield f"  and {len(plan.places) - _SHOWN} more"
    yield from (f"  cannot be searched and would be removed: {own}" for own in plan.unreadable)


def _place(place: ExpungedPlace) -> str:
    if not place.table:
        return f"history, {place.field}"
    return f"{described(place.table, place.key)}, {place.field}"


def _expunge(path: Path, plan: ExpungePlan, done: Expunged | None) -> Data:
    return {
        "case": str(path),
        "what": plan.label,
        "places": [{"table": own.table, "key": list(own.key), "field": own.field} for own in plan.places],
        "backups": [str(own) for own in plan.backups],
        "unreadable": [str(own) for own in plan.unreadable],
        "gap": done.gap if done else None,
        "rewritten": [str(own) for own in done.rewritten] if done else [],
        "removed": [str(own) for own in done.removed] if done else [],
    }
