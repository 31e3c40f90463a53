"""Cases made from tables. Imported on the way to the first window, so it imports little itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from resources.files import resource
from ui.commandline.failures import InputError
from ui.commandline.names import SUFFIX
from workbench.domain.case import Case
from workbench.exchange import ImportPlan, Tables, plan_import, read_tables
from workbench.ports import Operation, Progress


def target_of(text: str) -> Path:
    """Return the path of a case to be made, with the suffix of cases where none was typed.

    Raises
    ------
    InputError
        If there is something already, or no folder to put it in.
    """
    path = Path(text)
    if not path.suffix:
        path = path.with_name(path.name + SUFFIX)
    if path.exists() or path.is_symlink():
        raise InputError(f"“{path}” is there already; nothing was changed. Choose another name.")
    if not path.parent.is_dir():
        raise InputError(f"There is no folder “{path.parent}”. Make it first, or choose another place.")
    return path


def plan_of(tables: Tables, progress: Progress | None = None) -> ImportPlan:
    """Return what a new case made from tables would hold; the tables are checked whole.

    Raises
    ------
    TablesError
        With every problem there is in the tables.
    """
    return plan_import(Case(), tables, progress)


def filling(plan: ImportPlan, progress: Progress | None = None) -> Operation | None:
    """Return the operation that fills the new case, none where there is nothing to put in."""
    return None if plan.is_empty else replace(plan.operation, progress=progress)


def sample_plan() -> ImportPlan:
    """Return the plan of the bundled sample."""
    return plan_of(read_tables(resource("sample")))
