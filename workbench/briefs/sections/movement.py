"""Movement since a date: what appeared, went, softened, hardened or shifted, both wordings side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

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
    Cell,
    Heading,
    Paragraph,
    Table,
    cell,
    header_row,
    shares,
    strong,
)
from workbench.briefs.material import Material
from workbench.briefs.phrases import muted, nothing_known, position_lines, small
from workbench.columns import NONE
from workbench.domain.vocabulary import Basis
from workbench.readmodels.matrix_types import Movement

ACROSS_TRACKS = (ChangeKind.NEWLY_ASSESSED, ChangeKind.NO_LONGER_ASSESSED)


def movement(material: Material) -> list[Block]:
    """Return what moved since the day compared with; nothing where there is no such day."""
    if material.then is None or material.since is None:
        return []
    words = material.words
    days = {"then": words.day(material.since), "now": words.day(material.day)}
    heading = Heading(words.say("movement.heading", **days))
    found = moved_cells(material)
    if not found:
        return [heading, small(words.say("movement.nothing", **days))]
    shown, rest = found[: material.limits.movement], found[material.limits.movement :]
    headings = ("subject", "movement", "on", "on", "what")
    dates = ("", "", days["then"], days["now"], "")
    table = Table(
        shares(46, 34, 66, 66, 60),
        header_row(
            *(words.say(f"movement.{key}", day=day) for key, day in zip(headings, dates, strict=True))
        ),
        tuple(_row(material, material.then, own) for own in shown),
        caption=words.say("movement.caption", **days),
        compact=True,
    )
    return [heading, table, *_left_out(material, rest)]


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
    kinds = counts_in_words(material, rest)
    return [muted(material.words.say("movement.left_out", number=len(rest), kinds=kinds))]


def _row(material: Material, then: Standing, own: CellChange) -> tuple[Cell, ...]:
    title = material.snapshot.issues[own.issue].title
    return (
        cell(small(strong(title)), small(material.label(own.party))),
        cell(*kind_lines(material, then, own)),
        _stood(material, own.change.before, own.issue),
        _stood(material, own.change.after, own.issue),
        cell(*what_changed(material, own.change, own.issue)),
    )


def kind_lines(material: Material, then: Standing, own: CellChange) -> list[Paragraph]:
    """Return the kind of a change with its mark, and what the declared track did meanwhile."""
    words, kind = material.words, Movement(own.change.kind.value)
    if own.change.kind not in ACROSS_TRACKS:
        return [small(strong(f"{kind.mark} {words.of(kind)}".strip()))]
    lines = [small(strong(words.of(kind)))]
    if material.model.basis is Basis.ASSESSED:
        declared = _declared_change(material, then, own.party, own.issue)
        lines.append(muted(words.say("movement.declared_track", kind=declared)))
    return lines


def what_changed(material: Material, change: PositionChange, issue: int) -> Iterator[Paragraph]:
    """Yield toward which options a party moved, and which it no longer speaks of."""
    options = material.snapshot.issue_options(issue)
    for key, numbers in (
        ("rose", change.rose),
        ("fell", change.fell),
        ("no_longer_stated", change.no_longer_stated),
    ):
        if numbers:
            labels = "; ".join(options[number].label for number in numbers)
            yield small(material.words.say(f"movement.{key}", options=labels))


def _declared_change(material: Material, then: Standing, party: int, issue: int) -> str:
    before, after = (int(own.declared[party, issue]) for own in (then, material.standing))
    change = change_between(material.snapshot, before, after)
    return material.words.of(change.kind if change else "no position known")


def _stood(material: Material, row: int, issue: int) -> Cell:
    if row == NONE:
        return cell(nothing_known(material))
    return cell(*position_lines(material, material.position_in(row), issue))
