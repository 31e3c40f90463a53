"""The change brief: what hardened, softened, appeared or went between two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.analysis.changes import CellChange, ChangeKind, changes_between
from workbench.briefs.citing import position_sources
from workbench.briefs.content import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Part,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.frame import framed, standing_on_day
from workbench.briefs.material import Material
from workbench.briefs.phrases import muted, small, stance_lines, standing_words, worded
from workbench.briefs.sections.annexes import names_and_terms, sources
from workbench.briefs.sections.movement import (
    ACROSS_TRACKS,
    counts_in_words,
    days_compared,
    kind_lines,
    what_changed,
)
from workbench.briefs.sections.reading import how_to_read
from workbench.domain.codes import SourceReference

ORDER = (
    ChangeKind.HARDENED,
    ChangeKind.SOFTENED,
    ChangeKind.SHIFTED,
    ChangeKind.NEW,
    ChangeKind.WITHDRAWN,
    ChangeKind.NEWLY_ASSESSED,
    ChangeKind.NO_LONGER_ASSESSED,
    ChangeKind.REWORDED,
    ChangeKind.DISCLOSED,
)
"""The kinds of change in the order in which they are told."""


def change_document(material: Material) -> Document:
    """Return the change brief between the day compared with and the day shown."""
    words = material.words
    found = sorted(_found(material), key=lambda own: (own.issue, own.party))
    shown = {kind: [own for own in found if own.change.kind is kind] for kind in ORDER}
    citing = replace(material, references=tuple(_references(material, shown.values())))
    between = words.say("brief.between", **days_compared(material))
    parts = (
        Part((*_lead(material, found), *_kinds(citing, shown)), wide=True),
        Part((*sources(citing), *names_and_terms(citing), *how_to_read(citing))),
    )
    about = (between, standing_on_day(material), words.say("brief.order"))
    return framed(material, words.say("brief.changes"), about, parts)


def _found(material: Material) -> list[CellChange]:
    if material.then is None or not material.parties:
        return []
    return changes_between(material.then, material.standing, material.parties)


def _lead(material: Material, found: list[CellChange]) -> Iterator[Block]:
    words = material.words
    kinds = counts_in_words(material, found)
    key = "lead" if found else "nothing"
    yield paragraph(words.say(f"changes.{key}", kinds=kinds, **days_compared(material)))
    yield paragraph(words.say("brief.disclaimer"))


def _references(
    material: Material, groups: Iterable[list[CellChange]]
) -> Iterator[tuple[SourceReference, ...]]:
    for group in groups:
        for own in group[: material.limits.changes]:
            for row in (own.change.before, own.change.after):
                yield material.snapshot.table.sources.get(row, ())


def _kinds(material: Material, shown: dict[ChangeKind, list[CellChange]]) -> Iterator[Block]:
    words, most = material.words, material.limits.changes
    for kind, found in shown.items():
        if not found:
            continue
        key = kind.name.lower()
        heading = words.say(f"changes.{key}")
        yield Heading(heading)
        yield paragraph(words.say(f"changes.{key}_says"), keep_with_next=True)
        yield _table(material, heading, found[:most])
        if found[most:]:
            yield muted(words.say("changes.left_out", number=len(found) - most))


def _table(material: Material, heading: str, found: Sequence[CellChange]) -> Table:
    words, days = material.words, days_compared(material)
    caption = words.say("changes.caption", kind=heading, **days)
    kind = found[0].change.kind
    if kind in _ONE_SIDED:
        day = days["then" if kind is ChangeKind.WITHDRAWN else "now"]
        one = words.say("changes.subject"), words.say("changes.on", day=day), words.say("changes.said")
        rows = tuple(_one_sided_row(material, own) for own in found)
        return Table(shares(60, 105, 108), header_row(*one), rows, caption)
    sides = (words.say("changes.on", day=day) for day in days.values())
    header = words.say("changes.subject"), *sides, words.say("changes.what")
    rows = tuple(_row(material, own) for own in found)
    return Table(shares(44, 88, 88, 53), header_row(*header), rows, caption)


_ONE_SIDED = (ChangeKind.NEW, ChangeKind.WITHDRAWN)


def _one_sided_row(material: Material, own: CellChange) -> tuple[Cell, ...]:
    stances, said = _stood(material, own, max(own.change.before, own.change.after))
    return _subject(material, own), cell(*stances), cell(*said)


def _row(material: Material, own: CellChange) -> tuple[Cell, ...]:
    change = own.change
    sides = (_stood(material, own, row) for row in (change.before, change.after))
    return (
        _subject(material, own),
        *(cell(*stances, *said) for stances, said in sides),
        cell(*_declared(material, own), *what_changed(material, change, own.issue)),
    )


def _subject(material: Material, own: CellChange) -> Cell:
    title, label = material.snapshot.issues[own.issue].title, material.label(own.party)
    return cell(small(strong(title)), small(label), muted(material.words.of(own.track)))


def _declared(material: Material, own: CellChange) -> list[Paragraph]:
    if own.change.kind not in ACROSS_TRACKS or material.then is None:
        return []
    return kind_lines(material, material.then, own)[1:]


def _stood(material: Material, own: CellChange, row: int) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the stances of a position, and what it says with since when and how that is known."""
    position = material.position_in(row)
    sources = material.words.join(position_sources(material, position, named=False))
    said = [worded(material, own.party, position.statement)] if position.statement else []
    said.append(muted(f"{standing_words(material, position)} · {sources}"))
    return stance_lines(material, position, with_unstated=False), said
