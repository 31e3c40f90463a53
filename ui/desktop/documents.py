"""What leaves a case and what comes in: tables, briefs, pictures. Libraries are loaded when needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ui.desktop.reading import in_names
from workbench.domain.audience import Audience
from workbench.snapshot import hidden_columns, take_snapshot

if TYPE_CHECKING:
    from ui.desktop.session import CaseSession
    from ui.theme.theme import Theme
    from workbench.exchange import ImportPlan


PICTURE_SIZE = (1920, 1080)


@dataclass(frozen=True, slots=True)
class BriefOrder:
    """What brief is wanted: for whom, with movement since the day compared or without, and where."""

    audience: Audience
    with_movement: bool
    path: Path


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
    """Write a comparison brief of the day shown."""
    from workbench.briefs.comparison import comparison_brief  # noqa: PLC0415
    from workbench.briefs.writing import write_brief  # noqa: PLC0415

    view = session.view
    snapshot = in_names(take_snapshot(session.store.read(), order.audience), view.names)
    since = view.compared if order.with_movement else None
    document = comparison_brief(snapshot, view.day, view.basis, since)
    write_brief(document, order.path, datetime.now(UTC))


def save_picture(session: CaseSession, path: Path, theme: Theme) -> tuple[Path, ...]:
    """Draw the Positions lens as it is shown; return the files that took."""
    from ui.paint.picture import PictureLens  # noqa: PLC0415
    from ui.paint.picture import save_picture as draw  # noqa: PLC0415

    marking = session.snapshot.marking
    lens = PictureLens.POSITIONS
    return draw(session.model, session.timeline, path, PICTURE_SIZE, theme, lens=lens, marking=marking)
