"""The level of a room in sentences: what it is, whose stance decides, on what it rests."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.groups import SeatRoom
from workbench.analysis.questions import Question
from workbench.analysis.room import RoomCell
from workbench.analysis.standing import Standing
from workbench.columns import CONFIDENCES, NONE, TRACKS, UNSTATED
from workbench.domain.level import Level
from workbench.domain.saying import at_start, counted, marked, said, translate
from workbench.domain.vocabulary import Confidence, IssueKind, Stance, Track
from workbench.readmodels.wording import clauses, commas, full, listing, listing_of_many, parties_say, quoted

_MOST_NAMED = 3
_FEW = 2
"""Of so many options it is said beside a ladder as well who says what."""
_LOWEST = {
    Confidence.HIGH: marked("Room", "lowest confidence: high"),
    Confidence.MODERATE: marked("Room", "lowest confidence: moderate"),
    Confidence.LOW: marked("Room", "lowest confidence: low"),
}


def room_sentences(standing: Standing, cell: RoomCell, *, beside_ladder: bool = False) -> tuple[str, ...]:
    """Return the level in a sentence, then who decides it, then on what it rests.

    Beside a ladder, which shows who says what of each option, this is not said of a whole list of them.
    """
    snapshot = standing.snapshot
    silent = listing_of_many([snapshot.parties[party].label for party in cell.silent])
    silence = (translate("Room", "No position stated: {parties}.").format(parties=silent),) if silent else ()
    level = at_start(cell.level.sentence)
    if cell.room is None:
        return (full(level), *silence)
    options = snapshot.issue_options(cell.issue)
    is_plain = beside_ladder and len(cell.at) > _FEW
    named = () if is_plain else cell.at[:_MOST_NAMED]
    at = [quoted(options[option].label) for option in standing_out(cell, len(options))]
    text = translate("Room", "{level}. {where}.")
    return (
        text.format(level=level, where=meeting_words(cell.room, at)) if at else full(level),
        *(_who_decides(standing, cell, option) for option in named),
        _rests_on(standing, cell),
        *silence,
    )


def standing_out(room: RoomCell | SeatRoom, options: int) -> tuple[int, ...]:
    """Return the options (numbers) where they meet, or that are least resisted.

    None where all of so many options are resisted alike: then the level has said it of every one.
    """
    is_resisted = room.room is not None and room.room < 0
    return () if is_resisted and len(room.at) == options else room.at


def meeting_words(room: int, options: Sequence[str]) -> str:
    """Return the options where they meet, or those least resisted, with what they are."""
    if room >= 0:
        return translate("Room", "They meet at: {options}").format(options=listing(options))
    return translate("Room", "Least resisted: {options}").format(options=listing(options))


def _who_decides(standing: Standing, cell: RoomCell, option: int) -> str:
    """Return what each party says of one option: *Baku accepts it; Stepanakert tolerates it*."""
    snapshot = standing.snapshot
    stances = standing.stances(cell.issue)[:, option]
    kind = snapshot.issues[cell.issue].kind
    by_stance: dict[int, list[str]] = {}
    for party in cell.holders:
        by_stance.setdefault(int(stances[party]), []).append(snapshot.parties[party].label)
    says = clauses(_says(stance, kind, labels) for stance, labels in sorted(by_stance.items(), reverse=True))
    if len(cell.at) == 1:
        return full(says)
    label = snapshot.issue_options(cell.issue)[option].label
    return translate("Room", "“{option}”: {says}.").format(option=label, says=says)


def _says(stance: int, kind: IssueKind, labels: list[str]) -> str:
    """Return what parties say of the option spoken of."""
    return parties_say(None if stance == UNSTATED else Stance(stance), kind, labels)


def _rests_on(standing: Standing, cell: RoomCell) -> str:
    table = standing.snapshot.table
    rows = [int(standing.rows[party, cell.issue]) for party in cell.holders]
    assessed = sum(TRACKS[table.track[row]] is Track.ASSESSED for row in rows)
    sources = {reference.code for row in rows for reference in table.sources.get(row, ())}
    parts = [
        counted("Room", "%n positions ({track})", "%n position ({track})", len(rows)).format(
            track=_tracks(assessed, len(rows))
        ),
        counted("Room", "%n sources shown", "%n source shown", len(sources)),
    ]
    given = [CONFIDENCES[table.confidence[row]] for row in rows if table.confidence[row] != NONE]
    if given:
        parts.append(translate("Room", _LOWEST[max(given, key=list(Confidence).index)]))
    presumed = _presumed(standing, cell)
    if presumed:
        parts.append(counted("Room", "%n stances presumed", "%n stance presumed", presumed))
    return translate("Room", "Rests on {parts}.").format(parts=commas(parts))


def _tracks(assessed: int, rows: int) -> str:
    if assessed in (0, rows):
        return said(Track.ASSESSED if assessed else Track.DECLARED)
    return counted("Room", "%n of them assessed", "%n of them assessed", assessed)


def _presumed(standing: Standing, cell: RoomCell) -> int:
    """Return how many unstated stances count as presumed opposed."""
    own = standing.stances(cell.issue)[list(cell.holders)]
    return int((own == UNSTATED).sum())


def question_sentence(standing: Standing, question: Question) -> str:
    """Return a question in words: whom to ask about what, and what an answer would change."""
    snapshot = standing.snapshot
    option = snapshot.issue_options(question.issue)[question.option]
    asked = [snapshot.parties[party].label for party in question.ask]
    level = Level.of(question.possible).marked_name
    text = (
        translate("Room", "Would {party} accept “{option}”? An answer of “accepts” would make it {level}.")
        if len(asked) == 1
        else translate(
            "Room",
            "Would {party} each accept “{option}”? Answers of “accepts” would make it {level}.",
        )
    )
    return text.format(party=listing(asked), option=option.label, level=level)
