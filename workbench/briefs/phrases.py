"""The phrases that several sections of a brief share: stances, positions, small lines."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.briefs.content import Paragraph, Role, Run, RunStyle, paragraph, run
from workbench.briefs.material import Material
from workbench.briefs.words import NO_POSITION
from workbench.domain.position import Position
from workbench.domain.vocabulary import Agenda, Stance

STATES_NOTHING = "states no stance"
RESISTS_ALL = "resists every option named"
_WANTED = (Stance.DEMANDS, Stance.ACCEPTS, Stance.TOLERATES)


def labels_by_stance(material: Material, position: Position, issue: int) -> dict[Stance | None, list[str]]:
    """Return the labels of the options of an issue (number) by stance; none for those unstated."""
    found: dict[Stance | None, list[str]] = {}
    for option in material.snapshot.issue_options(issue):
        found.setdefault(position.stances.get(option.code), []).append(option.label)
    return found


def stance_lines(material: Material, position: Position, *, with_unstated: bool = True) -> list[Paragraph]:
    """Return what a party says of every option, one line a stance; red lines last, then the unstated."""
    words = material.words
    number = material.snapshot.issue_index(position.issue)
    labels = labels_by_stance(material, position, number)
    lines = [_stance_line(material, stance, number, labels[stance]) for stance in Stance if stance in labels]
    if with_unstated and lines and None in labels:
        unsaid = words.label(words.say("shared.has_said_nothing"))
        lines.append(muted(unsaid, words.join(labels[None])))
    return lines or [small(words.of(STATES_NOTHING))]


def _stance_line(material: Material, stance: Stance, issue: int, labels: list[str]) -> Paragraph:
    words = material.words
    verb = words.verb(stance, material.snapshot.issues[issue].kind)
    role = Role.LIMIT if stance is Stance.RED_LINE else Role.SMALL
    return paragraph(words.labelled(verb, words.join(labels)), role=role)


def wanted_words(material: Material, position: Position, issue: int) -> str:
    """Return what a party wants most on an issue (number): *accepts: Renewed for five years*."""
    words, labels = material.words, labels_by_stance(material, position, issue)
    for stance in _WANTED:
        if stance in labels:
            said = words.join(labels[stance])
            if stance is Stance.DEMANDS:
                return said
            return words.labelled(words.verb(stance, material.snapshot.issues[issue].kind), said)
    return words.of(RESISTS_ALL if set(labels) - {None} else STATES_NOTHING)


def red_lines(material: Material, position: Position, issue: int) -> list[str]:
    """Return the labels of the options that a position will not have."""
    return labels_by_stance(material, position, issue).get(Stance.RED_LINE, [])


def limit_line(material: Material, position: Position, issue: int) -> Iterator[Paragraph]:
    """Yield the line that names what a party will not have, where it has said so."""
    limits = red_lines(material, position, issue)
    if limits:
        yield _stance_line(material, Stance.RED_LINE, issue, limits)


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
    """Return track, date and confidence: *assessed since Mar 2023 · moderate confidence*."""
    words = material.words
    since = words.since(position.since, short=True)
    parts = [words.say("shared.standing", track=words.of(position.track), since=since)]
    if position.confidence:
        parts.append(words.say("shared.confidence", confidence=words.of(position.confidence)))
    if position.agenda and position.agenda is not Agenda.ON_AGENDA:
        parts.append(words.say("shared.agenda", agenda=words.of(position.agenda)))
    return " · ".join(parts)


def answer_words(material: Material, issue: int, option: int) -> str:
    """Return an answer with its issue (numbers): *“Ends in November 2025” (Peacekeeping mandate)*."""
    words, snapshot = material.words, material.snapshot
    label = words.quoted(snapshot.issue_options(issue)[option].label)
    return words.say("shared.note", text=label, note=snapshot.issues[issue].title)


def quoted(material: Material, text: str, language: str = "") -> list[Run]:
    """Return somebody's own words, in the quotation marks of the language of the brief."""
    before, behind = material.words.quoted("\0").split("\0")
    marks = (run(before, RunStyle.QUOTE), run(behind, RunStyle.QUOTE))
    return [marks[0], run(text, RunStyle.QUOTE, language), marks[1]]


def worded(material: Material, party: int, *parts: str | Run) -> Paragraph:
    """Return a small line that restates the wording of a party (number)."""
    return paragraph(*parts, role=Role.SMALL, wording_of=material.plain_label(party))


def lead_in(material: Material, key: str) -> Run:
    """Return the words that lead into what follows, in the background: *Why: *."""
    return run(material.words.label(material.words.say(key)), RunStyle.MUTED)


def nothing_known(material: Material) -> Paragraph:
    """Return the line that stands where no position is known."""
    return paragraph(run(material.words.of(NO_POSITION), RunStyle.EMPHASIS), role=Role.MUTED)


def small(*parts: str | Run) -> Paragraph:
    """Return a small line."""
    return paragraph(*parts, role=Role.SMALL)


def muted(*parts: str | Run) -> Paragraph:
    """Return a small line in the background."""
    return paragraph(*parts, role=Role.MUTED)
