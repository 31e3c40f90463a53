"""The phrases that several sections of a brief share: stances, positions, small lines."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.briefs.content import Paragraph, Role, Run, RunStyle, paragraph, run
from workbench.briefs.material import Material
from workbench.domain.position import Position
from workbench.domain.vocabulary import Agenda, Stance
from workbench.readmodels.cells import headline, segments_of
from workbench.readmodels.wording import NO_POSITION

STATES_NOTHING = "states no stance"


def stance_lines(material: Material, position: Position, *, with_unstated: bool = True) -> list[Paragraph]:
    """Return what a party says of every option, one line a stance; red lines last, then the unstated."""
    words = material.words
    number = material.snapshot.issue_index(position.issue)
    kind = material.snapshot.issues[number].kind
    options = material.snapshot.issue_options(number)
    lines = []
    for stance in Stance:
        labels = [option.label for option in options if position.stances.get(option.code) is stance]
        if labels:
            role = Role.LIMIT if stance is Stance.RED_LINE else Role.SMALL
            said = words.say("shared.stance", verb=words.verb(stance, kind), options="; ".join(labels))
            lines.append(paragraph(said, role=role))
    unstated = [option.label for option in options if option.code not in position.stances]
    if unstated and position.stances and with_unstated:
        lines.append(muted(words.say("shared.has_said_nothing", options="; ".join(unstated))))
    return lines or [small(words.of(STATES_NOTHING))]


def wanted_words(material: Material, position: Position, issue: int) -> str:
    """Return what a party wants most on an issue (number): *accepts: Renewed for five years*."""
    words, snapshot = material.words, material.snapshot
    segments = segments_of(snapshot, snapshot.row_of(position.ref), issue)
    if not segments:
        return words.of(STATES_NOTHING)
    if not any(stance is not None and stance >= Stance.TOLERATES for stance in segments):
        return words.of(headline(snapshot, issue, segments)[1])
    lead, text = headline(snapshot, issue, segments)
    return words.say("shared.stance", verb=words.of(lead), options=text) if lead else text


def red_lines(material: Material, position: Position, issue: int) -> list[str]:
    """Return the labels of the options that a position will not have."""
    options = material.snapshot.issue_options(issue)
    return [option.label for option in options if position.stances.get(option.code) is Stance.RED_LINE]


def limit_line(material: Material, position: Position, issue: int) -> Iterator[Paragraph]:
    """Yield the line that names what a party will not have, where it has said so."""
    words, limits = material.words, red_lines(material, position, issue)
    if limits:
        verb = words.verb(Stance.RED_LINE, material.snapshot.issues[issue].kind)
        said = words.say("shared.stance", verb=verb, options="; ".join(limits))
        yield paragraph(said, role=Role.LIMIT)


def position_lines(
    material: Material, position: Position, issue: int, *, review: bool = False
) -> list[Paragraph]:
    """Return a position in short: what is wanted most, what the party will not have, since when."""
    late = f" · {material.words.say('shared.to_review')}" if review else ""
    return [
        paragraph(wanted_words(material, position, issue)),
        *limit_line(material, position, issue),
        muted(standing_words(material, position) + late),
    ]


def standing_words(material: Material, position: Position) -> str:
    """Return track, date and confidence: *assessed since 2023-03 · moderate confidence*."""
    words = material.words
    track = words.of(position.track)
    parts = [words.say("shared.standing", track=track, since=words.since(position.since))]
    if position.confidence:
        parts.append(words.say("shared.confidence", confidence=words.of(position.confidence)))
    if position.agenda and position.agenda is not Agenda.ON_AGENDA:
        parts.append(words.say("shared.agenda", agenda=words.of(position.agenda)))
    return " · ".join(parts)


def quoted(material: Material, text: str, language: str = "") -> Run:
    """Return somebody's own words, in the quotation marks of the language of the brief."""
    return run(material.words.say("shared.quote", text=text), RunStyle.QUOTE, language)


def worded(material: Material, party: int, *pieces: str | Run) -> Paragraph:
    """Return a small line that restates the wording of a party (number)."""
    return paragraph(*pieces, role=Role.SMALL, wording_of=material.label(party))


def aside(text: str) -> Run:
    """Return the words that lead into what follows."""
    return run(text, RunStyle.MUTED)


def nothing_known(material: Material) -> Paragraph:
    """Return the line that stands where no position is known."""
    return paragraph(run(material.words.of(NO_POSITION), RunStyle.EMPHASIS), role=Role.MUTED)


def small(*pieces: str | Run) -> Paragraph:
    """Return a small line."""
    return paragraph(*pieces, role=Role.SMALL)


def muted(*pieces: str | Run) -> Paragraph:
    """Return a small line in the background."""
    return paragraph(*pieces, role=Role.MUTED)
