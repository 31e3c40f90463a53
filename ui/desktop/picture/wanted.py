"""Of what pictures can be made where one looks now: what is seen, and the course of events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ui.desktop.case_page import CasePage
from ui.desktop.header import audience_name
from ui.desktop.lenses.lens import Captured, Seen
from ui.desktop.lenses.registry import SPEC_OF
from ui.desktop.lenses.saving import marking_of
from ui.desktop.picture.choices import Offer
from ui.paint.picture import Picture
from ui.pictures.grids import positions_picture, timeline_picture
from ui.words import translate

_TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class WantedPictures:
    """Pictures that can be made, and a sentence on for whom they are."""

    makers: Mapping[Offer, Callable[[], Picture]]
    about: str


def seen_on(page: CasePage) -> Seen:
    """Return what is seen in the centre: a lens, or the matrix."""
    session, key, lens = page.session, page.centre.key, page.centre.lens
    title = SPEC_OF[key].title
    if lens is not None:
        return Seen(key, title, lens.told(), lens.capture, lens.picture)

    def capture() -> Captured:
        from ui.desktop.lenses.positions_table import capture_positions  # noqa: PLC0415 - seldom needed

        return capture_positions(session.model)

    return Seen(key, title, (), capture, lambda: positions_picture(session.model))


def wanted_pictures(page: CasePage, seen: Seen) -> WantedPictures:
    """Return what can be drawn of an open case: what is seen first, then the strip of time."""
    session = page.session

    def time() -> Picture:
        return timeline_picture(session.timeline, session.model)

    whom = audience_name(session.view.audience, session)
    about = translate("PictureDialog", "Read for: {0}. Every page is marked {1}.")
    return WantedPictures(
        {
            Offer(seen.key, seen.title): seen.picture,
            Offer(_TIMELINE, translate("PictureDialog", "Events and distances over time")): time,
        },
        about.format(whom, marking_of(session.snapshot, seen.key)),
    )
