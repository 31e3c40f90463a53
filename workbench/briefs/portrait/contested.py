"""Contested points: accounts that differ, declared against assessed, wording with several readings."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.changes import ChangeKind, change_between
from workbench.analysis.common_ground import Ground
from workbench.briefs.content import Block, Paragraph
from workbench.briefs.portrait.sitter import Sitter
from workbench.briefs.sections.common_ground import ground_between, holders
from workbench.columns import NONE
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis

_CONTESTED = (Ground.CONTESTED_FACT, Ground.DIVERGENT_NORM)
_SAME_STANCES = (ChangeKind.UNCHANGED, ChangeKind.REWORDED, ChangeKind.DISCLOSED)


def contested(sitter: Sitter) -> list[Block]:
    """Return where accounts or readings differ, and where declared and assessed do."""
    items = [*_accounts(sitter), *_tracks(sitter), *_readings(sitter)]
    return sitter.section("contested", list(sitter.short.first("contested", items)))


def _accounts(sitter: Sitter) -> Iterator[Paragraph]:
    """Yield who holds which account, as in *“Yes” – held by: Baku; doubted by: Yerevan*."""
    material = sitter.material
    everyone = range(len(material.snapshot.parties))
    for issue in material.issue_numbers(negotiable=False):
        if issue not in sitter.standing or ground_between(material, issue, everyone) not in _CONTESTED:
            continue
        said = " ".join(_account(sitter, issue))
        yield sitter.item(sitter.title(issue), sitter.short.text(said))


def _account(sitter: Sitter, issue: int) -> Iterator[str]:
    material, words = sitter.material, sitter.words
    everyone = range(len(material.snapshot.parties))
    for option in material.snapshot.issue_options(issue):
        held = [
            words.labelled(held, material.names(parties))
            for _, held, parties in holders(material, issue, option, everyone)
        ]
        if held:
            label = words.quoted(option.label)
            yield words.say("room.on_option", option=label, stances=words.join(held))


def _tracks(sitter: Sitter) -> Iterator[Paragraph]:
    """Yield on which options what the party declares and what is assessed differ."""
    material, words = sitter.material, sitter.words
    if material.basis is not Basis.ASSESSED:
        return
    for issue in sitter.shown:
        rows = [
            int(own[sitter.party, issue]) for own in (material.standing.declared, material.standing.assessed)
        ]
        change = None if NONE in rows else change_between(material.snapshot, *rows)
        if change and change.kind not in _SAME_STANCES:
            both = [material.position_in(row) for row in rows]
            options = sitter.short.text(words.join(_differing(sitter, issue, *both)))
            said = words.say("position.tracks", options=options)
            yield sitter.item(sitter.title(issue), said)


def _differing(sitter: Sitter, issue: int, declared: Position, assessed: Position) -> Iterator[str]:
    words, snapshot = sitter.words, sitter.material.snapshot
    kind = snapshot.issues[issue].kind
    for option in snapshot.issue_options(issue):
        both = [own.stances.get(option.code) for own in (declared, assessed)]
        if both[0] is not both[1]:
            said = [words.say("position.unstated") if own is None else words.verb(own, kind) for own in both]
            label = words.quoted(option.label)
            yield words.say("position.track", option=label, declared=said[0], assessed=said[1])


def _readings(sitter: Sitter) -> Iterator[Paragraph]:
    words = sitter.words
    for issue, position in sitter.shown.items():
        if position.competing_readings:
            readings = sitter.short.text(words.alternatives(map(words.quoted, position.competing_readings)))
            yield sitter.item(sitter.title(issue), words.say("position.read_as", readings=readings))
