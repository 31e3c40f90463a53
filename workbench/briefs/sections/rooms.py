"""The room of an issue in sentences: its level, who decides it, on what it rests."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.room import RoomCell
from workbench.briefs.content import Run, strong
from workbench.briefs.material import Material
from workbench.briefs.sections.state_of_play import counted, meeting
from workbench.columns import UNSTATED
from workbench.domain.level import Level
from workbench.domain.position import Position
from workbench.domain.vocabulary import Confidence, Stance, Track

_MOST_OPTIONS = 3
"""Options where parties meet of which it is said who takes which stance."""


def room_runs(material: Material, room: RoomCell) -> list[str | Run]:
    """Return the level of a room, where the parties meet, what is open, and over whom it is taken."""
    words = material.words
    says = words.data("levels")[room.level.value]
    sentences = [f"{says}."]
    if room.at:
        key = "meet" if (room.room or 0) >= 0 else "least"
        labels = words.listing(map(words.quoted, meeting(material, room)))
        sentences.append(words.say(f"issues.{key}", options=labels))
    if room.is_open:
        sentences.append(words.say("issues.open", level=words.level(Level.of(room.possible))))
    count = counted(material, room)
    held = words.say("issues.count", **count) if count else ""
    parties = material.names(room.parties)
    sentences.append(words.say("issues.needed", parties=parties, count=held))
    return [strong(words.label(words.level(room.level))), " ".join(sentences)]


def room_reasons(material: Material, room: RoomCell) -> str:
    """Return what the parties say of the options that attain a room, and on what that rests."""
    options = (_on_option(material, room, option) for option in room.at[:_MOST_OPTIONS])
    return " ".join((*options, _rests_on(material, room)))


def _on_option(material: Material, room: RoomCell, option: int) -> str:
    """Return who takes which stance toward an option: *“Scanners” – accepts: Baku; tolerates: Yerevan*."""
    words = material.words
    label = words.quoted(material.snapshot.issue_options(room.issue)[option].label)
    return words.say("room.on_option", option=label, stances=words.join(_stances(material, room, option)))


def _stances(material: Material, room: RoomCell, option: int) -> Iterator[str]:
    words, kind = material.words, material.snapshot.issues[room.issue].kind
    stances = material.standing.stances(room.issue)[:, option]
    for value in (*Stance, UNSTATED):
        own = [party for party in room.holders if int(stances[party]) == value]
        if own:
            verb = words.say("room.nothing_said") if value == UNSTATED else words.verb(Stance(value), kind)
            yield words.labelled(verb, material.names(own))


def _rests_on(material: Material, room: RoomCell) -> str:
    words = material.words
    held = [own for party in room.holders if (own := material.position(party, room.issue))]
    parts = [words.count("room.positions", len(held))]
    assessed = sum(own.track is Track.ASSESSED for own in held)
    if assessed:
        parts.append(words.say("room.assessed", number=assessed))
    sources = {reference.code for own in held for reference in own.sources}
    parts.append(words.count("room.sources", len(sources)))
    parts.extend(_weaknesses(material, room, held))
    return words.say("room.rests", parts=words.say("shared.comma").join(parts))


def _weaknesses(material: Material, room: RoomCell, held: list[Position]) -> Iterator[str]:
    words = material.words
    given = [own.confidence for own in held if own.confidence]
    if given:
        lowest = max(given, key=list(Confidence).index)
        yield words.say("room.confidence", confidence=words.of(lowest))
    presumed = int((material.standing.stances(room.issue)[list(room.holders)] == UNSTATED).sum())
    if presumed:
        yield words.count("room.presumed", presumed)
