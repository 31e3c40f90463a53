"""What leaves a case and what comes in: tables, briefs, pictures. Libraries are loaded when needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ui.words import translate
from workbench.domain.audience import Audience
from workbench.ports import Progress
from workbench.snapshot import hidden_columns, take_snapshot

if TYPE_CHECKING:
    from ui.desktop.session import CaseSession
    from workbench.briefs.order import BriefOrder as WantedBrief
    from workbench.exchange import ImportPlan


@dataclass(frozen=True, slots=True)
class BriefOrder:
    """What brief is wanted: for whom, which, where, and in what template of one's own."""

    audience: Audience
    wanted: WantedBrief
    path: Path
    template: Path | None = None


def planned_import(session: CaseSession, path: Path) -> ImportPlan:
    """Return what an import would do to the case.

    Raises
    ------
    CaseError
        If the tables cannot be imported; every problem is named.
    """
    from workbench.exchange import plan_import, read_tables  # noqa: PLC0415

    return plan_import(session.store.read_case(), read_tables(path))


def exporting_case(session: CaseSession, path: Path) -> Callable[[Progress], None]:
    """Take hold of the case as the audience shown may see it; return what writes it as tables."""
    snapshot = session.kept

    def write(progress: Progress) -> None:
        from workbench.exchange import export_tables  # noqa: PLC0415

        progress(0, None, translate("Export", "Reading the case"))
        export_tables(snapshot.as_case(), path, hidden_columns(snapshot.audience), progress)

    return write


def making_brief(session: CaseSession, order: BriefOrder) -> Callable[[Progress], None]:
    """Return what writes a brief, unless something stands in it that must not leave.

    It raises a ``CaseError`` if there are leaks, or the brief cannot be made or written; nothing is written
    then.
    """
    store = session.store

    def write(_progress: Progress) -> None:
        from workbench.briefs.release import draft_of, release  # noqa: PLC0415

        columns = store.read()
        draft = draft_of(columns.case, take_snapshot(columns, order.audience), order.wanted)
        release(draft, order.path, datetime.now(UTC), order.template)

    return write
