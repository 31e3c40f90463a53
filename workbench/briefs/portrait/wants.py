"""What a party wants: in short, position by position, why, and who can move its limits."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.changes import ChangeKind
from workbench.briefs.citing import position_sources
from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Role,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.phrases import limit_line, muted, red_lines, small, standing_words, wanted_words
from workbench.briefs.portrait.sitter import Sitter
from workbench.briefs.sections.movement import days_compared
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance

_MOST_WANTED = 3
_MOST_CHANGED = 4


def in_short(sitter: Sitter) -> list[Block]:
    """Return one paragraph: what the party wants most, what it will not have, what changed."""
    sentences = (_wanted(sitter), _limits(sitter), _changed(sitter))
    text = " ".join(sentence for sentence in sentences if sentence)
    return [Heading(sitter.words.say("position.in_short")), paragraph(text)]


def _negotiated(sitter: Sitter) -> list[tuple[int, Position]]:
    issues = sitter.material.snapshot.issues
    kept = (issue for issue in sitter.by_salience() if issues[issue].kind.is_negotiable)
    return [(issue, sitter.standing[issue]) for issue in kept]


def _wanted(sitter: Sitter) -> str:
    words, snapshot = sitter.words, sitter.material.snapshot
    wanted = [
        _answer(sitter, issue, [option.label])
        for issue, position in _negotiated(sitter)
        for option in snapshot.issue_options(issue)
        if position.stances.get(option.code) is Stance.DEMANDS
    ]
    if not wanted:
        return words.say("position.wants_nothing", party=sitter.label)
    named = words.listing(wanted[:_MOST_WANTED])
    return words.say("position.wants", party=sitter.label, wanted=named)


def _limits(sitter: Sitter) -> str:
    words = sitter.words
    limits = [
        _answer(sitter, issue, labels)
        for issue, position in _negotiated(sitter)
        if (labels := red_lines(sitter.material, position, issue))
    ]
    if not limits:
        return words.say("position.no_limits")
    return words.say("position.limits", limits=words.names(limits, _MOST_WANTED))


def _answer(sitter: Sitter, issue: int, labels: list[str]) -> str:
    words = sitter.words
    quotes = words.listing(words.quoted(sitter.short.text(label)) for label in labels)
    return words.say("shared.note", text=quotes, note=sitter.title(issue))


def _changed(sitter: Sitter) -> str:
    material, words = sitter.material, sitter.words
    if material.since is None:
        return ""
    days = days_compared(material)
    if not sitter.changes:
        return words.say("position.unchanged", **days)
    kinds = words.join(_changes(sitter))
    return words.say("position.changed", kinds=kinds, **days)


def _changes(sitter: Sitter) -> Iterator[str]:
    """Yield each kind of change with the issues on which it is, counted where they are many."""
    words = sitter.words
    for kind in (*(own for own in ChangeKind if own is not ChangeKind.NEW), ChangeKind.NEW):
        issues = [own.issue for own in sitter.changes if own.change.kind is kind]
        if issues:
            titles = words.listing(map(sitter.title, issues))
            many = words.count("shared.issues", len(issues))
            named = titles if len(issues) <= _MOST_CHANGED else many
            yield words.say("position.changed_on", kind=words.of(kind), issues=named)


def positions(sitter: Sitter) -> list[Block]:
    """Return the table of positions with stance, salience, since when, source and grade."""
    words = sitter.words
    heading = Heading(words.say("position.positions"))
    if not sitter.standing:
        return [heading, paragraph(words.say("position.none", party=sitter.label))]
    weighed = any(own.salience is not None for own in sitter.shown.values())
    keys = ["issue", "stance", "said", *(["salience"] if weighed else []), "source"]
    widths = [35, 49, 43, *([18] if weighed else []), 49]
    table = Table(
        shares(*widths),
        header_row(*(words.say(f"position.{key}") for key in keys)),
        tuple(_row(sitter, issue, own, weighed=weighed) for issue, own in sitter.shown.items()),
        caption=words.say("position.caption", party=sitter.label),
        compact=True,
    )
    return [heading, table]


def _row(sitter: Sitter, issue: int, position: Position, *, weighed: bool) -> tuple[Cell, ...]:
    material = sitter.material
    salience = "" if position.salience is None else sitter.words.number(position.salience)
    sources = sitter.words.join(position_sources(material, position, named=False))
    return (
        cell(paragraph(sitter.title(issue), role=Role.HEADLINE)),
        cell(*_stance(sitter, issue, position)),
        cell(sitter.line(position.statement, wording=True)),
        *((cell(small(salience)),) if weighed else ()),
        cell(muted(standing_words(material, position)), sitter.line(sources)),
    )


def _stance(sitter: Sitter, issue: int, position: Position) -> Iterator[Paragraph]:
    yield sitter.line(wanted_words(sitter.material, position, issue), Role.BODY)
    yield from map(sitter.short.paragraph, limit_line(sitter.material, position, issue))


def why(sitter: Sitter) -> list[Block]:
    """Return why the party holds its positions, one reason once."""
    reasons: dict[str, list[str]] = {}
    for issue, position in sitter.shown.items():
        if position.interest:
            reasons.setdefault(sitter.short.text(position.interest), []).append(sitter.title(issue))
    return sitter.section(
        "why",
        [
            paragraph(
                strong(sitter.words.label(sitter.short.text(sitter.words.join(titles)))),
                reason,
                role=Role.SMALL,
                wording_of=sitter.material.plain_label(sitter.party),
            )
            for reason, titles in reasons.items()
        ],
    )


def owners(sitter: Sitter) -> list[Block]:
    """Return the limits with who can move them; nothing for those who do not see the team's reading."""
    if not sitter.material.snapshot.audience.sees_team_reading:
        return []
    limited = {issue: own for issue, own in sitter.shown.items() if red_lines(sitter.material, own, issue)}
    owned = [_owned(sitter, issue, own) for issue, own in limited.items() if own.limit_owner]
    others = [sitter.title(issue) for issue, own in limited.items() if not own.limit_owner]
    if others:
        issues = sitter.short.text(sitter.words.join(others))
        owned.append(small(sitter.words.say("position.no_owner", issues=issues)))
    return sitter.section("owners", owned)


def _owned(sitter: Sitter, issue: int, position: Position) -> Paragraph:
    limits = sitter.short.text(sitter.words.join(red_lines(sitter.material, position, issue)))
    owner = sitter.short.text(position.limit_owner)
    said = sitter.words.say("position.owner", limits=limits, owner=owner)
    return sitter.item(sitter.title(issue), said)
