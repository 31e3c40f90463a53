"""Movement since a date: what appeared, went, softened, hardened or shifted, both wordings side by side."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.changes import ChangeKind, PositionChange, change_between, change_in_cell
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
from workbench.briefs.material import Material, muted, nothing_known, position_lines, small
from workbench.columns import NONE
from workbench.readmodels.matrix_types import Movement
from workbench.readmodels.wording import day_in_words

_ACROSS_TRACKS = (ChangeKind.NEWLY_ASSESSED, ChangeKind.NO_LONGER_ASSESSED)


def movement(material: Material) -> list[Block]:
    """Return what moved since the day compared with; nothing where there is no such day."""
    if material.then is None or material.since is None:
        return []
    rows = tuple(_rows(material, material.then))
    then, now = day_in_words(material.since), day_in_words(material.day)
    heading = Heading(f"Movement since {then}")
    if not rows:
        return [heading, small(f"What stands on {now} stood on {then}.")]
    table = Table(
        shares(46, 34, 66, 66, 60),
        header_row("Issue and party", "Movement", f"On {then}", f"On {now}", "What changed"),
        rows,
        caption=f"Positions that differ between {then} and {now}",
        compact=True,
    )
    return [heading, table]


def _rows(material: Material, then: Standing) -> Iterator[tuple[Cell, ...]]:
    for issue, own in enumerate(material.snapshot.issues):
        for party in material.parties:
            change = change_in_cell(then, material.standing, party, issue)
            if change is not None and change.kind is not ChangeKind.UNCHANGED:
                yield (
                    cell(small(strong(own.title)), small(material.label(party))),
                    _kind_cell(material, then, change, party, issue),
                    _stood(material, change.before, issue),
                    _stood(material, change.after, issue),
                    cell(*_what_changed(material, change, issue)),
                )


def _kind_cell(material: Material, then: Standing, change: PositionChange, party: int, issue: int) -> Cell:
    kind = Movement(change.kind.value)
    mark = "" if change.kind in _ACROSS_TRACKS else f"{kind.mark} "
    lines = [small(strong(f"{mark}{kind.value}".strip()))]
    if change.kind in _ACROSS_TRACKS:
        lines.append(muted(f"declared track: {_declared_change(material, then, party, issue)}"))
    return cell(*lines)


def _what_changed(material: Material, change: PositionChange, issue: int) -> Iterator[Paragraph]:
    options = material.snapshot.issue_options(issue)
    for lead, numbers in (
        ("Nearer to", change.rose),
        ("Further from", change.fell),
        ("No longer stated", change.no_longer_stated),
    ):
        if numbers:
            yield small(f"{lead}: {'; '.join(options[number].label for number in numbers)}")


def _declared_change(material: Material, then: Standing, party: int, issue: int) -> str:
    before, after = (int(own.declared[party, issue]) for own in (then, material.standing))
    change = change_between(material.snapshot, before, after)
    return change.kind.value if change else "no position known"


def _stood(material: Material, row: int, issue: int) -> Cell:
    if row == NONE:
        return cell(nothing_known())
    return cell(*position_lines(material, material.positions[row], issue))
