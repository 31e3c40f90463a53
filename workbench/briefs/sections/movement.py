"""Movement since a date: what moved or went, both wordings side by side, and what appeared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.analysis.changes import (
    CellChange,
    ChangeKind,
    PositionChange,
    change_between,
    changes_between,
)
from workbench.analysis.standing import Standing
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
from workbench.briefs.material import Material
from workbench.briefs.phrases import muted, nothing_known, position_lines, small, worded
from workbench.briefs.words import NO_POSITION
from workbench.columns import NONE
from workbench.domain.vocabulary import Basis
from workbench.readmodels.matrix_types import Movement

ACROSS_TRACKS = (ChangeKind.NEWLY_ASSESSED, ChangeKind.NO_LONGER_ASSESSED)


def movement(material: Material) -> list[Block]:
    """Return what moved since the day compared with; nothing where there is no such day."""
    if material.then is None or material.since is None:
        return []
    words, days = material.words, days_compared(material)
    heading = Heading(words.say("movement.heading", **days))
    found = moved_cells(material)
    if not found:
        return [heading, paragraph(words.say("movement.nothing", **days))]
    moved, appeared = parted(found)
    shown, rest = moved[: material.limits.movement], moved[material.limits.movement :]
    table = [_table(material, material.then, shown)] if shown else []
    return [heading, *table, *_left_out(material, rest), *_appeared(material, appeared)]


def days_compared(material: Material) -> dict[str, str]:
    """Return the day compared with and the day shown, to be put into words."""
    then = material.words.day(material.since) if material.since else ""
    return {"then": then, "now": material.words.day(material.day)}


def parted(found: Iterable[CellChange]) -> tuple[list[CellChange], list[CellChange]]:
    """Return what moved or went, and what was not known before."""
    every = list(found)
    moved = [own for own in every if own.change.kind is not ChangeKind.NEW]
    return moved, [own for own in every if own.change.kind is ChangeKind.NEW]


def _table(material: Material, then: Standing, shown: Sequence[CellChange]) -> Table:
    words, days = material.words, days_compared(material)
    headings = ("subject", "movement", "on", "on", "what")
    dates = ("", "", days["then"], days["now"], "")
    header = (words.say(f"movement.{key}", day=day) for key, day in zip(headings, dates, strict=True))
    return Table(
        shares(46, 34, 66, 66, 60),
        header_row(*header),
        tuple(_row(material, then, own) for own in shown),
        caption=words.say("movement.caption", **days),
        compact=True,
    )


def _appeared(material: Material, found: Iterable[CellChange]) -> list[Block]:
    """Return on which issues which parties hold a position that was not known before.

    The positions themselves stand in the state of play.
    """
    words = material.words
    by_issue: dict[int, list[int]] = {}
    for own in found:
        by_issue.setdefault(own.issue, []).append(own.party)
    if not by_issue:
        return []
    most = material.limits.movement
    items = (
        paragraph(strong(words.label(material.snapshot.issues[issue].title)), material.names(parties))
        for issue, parties in list(by_issue.items())[:most]
    )
    rest = len(by_issue) - most
    left = [muted(words.say("movement.issues_left_out", number=rest))] if rest > 0 else []
    return [Heading(words.say("movement.new", **days_compared(material)), 2), Bullets(tuple(items)), *left]


def moved_cells(material: Material) -> list[CellChange]:
    """Return what moved, one entry for each party and issue, issue by issue.

    Where a party is newly or no longer assessed, the declared track's own change is told beside it.
    """
    then, now = material.then, material.standing
    if then is None or not material.parties:
        return []
    found: dict[tuple[int, int], CellChange] = {}
    for own in changes_between(then, now, material.parties):
        found.setdefault((own.issue, own.party), own)
    return [found[cell] for cell in sorted(found)]


def counts_in_words(material: Material, found: Iterable[CellChange]) -> str:
    """Return how many changes there are of each kind: *2 hardened, 1 new*."""
    words = material.words
    counts = Counter(own.change.kind for own in found)
    return words.listing(
        words.say("movement.kind", number=counts[kind], kind=words.of(kind))
        for kind in ChangeKind
        if counts[kind]
    )


def _left_out(material: Material, rest: list[CellChange]) -> list[Block]:
    if not rest:
        return []
    return [muted(material.words.say("movement.left_out", kinds=counts_in_words(material, rest)))]


def _row(material: Material, then: Standing, own: CellChange) -> tuple[Cell, ...]:
    title = material.snapshot.issues[own.issue].title
    return (
        cell(small(strong(title)), small(material.label(own.party))),
        cell(*kind_lines(material, then, own)),
        _stood(material, own, own.change.before),
        _stood(material, own, own.change.after),
        cell(*what_changed(material, own.change, own.issue)),
    )


def kind_lines(material: Material, then: Standing, own: CellChange) -> list[Paragraph]:
    """Return the kind of a change with its mark, and what the declared track did meanwhile."""
    words, kind = material.words, Movement(own.change.kind.value)
    if own.change.kind not in ACROSS_TRACKS:
        return [small(strong(f"{kind.mark} {words.of(kind)}".strip()))]
    lines = [small(strong(words.of(kind)))]
    if material.basis is Basis.ASSESSED:
        declared = _declared_change(material, then, own.party, own.issue)
        lines.append(muted(words.say("movement.declared_track", kind=declared)))
    return lines


def what_changed(material: Material, change: PositionChange, issue: int) -> Iterator[Paragraph]:
    """Yield toward which options a party moved, and which it no longer speaks of."""
    words, options = material.words, material.snapshot.issue_options(issue)
    for key, numbers in (
        ("rose", change.rose),
        ("fell", change.fell),
        ("no_longer_stated", change.no_longer_stated),
    ):
        if numbers:
            labels = words.join(options[number].label for number in numbers)
            yield small(words.labelled(words.say(f"movement.{key}"), labels))


def _declared_change(material: Material, then: Standing, party: int, issue: int) -> str:
    before, after = (int(own.declared[party, issue]) for own in (then, material.standing))
    change = change_between(material.snapshot, before, after)
    return material.words.of(change.kind if change else NO_POSITION)


def _stood(material: Material, own: CellChange, row: int) -> Cell:
    if row == NONE:
        return cell(nothing_known(material))
    position = material.position_in(row)
    is_told = own.change.kind is ChangeKind.REWORDED and own.party in material.worded(own.issue)
    said = [worded(material, own.party, position.statement)] if is_told else []
    return cell(*position_lines(material, position, own.issue), *said)
