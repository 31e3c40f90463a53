"""What stands over and under a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ui.paint.model import MatrixModel
from ui.paint.picture_frame import Frame
from ui.words import translate
from workbench.domain.audience import Audience, AudienceKind
from workbench.domain.saying import marked
from workbench.domain.vocabulary import Basis
from workbench.readmodels.timeline_types import Timeline
from workbench.readmodels.wording import day_in_words
from workbench.snapshot import Snapshot

_BASES = {
    Basis.DECLARED: marked("Picture", "Declared positions"),
    Basis.ASSESSED: marked("Picture", "Assessed where we have an assessment"),
}
_READERS = {
    AudienceKind.PUBLIC: marked("Picture", "Public information only"),
    AudienceKind.ROOM: marked("Picture", "What may be shown in the room"),
    AudienceKind.TEAM: marked("Picture", "Prepared for the team"),
    AudienceKind.PRINCIPAL: marked("Picture", "Prepared for the principal"),
    AudienceKind.VAULT: marked("Picture", "Prepared for the vault"),
}


def frame_of(
    snapshot: Snapshot,
    title: str,
    basis: Basis | None = None,
    more: Sequence[str] = (),
    caption: str = "",
) -> Frame:
    """Return what stands around a picture of a snapshot.

    Parameters
    ----------
    snapshot : Snapshot
        What the audience may see; says the marking, and for whom it is.
    title : str
        Over everything, with the day where one day is shown.
    basis : Basis, optional
        Which track stands where both do; none where that makes no difference.
    more : sequence of str
        What else the note says, after basis and title of the case.
    caption : str
        How what is drawn is to be read.
    """
    about = translate("Picture", _BASES[basis]) if basis is not None else ""
    note = " · ".join(part for part in (about, snapshot.title, *more) if part)
    return Frame(title, note, reader_of(snapshot), snapshot.marking, caption)


def reader_of(snapshot: Snapshot) -> str:
    """Return for whom a picture of a snapshot is."""
    return _reader(snapshot.audience, {party.code: party.label for party in snapshot.parties})


def reader(model: MatrixModel) -> str:
    """Return for whom a picture of a matrix is."""
    return _reader(model.audience, {column.code: column.label for column in model.columns})


def _reader(audience: Audience, labels: Mapping[str, str]) -> str:
    if audience.kind is not AudienceKind.PARTY:
        return translate("Picture", _READERS[audience.kind])
    shown = labels.get(audience.party, audience.party)
    return translate("Picture", "What may be shown to {0}").format(shown)


def since(day: date | None) -> tuple[str, ...]:
    """Return what a note says of the day compared with."""
    if day is None:
        return ()
    return (translate("Picture", "changes since {0}").format(day_in_words(day)),)


def timeline_title(timeline: Timeline) -> str:
    """Return the title of a picture of time."""
    first, last = timeline.first.year, timeline.last.year
    if first == last:
        return translate("Picture", "Events and distances, {0}").format(first)
    return translate("Picture", "Events and distances, {0} to {1}").format(first, last)


def empty_words(model: MatrixModel) -> str:
    """Return what a cell without a position says on a wall."""
    if model.audience.kind is AudienceKind.PUBLIC:
        return translate("Picture", "no public position")
    return translate("Picture", "no position known")
