"""What leaves a case and what comes in: tables, briefs, pictures. Libraries are loaded when needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.domain.audience import Audience
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


def export_case(session: CaseSession, path: Path) -> None:
    """Write the case as tables, as the audience shown may see it."""
    from workbench.exchange import export_tables  # noqa: PLC0415

    snapshot = session.kept
    export_tables(snapshot.as_case(), path, hidden_columns(snapshot.audience))


def make_brief(session: CaseSession, order: BriefOrder) -> None:
    """Write a brief, unless something stands in it that must not leave.

    Raises
    ------
    CaseError
        If there are leaks, or it cannot be made or written; nothing is written then.
    """
    from workbench.briefs.release import draft_of, release  # noqa: PLC0415

    columns = session.store.read()
    draft = draft_of(columns.case, take_snapshot(columns, order.audience), order.wanted)
    release(draft, order.path, datetime.now(UTC), order.template)
