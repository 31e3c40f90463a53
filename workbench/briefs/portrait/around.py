"""What bears on a party's positions: time, conditions, movement, gaps, background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.changes import CellChange
from workbench.briefs.content import (
    Block,
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
from workbench.briefs.phrases import limit_line, nothing_known, small, wanted_words
from workbench.briefs.portrait.sitter import Sitter
from workbench.briefs.sections.gaps import (
    deadline_words,
    deadlines,
    open_questions,
    reviewed,
    single_sourced,
    unsourced,
)
from workbench.briefs.sections.linkages import condition_words, strength_words
from workbench.briefs.sections.movement import days_compared, kind_lines, parted, what_changed
from workbench.columns import NONE
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.vocabulary import TimePressure


def time(sitter: Sitter) -> list[Block]:
    """Return for whom time presses on the issues of the party, and which deadlines come."""
    words, items = sitter.words, []
    if sitter.material.snapshot.audience.sees_team_reading:
        items = list(_pressures(sitter)) or [small(words.say("position.no_time"))]
        items += _others_pressed(sitter)
    coming = [own for own in deadlines(sitter.material) if not own.parties or sitter.code in own.parties]
    coming.sort(key=lambda event: event.date.effective)
    for event in sitter.short.first("deadlines", coming):
        comma, title = words.say("shared.comma"), sitter.short.text(event.title)
        said = f"{title}{comma}{deadline_words(sitter.material, event)}."
        items.append(sitter.item(words.say("position.deadline"), said))
    return sitter.section("time", items)


def _pressures(sitter: Sitter) -> Iterator[Paragraph]:
    for key, pressure in (("presses", TimePressure.URGENT), ("waiting", TimePressure.WAITING_HELPS)):
        issues = [issue for issue, own in sitter.shown.items() if own.time_pressure is pressure]
        if issues:
            yield sitter.item(sitter.words.say(f"position.{key}"), _titles(sitter, issues))


def _others_pressed(sitter: Sitter) -> Iterator[Paragraph]:
    """Yield for which other parties time presses on the issues shown, and on which of them."""
    material, words = sitter.material, sitter.words
    pressed: dict[int, list[int]] = {}
    for issue in sitter.shown:
        for party in range(len(material.snapshot.parties)):
            own = material.position(party, issue)
            if party != sitter.party and own and own.time_pressure is TimePressure.URGENT:
                pressed.setdefault(party, []).append(issue)
    if pressed:
        named = (
            words.say("shared.note", text=material.label(party), note=words.join(map(sitter.title, issues)))
            for party, issues in pressed.items()
        )
        said = sitter.short.text(words.join(named))
        yield sitter.item(words.say("position.others_pressed"), f"{said}.")


def _titles(sitter: Sitter, issues: Sequence[int]) -> str:
    return f"{sitter.words.join(map(sitter.title, issues))}."


def links(sitter: Sitter) -> list[Block]:
    """Return the conditions the party has set, and those of others and of logic that touch what it holds."""
    items = [_condition(sitter, own) for own in sitter.short.first("links", sitter.conditions)]
    return sitter.section("links", items or [small(sitter.words.say("position.no_links"))])


def _condition(sitter: Sitter, own: Linkage) -> Paragraph:
    words, material = sitter.words, sitter.material
    if own.party and own.party != sitter.code:
        owner = words.say("position.other_link", party=material.label_of(own.party))
    else:
        owner = words.say("position.own_link" if own.party else "position.logic")
    lead = words.say("shared.note", text=owner, note=strength_words(material, own))
    return sitter.item(lead, sitter.short.text(condition_words(material, own)) + sitter.cited(own.sources))


def movement(sitter: Sitter) -> list[Block]:
    """Return what moved since the day compared with, both wordings side by side, and what appeared."""
    material, words = sitter.material, sitter.words
    if material.since is None:
        return []
    days = days_compared(material)
    heading = Heading(words.say("movement.heading", **days))
    if not sitter.changes:
        return [heading, paragraph(words.say("movement.nothing", **days))]
    moved, appeared = parted(sitter.changes)
    shown = sitter.short.first("movement", moved)
    blocks: list[Block] = [heading, *([_moved_table(sitter, shown)] if shown else [])]
    if appeared:
        lead = strong(words.label(words.say("movement.new", **days)))
        titles = _titles(sitter, [own.issue for own in appeared])
        blocks.append(small(lead, sitter.short.text(titles)))
    return blocks


def _moved_table(sitter: Sitter, shown: Sequence[CellChange]) -> Table:
    words, days = sitter.words, days_compared(sitter.material)
    header = header_row(
        words.say("movement.issue"),
        words.say("movement.movement"),
        words.say("movement.on", day=days["then"]),
        words.say("movement.on", day=days["now"]),
        words.say("movement.what"),
    )
    rows = tuple(_moved(sitter, own) for own in shown)
    caption = words.say("movement.caption", **days)
    return Table(shares(36, 27, 41, 41, 41), header, rows, caption, compact=True)


def _moved(sitter: Sitter, own: CellChange) -> tuple[Cell, ...]:
    material, then = sitter.material, sitter.material.then
    kinds = kind_lines(material, then, own) if then else []
    return (
        cell(small(strong(sitter.title(own.issue)))),
        cell(*kinds),
        _stood(sitter, own.change.before, own.issue),
        _stood(sitter, own.change.after, own.issue),
        cell(*map(sitter.short.paragraph, what_changed(material, own.change, own.issue))),
    )


def _stood(sitter: Sitter, row: int, issue: int) -> Cell:
    if row == NONE:
        return cell(nothing_known(sitter.material))
    position = sitter.material.position_in(row)
    limits = map(sitter.short.paragraph, limit_line(sitter.material, position, issue))
    return cell(sitter.line(wanted_words(sitter.material, position, issue)), *limits)


def unknown(sitter: Sitter) -> list[Block]:
    """Return what is not known, and which question would settle it."""
    words, material = sitter.words, sitter.material
    asked = [own for own in open_questions(material) if sitter.party in own.ask]
    items = []
    for question in sitter.short.first("questions", asked):
        label = material.snapshot.issue_options(question.issue)[question.option].label
        now, then = (words.level(Level.of(room)) for room in (question.room, question.possible))
        names, option = material.names(question.ask), words.quoted(sitter.short.text(label))
        said = words.say("position.question", option=option, asked=names, now=now, then=then)
        items.append(sitter.item(sitter.title(question.issue), said))
    return sitter.section("unknown", [*items, *_gaps(sitter)])


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
            titles = sitter.short.text(_titles(sitter, issues))
            yield sitter.item(sitter.words.say(f"position.{key}"), titles)


def background(sitter: Sitter) -> list[Block]:
    """Return the last events in which the party had a part, dated, oldest first."""
    items = []
    for event in sitter.short.last("events", sitter.past_events):
        about = f" {sitter.short.text(event.description)}" if event.description else ""
        text = f"{sitter.short.text(event.title)}.{about}{sitter.cited(event.sources)}"
        items.append(sitter.item(sitter.words.dated(event.date), text))
    return sitter.section("background", items)
