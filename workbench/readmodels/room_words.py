"""The level of a room in sentences: what it is, whose stance decides, on what it rests."""

from __future__ import annotations

from workbench.analysis.questions import Question
from workbench.analysis.room import RoomCell
from workbench.analysis.standing import Standing
from workbench.columns import CONFIDENCES, NONE, TRACKS, UNSTATED
from workbench.domain.level import Level
from workbench.domain.vocabulary import Confidence, IssueKind, Stance, Track
from workbench.readmodels.wording import count_in_words, listing, listing_of_many, stance_of_several

_MOST_NAMED = 3
_FEW = 2
"""Of so many options it is said beside a ladder as well who says what."""


def room_sentences(standing: Standing, cell: RoomCell, *, beside_ladder: bool = False) -> tuple[str, ...]:
    """Return the level in a sentence, then who decides it, then on what it rests.

    Beside a ladder, which shows who says what of each option, this is not said of a whole list of them.
    """
    snapshot = standing.snapshot
    silent = listing_of_many([snapshot.parties[party].label for party in cell.silent])
    silence = (f"No position stated: {silent}.",) if silent else ()
    if cell.room is None:
        return (f"{Level.UNKNOWN.sentence.capitalize()}.", *silence)
    options = snapshot.issue_options(cell.issue)
    meeting = listing(f"“{options[option].label}”" for option in cell.at)
    sentence = f"{cell.level.sentence[:1].upper()}{cell.level.sentence[1:]}"
    is_plain = beside_ladder and len(cell.at) > _FEW
    named = () if is_plain else cell.at[:_MOST_NAMED]
    where = "They meet at" if cell.room >= 0 else "Least resisted"
    return (
        f"{sentence}. {where}: {meeting}.",
        *(_who_decides(standing, cell, option) for option in named),
        _rests_on(standing, cell),
        *silence,
    )


def _who_decides(standing: Standing, cell: RoomCell, option: int) -> str:
    """Return what each party says of one option: *Baku accepts it; Stepanakert tolerates it*."""
    snapshot = standing.snapshot
    stances = standing.stances(cell.issue)[:, option]
    kind = snapshot.issues[cell.issue].kind
    by_stance: dict[int, list[str]] = {}
    for party in cell.holders:
        by_stance.setdefault(int(stances[party]), []).append(snapshot.parties[party].label)
    said = "; ".join(
        f"{listing_of_many(labels)} {_says(stance, kind, len(labels))}"
        for stance, labels in sorted(by_stance.items(), reverse=True)
    )
    subject = "" if len(cell.at) == 1 else f"“{snapshot.issue_options(cell.issue)[option].label}”: "
    return f"{subject}{said}."


def _says(stance: int, kind: IssueKind, parties: int) -> str:
    """Return what parties say of the option spoken of."""
    if stance == UNSTATED:
        return f"{'has' if parties == 1 else 'have'} said nothing of it"
    return stance_of_several(Stance(stance), kind, parties, "it")


def _rests_on(standing: Standing, cell: RoomCell) -> str:
    table = standing.snapshot.table
    rows = [int(standing.rows[party, cell.issue]) for party in cell.holders]
    assessed = sum(TRACKS[table.track[row]] is Track.ASSESSED for row in rows)
    sources = {reference.code for row in rows for reference in table.sources.get(row, ())}
    track = {0: "declared", len(rows): "assessed"}.get(assessed, f"{assessed} of them assessed")
    parts = [
        f"{count_in_words(len(rows), 'position', 'positions')} ({track})",
        f"{count_in_words(len(sources), 'source', 'sources')} shown",
    ]
    given = [CONFIDENCES[table.confidence[row]] for row in rows if table.confidence[row] != NONE]
    if given:
        lowest = max(given, key=list(Confidence).index)
        parts.append(f"lowest confidence {lowest}")
    presumed = _presumed(standing, cell)
    if presumed:
        parts.append(f"{count_in_words(presumed, 'stance', 'stances')} presumed")
    return f"Rests on {', '.join(parts)}."


def _presumed(standing: Standing, cell: RoomCell) -> int:
    """Return how many unstated stances count as presumed opposed."""
    own = standing.stances(cell.issue)[list(cell.holders)]
    return int((own == UNSTATED).sum())


def question_sentence(standing: Standing, question: Question) -> str:
    """Return a question in words: whom to ask about what, and what an answer would change."""
    snapshot = standing.snapshot
    option = snapshot.issue_options(question.issue)[question.option]
    asked = [snapshot.parties[party].label for party in question.ask]
    level = Level.of(question.possible)
    whom = f"Would {asked[0]}" if len(asked) == 1 else f"Would each of {listing(asked)}"
    answers = "An answer" if len(asked) == 1 else "Answers"
    return f"{whom} accept “{option.label}”? {answers} of “accepts” would make it {level.mark} {level}."
