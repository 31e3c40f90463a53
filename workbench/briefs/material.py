"""What the sections of a brief are made from, and the phrases they share.

Everything comes from the snapshot, which holds only what the audience may see; nothing is left out or
worked out a second time here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.analysis.judgements import is_standing
from workbench.analysis.standing import Standing, standing_on
from workbench.briefs.content import Paragraph, Role, Run, RunStyle, paragraph, run
from workbench.columns import NONE
from workbench.domain.codes import SourceReference
from workbench.domain.linkage import Linkage
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import Agenda, Basis, Stance
from workbench.readmodels.cells import headline, segments_of
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.wording import NO_POSITION, NO_SOURCE, SOURCE_NOT_SHOWN, since_in_words, stance_verb
from workbench.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Material:
    """One reading of the case for a brief.

    Attributes
    ----------
    snapshot : Snapshot
        The case as the audience may see it.
    model : PositionsModel
        What stands on the day, for the parties of the brief.
    parties : tuple of int
        Numbers of the parties of the brief, in the order of the case.
    since : date or None
        The day with which it is compared.
    """

    snapshot: Snapshot
    model: PositionsModel
    parties: tuple[int, ...]
    since: date | None

    @classmethod
    def of(
        cls, snapshot: Snapshot, day: date, basis: Basis, since: date | None, parties: Sequence[str]
    ) -> Material:
        """Read the case for a brief on `parties` (codes), all where none is given.

        Raises
        ------
        UnknownCodeError
            If a party is not in reach.
        """
        numbers = sorted({snapshot.party_index(code) for code in parties}) or range(len(snapshot.parties))
        codes = [snapshot.parties[number].code for number in numbers]
        return cls(snapshot, PositionsModel(snapshot, day, basis, since, codes), tuple(numbers), since)

    @property
    def day(self) -> date:
        """The day shown."""
        return self.model.day

    @property
    def standing(self) -> Standing:
        """What stands on the day."""
        return self.model.standing

    @cached_property
    def then(self) -> Standing | None:
        """What stood on the day compared with."""
        return standing_on(self.snapshot, self.since, self.model.basis) if self.since else None

    def label(self, party: int) -> str:
        """Return the label of a party (number)."""
        return self.snapshot.parties[party].label

    def label_of(self, code: str) -> str:
        """Return the label of a party (code)."""
        return self.label(self.snapshot.party_index(code))

    def issue_numbers(self, *, negotiable: bool) -> list[int]:
        """Return the numbers of the issues that are negotiated, or of the facts and norms."""
        issues = enumerate(self.snapshot.issues)
        return [number for number, issue in issues if issue.kind.is_negotiable is negotiable]

    def position(self, party: int, issue: int) -> Position | None:
        """Return what stands for a party on an issue (numbers), none where nothing does."""
        row = int(self.standing.rows[party, issue])
        return None if row == NONE else self.positions[row]

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Every position in reach as a record, by row."""
        return tuple(self.snapshot.position(row) for row in range(len(self.snapshot.table)))

    @cached_property
    def linkages(self) -> tuple[Linkage, ...]:
        """The linkages that stand on the day: those of the parties of the brief, and those of logic."""
        codes = {self.snapshot.parties[number].code for number in self.parties} | {""}
        return tuple(
            linkage
            for linkage in self.snapshot.case.linkages
            if linkage.party in codes and is_standing(linkage.since, linkage.until, self.day)
        )

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """Number of each source cited in the brief, by code, in the order of the case."""
        cited = {reference.code for references in self._citations() for reference in references}
        codes = [source.code for source in self.snapshot.case.sources if source.code in cited]
        return {code: number for number, code in enumerate(codes, start=1)}

    def _citations(self) -> Iterator[tuple[SourceReference, ...]]:
        own = set(self.parties)
        for row, references in self.snapshot.table.sources.items():
            if int(self.snapshot.table.party[row]) in own:
                yield references
        yield from (option.sources for option in self.snapshot.case.options)
        yield from (linkage.sources for linkage in self.linkages)

    def option_label(self, issue: str, option: str) -> str:
        """Return the label of an option (codes)."""
        options = self.snapshot.issue_options(self.snapshot.issue_index(issue))
        return next(own.label for own in options if own.code == option)

    def issue_title(self, issue: str) -> str:
        """Return the title of an issue (code)."""
        return self.snapshot.issues[self.snapshot.issue_index(issue)].title

    def cited(self, references: Iterable[SourceReference]) -> list[str]:
        """Return references as *[3] President Aliyev (A1), art. 6*, at the permitted attribution."""
        return [self._cited(reference) for reference in references]

    def _cited(self, reference: SourceReference) -> str:
        source = self.snapshot.source(reference.code)
        grade = f"{source.reliability}{reference.credibility or ''}"
        place = f", {reference.place}" if reference.place else ""
        return f"[{self.source_numbers[reference.code]}] {source_name(source)} ({grade}){place}"

    def position_sources(self, position: Position) -> list[str]:
        """Return on what a position rests, as far as it may be shown."""
        sources = self.cited(position.sources)
        if self.snapshot.source_not_shown[self.snapshot.row_of(position.ref)]:
            sources.append(SOURCE_NOT_SHOWN)
        return sources or [NO_SOURCE]


def source_name(source: Source) -> str:
    """Return how a source may be named: its attribution, or its kind where none may be printed."""
    return source.attribution or f"{source.kind}, source not named"


def stance_lines(material: Material, position: Position, *, with_unstated: bool = True) -> list[Paragraph]:
    """Return what a party says of every option, one line a stance; red lines last, then the unstated."""
    number = material.snapshot.issue_index(position.issue)
    kind = material.snapshot.issues[number].kind
    options = material.snapshot.issue_options(number)
    lines = []
    for stance in Stance:
        labels = [option.label for option in options if position.stances.get(option.code) is stance]
        if labels:
            role = Role.LIMIT if stance is Stance.RED_LINE else Role.SMALL
            lines.append(paragraph(f"{stance_verb(stance, kind)}: {'; '.join(labels)}", role=role))
    unstated = [option.label for option in options if option.code not in position.stances]
    if unstated and position.stances and with_unstated:
        lines.append(paragraph(f"has said nothing of: {'; '.join(unstated)}", role=Role.MUTED))
    return lines or [paragraph("states no stance", role=Role.SMALL)]


def position_lines(
    material: Material, position: Position, issue: int, *, review: bool = False
) -> list[Paragraph]:
    """Return a position in short: what is wanted most, what the party will not have, since when."""
    snapshot = material.snapshot
    segments = segments_of(snapshot, snapshot.row_of(position.ref), issue)
    lead, text = headline(snapshot, issue, segments) if segments else ("", "states no stance")
    lines = [paragraph(f"{lead}: {text}" if lead else text)]
    options = snapshot.issue_options(issue)
    limits = [option.label for option in options if position.stances.get(option.code) is Stance.RED_LINE]
    if limits:
        verb = stance_verb(Stance.RED_LINE, snapshot.issues[issue].kind)
        lines.append(paragraph(f"{verb}: {'; '.join(limits)}", role=Role.LIMIT))
    late = " · to review" if review else ""
    return [*lines, muted(standing_words(position) + late)]


def standing_words(position: Position) -> str:
    """Return track, date and confidence: *assessed since 2023-03 · moderate confidence*."""
    words = [f"{position.track} since {since_in_words(position.since)}"]
    if position.confidence:
        words.append(f"{position.confidence} confidence")
    if position.agenda and position.agenda is not Agenda.ON_AGENDA:
        words.append(f"agenda: {position.agenda}")
    return " · ".join(words)


def nothing_known() -> Paragraph:
    """Return the line that stands where no position is known."""
    return paragraph(run(NO_POSITION, RunStyle.EMPHASIS), role=Role.MUTED)


def small(*pieces: str | Run) -> Paragraph:
    """Return a small line."""
    return paragraph(*pieces, role=Role.SMALL)


def muted(*pieces: str | Run) -> Paragraph:
    """Return a small line in the background."""
    return paragraph(*pieces, role=Role.MUTED)
