"""What bears on a party's positions: time, conditions, movement, contested points, gaps, background."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.changes import CellChange, ChangeKind, change_between
from workbench.briefs.content import (
    Block,
    Bullets,
    Cell,
    Heading,
    Paragraph,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.phrases import (
    limit_line,
    nothing_known,
    small,
    stance_lines,
    wanted_words,
)
from workbench.briefs.portrait.sitter import Sitter
from workbench.briefs.sections.common_ground import Ground, ground_of
from workbench.briefs.sections.gaps import (
    deadline_words,
    deadlines,
    open_questions,
    reviewed,
    single_sourced,
    unsourced,
)
from workbench.briefs.sections.linkages import condition_words, strength_words
from workbench.briefs.sections.movement import kind_lines, what_changed
from workbench.columns import NONE
from workbench.domain.level import Level
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, TimePressure

_SAME_STANCES = (ChangeKind.UNCHANGED, ChangeKind.REWORDED, ChangeKind.DISCLOSED)


def time(sitter: Sitter) -> list[Block]:
    """Return for which issues time presses the party, and which deadlines come."""
    words, items = sitter.words, []
    if sitter.material.snapshot.audience.sees_team_reading:
        items = list(_pressures(sitter)) or [small(words.say("position.no_time"))]
    coming = [own for own in deadlines(sitter.material) if not own.parties or sitter.code in own.parties]
    coming.sort(key=lambda event: event.date.effective)
    for event in sitter.short.first("deadlines", coming):
        lead = strong(words.say("position.deadline"))
        title = sitter.short.text(event.title)
        items.append(small(lead, f"{title}, {deadline_words(sitter.material, event)}."))
    return _section(sitter, "time", items)


def _pressures(sitter: Sitter) -> Iterator[Paragraph]:
    for key, pressure in (("presses", TimePressure.URGENT), ("waiting", TimePressure.WAITING_HELPS)):
        issues = [issue for issue, own in sitter.shown.items() if own.time_pressure is pressure]
        if issues:
            named = "; ".join(sitter.title(issue) for issue in issues)
            yield small(strong(sitter.words.say(f"position.{key}")), f"{named}.")


def links(sitter: Sitter) -> list[Block]:
    """Return the conditions the party has set, and those of logic that touch what it holds."""
    words, material = sitter.words, sitter.material
    items = []
    for own in sitter.short.first("links", sitter.conditions):
        owner = words.say("position.own_link" if own.party else "position.logic")
        lead = strong(f"{owner} ({strength_words(material, own)}): ")
        items.append(
            small(lead, sitter.short.text(condition_words(material, own)), sitter.cited(own.sources))
        )
    return _section(sitter, "links", items or [small(words.say("position.no_links"))])


def movement(sitter: Sitter) -> list[Block]:
    """Return what moved since the day compared with, both wordings side by side."""
    material, words = sitter.material, sitter.words
    if material.since is None:
        return []
    days = {"then": words.day(material.since), "now": words.day(material.day)}
    heading = Heading(words.say("movement.heading", **days))
    if not sitter.changes:
        return [heading, paragraph(words.say("movement.nothing", **days))]
    header = header_row(
        words.say("movement.issue"),
        words.say("movement.movement"),
        words.say("movement.on", day=days["then"]),
        words.say("movement.on", day=days["now"]),
        words.say("movement.what"),
    )
    rows = tuple(_moved(sitter, own) for own in sitter.short.first("movement", sitter.changes))
    caption = words.say("movement.caption", **days)
    return [heading, Table(shares(36, 27, 41, 41, 41), header, rows, caption, compact=True)]


def _moved(sitter: Sitter, own: CellChange) -> tuple[Cell, ...]:
    material, then = sitter.material, sitter.material.then
    kinds = kind_lines(material, then, own) if then else []
    changed = (sitter.line(line.text) for line in what_changed(material, own.change, own.issue))
    return (
        cell(small(strong(sitter.title(own.issue)))),
        cell(*kinds),
        _stood(sitter, own.change.before, own.issue),
        _stood(sitter, own.change.after, own.issue),
        cell(*changed),
    )


def _stood(sitter: Sitter, row: int, issue: int) -> Cell:
    if row == NONE:
        return cell(nothing_known(sitter.material))
    position = sitter.material.position_in(row)
    limits = (sitter.line(line.text, role=line.role) for line in limit_line(sitter.material, position, issue))
    return cell(sitter.line(wanted_words(sitter.material, position, issue)), *limits)


def contested(sitter: Sitter) -> list[Block]:
    """Return where accounts or readings differ, and where declared and assessed do."""
    items = [*_accounts(sitter), *_tracks(sitter), *_readings(sitter)]
    return _section(sitter, "contested", list(sitter.short.first("contested", items)))


def _accounts(sitter: Sitter) -> Iterator[Paragraph]:
    material, words = sitter.material, sitter.words
    everyone = range(len(material.snapshot.parties))
    for issue in material.issue_numbers(negotiable=False):
        if issue not in sitter.standing or ground_of(material, issue, everyone) not in _CONTESTED:
            continue
        stances = "; ".join(
            words.say("position.other_stance", party=material.label(party), stances=said)
            for party in everyone
            if (own := material.position(party, issue)) and (said := _stances(sitter, own))
        )
        yield small(strong(f"{sitter.title(issue)}: "), sitter.short.text(stances) + ".")


_CONTESTED = (Ground.CONTESTED_FACT, Ground.DIVERGENT_NORM)


def _stances(sitter: Sitter, position: Position) -> str:
    lines = stance_lines(sitter.material, position, with_unstated=False)
    return ", ".join(line.text for line in lines)


def _tracks(sitter: Sitter) -> Iterator[Paragraph]:
    material, words = sitter.material, sitter.words
    if material.model.basis is not Basis.ASSESSED:
        return
    for issue in sitter.shown:
        rows = [
            int(own[sitter.party, issue]) for own in (material.standing.declared, material.standing.assessed)
        ]
        change = None if NONE in rows else change_between(material.snapshot, *rows)
        if change and change.kind not in _SAME_STANCES:
            declared, assessed = (
                sitter.short.text(_stances(sitter, material.position_in(row))) for row in rows
            )
            said = words.say("position.declared_assessed", declared=declared, assessed=assessed)
            yield small(strong(f"{sitter.title(issue)}: "), said)


def _readings(sitter: Sitter) -> Iterator[Paragraph]:
    words = sitter.words
    for issue, position in sitter.shown.items():
        if position.competing_readings:
            quotes = (words.say("shared.quote", text=own) for own in position.competing_readings)
            readings = sitter.short.text(words.alternatives(quotes))
            yield small(strong(f"{sitter.title(issue)}: "), words.say("position.read_as", readings=readings))


def unknown(sitter: Sitter) -> list[Block]:
    """Return what is not known, and which question would settle it."""
    asked = [own for own in open_questions(sitter.material) if sitter.party in own.ask]
    items = []
    for question in sitter.short.first("questions", asked):
        option = sitter.material.snapshot.issue_options(question.issue)[question.option].label
        now, then = (sitter.words.level(Level.of(room)) for room in (question.room, question.possible))
        names = sitter.material.names(question.ask)
        option = sitter.short.text(option)
        said = sitter.words.say("position.question", option=option, asked=names, now=now, then=then)
        items.append(small(strong(f"{sitter.title(question.issue)}: "), said))
    return _section(sitter, "unknown", [*items, *_gaps(sitter)])


def _gaps(sitter: Sitter) -> Iterator[Paragraph]:
    material = sitter.material
    silent = [
        issue
        for issue, own in enumerate(material.snapshot.issues)
        if sitter.code in own.needed and issue not in sitter.standing
    ]
    for key, issues in (
        ("silent", silent),
        ("review", [issue for issue in sitter.shown if reviewed(material, sitter.party, issue)]),
        ("single", [issue for issue in sitter.shown if single_sourced(material, sitter.party, issue)]),
        ("unsourced", [issue for issue in sitter.shown if unsourced(material, sitter.party, issue)]),
    ):
        if issues:
            titles = "; ".join(sitter.title(issue) for issue in issues)
            yield small(sitter.words.say(f"position.{key}", issues=sitter.short.text(titles)))


def background(sitter: Sitter) -> list[Block]:
    """Return the last events in which the party had a part, dated, oldest first."""
    items = []
    for event in sitter.short.last("events", sitter.past_events):
        about = f" {sitter.short.text(event.description)}" if event.description else ""
        text = f"{sitter.short.text(event.title)}.{about}{sitter.cited(event.sources)}"
        items.append(small(strong(f"{sitter.words.since(event.date)}: "), text))
    return _section(sitter, "background", items)


def _section(sitter: Sitter, key: str, items: list[Paragraph]) -> list[Block]:
    return [Heading(sitter.words.say(f"position.{key}")), Bullets(tuple(items))] if items else []
