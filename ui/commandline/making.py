"""Commands that make and fill cases and take their tables out: new, import, export."""

from __future__ import annotations

import csv
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from ui.commandline.answer import Answer, Data, sentence, table
from ui.commandline.building import filling, plan_of, target_of
from ui.commandline.failures import InputError
from ui.commandline.files import CaseFiles
from ui.commandline.passphrases import new_passphrase
from ui.commandline.progress import counting
from ui.commandline.reading import audience_of, existing_case, snapshot_of
from workbench.domain.audience import Audience
from workbench.exchange import ImportPlan, Tables, export_tables, plan_import, read_tables
from workbench.ports import Progress
from workbench.snapshot import hidden_columns


def run_new(files: CaseFiles, arguments: Namespace) -> Answer:
    """Answer ``new``."""
    audience_of(arguments)
    if arguments.tables is None:
        _refuse_form(arguments)
    path = target_of(arguments.case)
    passphrase = _passphrase(arguments)
    if arguments.tables is None:
        with files.create(path, passphrase=passphrase):
            pass
        return sentence({"case": str(path), "tables": []}, f"Made “{path}”, an empty case.")
    with counting("Reading") as progress:
        plan = plan_of(tables_of(arguments, progress), progress)
        with files.create(path, filling(plan, progress), passphrase):
            pass
    data = {"case": str(path), **_plan(plan)}
    return Answer(data, lambda console: _show_plan(console, f"Made “{path}” from {plan.source}", plan))


def _passphrase(arguments: Namespace) -> str | None:
    """Return the passphrase of a case that is to be protected."""
    if arguments.encrypt:
        return new_passphrase(arguments.passphrase_file, "--passphrase-file")
    if arguments.passphrase_file is not None:
        raise InputError("--passphrase-file protects a new case with --encrypt only; nothing was made.")
    return None


def run_import(files: CaseFiles, arguments: Namespace) -> Answer:
    """Answer ``import``."""
    audience_of(arguments)
    path = existing_case(arguments)
    with counting("Reading") as progress:
        tables = tables_of(arguments, progress)
        stamp = _stamp(path)
        with files.open(path) as store:
            plan = plan_import(store.read(), tables, progress)
        if not (plan.is_empty or arguments.dry_run):
            plan = _carry_out(files, path, plan if _stamp(path) == stamp else None, tables, progress)
    data = {"case": str(path), "dry_run": arguments.dry_run, **_plan(plan)}
    return Answer(data, lambda console: _show_import(console, path, plan, is_dry=arguments.dry_run))


def _stamp(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_mtime_ns, state.st_size


def _carry_out(
    files: CaseFiles, path: Path, plan: ImportPlan | None, tables: Tables, progress: Progress | None
) -> ImportPlan:
    """Write what was planned; plan again where somebody else wrote in between.

    The case was read without touching its file, so that tables with an error leave every byte alone.
    """
    with files.open(path, for_writing=True) as store:
        current = plan or plan_import(store.read(), tables, progress)
        if operation := filling(current, progress):
            store.perform(operation)
    return current


def tables_of(arguments: Namespace, progress: Progress | None = None) -> Tables:
    """Read the tables that were named, in the form that was named.

    Raises
    ------
    InputError
        If there is nothing of that name.
    """
    path = Path(arguments.tables)
    if not path.exists():
        raise InputError(f"There is no file or folder “{path}”.")
    form, ordered = arguments.form or "tables", _ordered(arguments.ordered)
    return read_tables(path, form=form, ordered=ordered, date=arguments.date, progress=progress)


def _ordered(text: str | None) -> Sequence[str] | Mapping[str, float] | None:
    """Read options in their order, or a table (option, location) where a file is named."""
    if text is None:
        return None
    path = Path(text)
    if path.suffix.casefold() == ".csv" and path.exists():
        return _locations(path)
    options = [part.strip() for part in text.split(",")]
    if len(options) < 2 or not all(options) or len(set(options)) < len(options):
        raise InputError(
            f"--ordered: found “{text}”, expected two options or more, each once: Yes,Abstain,No."
        )
    return options


def _locations(path: Path) -> dict[str, float]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    try:
        return {row["option"].strip(): float(row["location"]) for row in rows}
    except (KeyError, ValueError, AttributeError, TypeError):
        raise InputError(
            f"--ordered: “{path}” is no table of locations: it needs the columns option and location, "
            "with a number from 0 to 1 in every row."
        ) from None


def _refuse_form(arguments: Namespace) -> None:
    if arguments.form or arguments.ordered or arguments.date:
        raise InputError("--form, --ordered and --date say how --from is read; name TABLES with --from.")


def _plan(plan: ImportPlan) -> Data:
    return {
        "tables": [own._asdict() for own in plan.summary],
        "notices": list(plan.notices),
    }


def _show_plan(console: Console, title: str, plan: ImportPlan) -> None:
    rows = ((own.table, str(own.added), str(own.changed), str(own.unchanged)) for own in plan.summary)
    table(title, ("table", "#added", "#changed", "#as they were"), rows)(console)
    for notice in plan.notices:
        console.print(Text(f"Note: {notice}"), soft_wrap=True)


def _show_import(console: Console, path: Path, plan: ImportPlan, *, is_dry: bool) -> None:
    if plan.is_empty:
        _show_plan(console, f"Nothing to import from {plan.source}: “{path}” has it all", plan)
    elif is_dry:
        _show_plan(console, f"{plan.source} would do this to “{path}”; nothing was written", plan)
        for line in plan.preview():
            console.print(Text(line), soft_wrap=True)
    else:
        _show_plan(console, f"Imported {plan.source} into “{path}”", plan)


def run_export(files: CaseFiles, arguments: Namespace) -> Answer:
    """Answer ``export``."""
    path = existing_case(arguments)
    dest = _free_destination(arguments.dest)
    with files.open(path) as store:
        snapshot = snapshot_of(store, arguments)
    hidden = hidden_columns(snapshot.audience)
    export_tables(snapshot.as_case(), dest, hidden)
    data = {
        "case": str(path),
        "dest": str(dest),
        "audience": str(snapshot.audience),
        "marking": snapshot.marking,
        "left_out": {name: list(columns) for name, columns in hidden.items()},
    }
    lines = (
        f"Exported to “{dest}”, read as {snapshot.audience}, {snapshot.marking}.",
        *_left_out(snapshot.audience),
    )
    return sentence(data, *lines)


def _left_out(audience: Audience) -> Iterator[str]:
    for name, columns in hidden_columns(audience).items():
        yield f"Left out of {name}: {', '.join(columns)}."


def _free_destination(text: str) -> Path:
    dest = Path(text)
    if dest.is_dir() and not any(dest.iterdir()):
        return dest
    if dest.exists() or dest.is_symlink():
        raise InputError(f"“{dest}” is there already; nothing was changed. Choose another name.")
    if not dest.absolute().parent.is_dir():
        raise InputError(f"There is no folder “{dest.parent}”. Make it first, or choose another place.")
    return dest
