"""Pictures of the lenses that are tables, and of the common ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ui.paint.picture import Picture
from ui.paint.picture_frame import Frame
from ui.paint.picture_ground import GroundPicture
from ui.paint.picture_said import SaidPicture
from ui.paint.picture_table import TablePicture
from ui.paint.picture_words import frame_of
from ui.paint.table_pages import Section
from ui.tables.actors import figure_note, figure_page
from ui.tables.rows import Page
from ui.words import figure, translate
from workbench.analysis.standing import Standing
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import Basis
from workbench.readmodels.actors_figures import FigureTable
from workbench.readmodels.common_ground_lens import GroundBlock
from workbench.readmodels.wording import day_in_words
from workbench.snapshot import Snapshot


def ground_picture(
    blocks: Sequence[GroundBlock], standing: Standing, *, is_search: bool = False, more: Sequence[str] = ()
) -> Picture:
    """Return the common ground."""
    title = translate("Picture", "Common ground on {0}").format(day_in_words(standing.day))
    frame = frame_of(standing.snapshot, title, standing.basis, more)
    return GroundPicture(blocks, frame, is_search=is_search)


def sources_picture(pages: Sequence[Page], snapshot: Snapshot, more: Sequence[str] = ()) -> Picture:
    """Return sources and what rests on them."""
    title = translate("Picture", "Sources and what rests on them")
    return tables_picture(pages, frame_of(snapshot, title, more=(_over_all_days(), *more)))


def events_picture(pages: Sequence[Page], snapshot: Snapshot, day: date, more: Sequence[str] = ()) -> Picture:
    """Return events, with the days left from a day."""
    title = translate("Picture", "Events and deadlines, seen from {0}").format(day_in_words(day))
    return tables_picture(pages, frame_of(snapshot, title, more=more))


def terms_picture(pages: Sequence[Page], snapshot: Snapshot, more: Sequence[str] = ()) -> Picture:
    """Return contested names."""
    title = translate("Picture", "Contested names, in each party’s own form")
    return tables_picture(pages, frame_of(snapshot, title, more=more))


def history_picture(pages: Sequence[Page], snapshot: Snapshot, more: Sequence[str] = ()) -> Picture:
    """Return who changed what; marked for the fewest, whatever the case holds now."""
    frame = frame_of(snapshot, translate("Picture", "History: who changed what, and when"), more=more)
    return tables_picture(pages, replace(frame, marking=Handling.RESTRICTED.marking))


def changes_picture(
    pages: Sequence[Page],
    snapshot: Snapshot,
    basis: Basis,
    days: tuple[date, date] | None,
    more: Sequence[str],
) -> Picture:
    """Return what changed between two days, or the days on which most moved."""
    if days is None:
        title = translate("Picture", "The days on which most moved")
    else:
        first, last = (day_in_words(own) for own in days)
        title = translate("Picture", "Changes between {0} and {1}").format(first, last)
    return tables_picture(pages, frame_of(snapshot, title, basis, more))


def actors_picture(tables: Sequence[FigureTable], standing: Standing) -> Picture:
    """Return figures of the actors' game, each under its name."""
    title = translate("Picture", "The actors’ game on {0}").format(day_in_words(standing.day))
    frame = frame_of(standing.snapshot, title, standing.basis)
    if not tables:
        return SaidPicture(translate("Picture", "The actors’ game needs two parties in view."), frame)
    sections = [Section(figure_page(own), own.figure.heading, figure_note(own)) for own in tables]
    return TablePicture(sections, frame)


def tables_picture(pages: Sequence[Page], frame: Frame) -> Picture:
    """Return tables, each under its name where there are several."""
    headed = len(pages) > 1
    return TablePicture([Section(page, _heading(page) if headed else "") for page in pages], frame)


def _heading(page: Page) -> str:
    """Return the name of a table, and how many of its rows are shown where not all are."""
    if page.total == len(page.rows):
        return page.title
    shown = translate("Picture", "{0}: the first {1} of {2}")
    return shown.format(page.title, figure(len(page.rows)), figure(page.total))


def _over_all_days() -> str:
    return translate("Picture", "over all days, declared and assessed")
