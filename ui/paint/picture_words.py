"""What stands over and under a picture."""

from __future__ import annotations

from ui.paint.model import MatrixModel
from workbench.domain.audience import AudienceKind
from workbench.domain.vocabulary import Basis
from workbench.readmodels.timeline_types import Timeline
from workbench.readmodels.wording import day_in_words

_BASES = {
    Basis.DECLARED: "Declared positions",
    Basis.ASSESSED: "Assessed where we have an assessment",
}
_READERS = {
    AudienceKind.PUBLIC: "Public information only",
    AudienceKind.ROOM: "What may be shown in the room",
    AudienceKind.TEAM: "Prepared for the team",
    AudienceKind.PRINCIPAL: "Prepared for the principal",
    AudienceKind.VAULT: "Prepared for the vault",
}


def matrix_title(model: MatrixModel) -> str:
    """Return the title of a picture of positions."""
    return f"Where the parties stand on {day_in_words(model.day)}"


def matrix_note(model: MatrixModel) -> str:
    """Return the line under it: basis, case, comparison."""
    parts = [_BASES[model.basis], model.title]
    if model.compared is not None:
        parts.append(f"changes since {day_in_words(model.compared)}")
    return " · ".join(part for part in parts if part)


def timeline_title(timeline: Timeline) -> str:
    """Return the title of a picture of time."""
    first, last = timeline.first.year, timeline.last.year
    return f"Events and distances, {first}" if first == last else f"Events and distances, {first} to {last}"


def timeline_note(model: MatrixModel, timeline: Timeline) -> str:
    """Return the line under it."""
    return " · ".join(part for part in (model.title, timeline.note.rstrip(".")) if part)


def reader(model: MatrixModel) -> str:
    """Return for whom the picture is."""
    audience = model.audience
    if audience.kind is not AudienceKind.PARTY:
        return _READERS[audience.kind]
    label = next((column.label for column in model.columns if column.code == audience.party), audience.party)
    return f"What may be shown to {label}"


def empty_words(model: MatrixModel) -> str:
    """Return what a cell without a position says on a wall."""
    is_public = model.audience.kind is AudienceKind.PUBLIC
    return "no public position" if is_public else "no position known"
