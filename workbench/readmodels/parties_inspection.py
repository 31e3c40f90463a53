"""Why two parties are as near or as far as they are, over several issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis.distance import Weights
from workbench.analysis.explain import DistanceExplanation, DistancePart, explain_distance
from workbench.analysis.groups import SeatGap
from workbench.analysis.pairrooms import UNKNOWN, negotiable_issues, pair_rooms
from workbench.analysis.ranges import distance_range
from workbench.domain.level import Level
from workbench.domain.saying import at_start, counted, figure, translate
from workbench.readmodels.explanations import distance_in_words
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, Link
from workbench.readmodels.parties_lens import PartiesModel
from workbench.readmodels.parties_scope import scope_issues
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.wording import clauses, commas, full, listing, on_day
from workbench.snapshot import Snapshot

MOST_LISTED = 24
"""So many issues stand in a list; of the others the number is said."""


def inspect_pair(model: PartiesModel, first: int, second: int) -> Inspection:
    """Return what there is to say of two parties (numbers) over the issues of a model."""
    snapshot = model.snapshot
    labels = tuple(snapshot.parties[party].label for party in (first, second))
    issues = scope_issues(snapshot, model.scope)
    apart = explain_distance(model.standing, first, second, model.distances.weights, issues)
    sections = (
        FactList(translate("Parties", "Room, issue by issue"), tuple(_rooms(model, first, second, issues))),
        FactList(translate("Parties", "Distance, what adds most first"), tuple(_parts(snapshot, apart))),
        FactList(translate("Parties", "Left out of the distance"), tuple(_left_out(snapshot, apart))),
    )
    return Inspection(
        title=listing(labels),
        subtitle=on_day(at_start(model.label), model.day),
        level=None,
        sentences=(*_sentences(model, apart), *_how_sure(model, (first, second), issues)),
        parties=labels,
        sections=tuple(section for section in sections if section.facts),
    )


def _sentences(model: PartiesModel, apart: DistanceExplanation) -> tuple[str, ...]:
    words = distance_in_words(model.standing, apart)
    return (full(words.title), *words.summary)


def _how_sure(model: PartiesModel, pair: tuple[int, int], issues: Sequence[int]) -> Iterator[str]:
    """Yield how far answers to what is unstated could move the distance, where anything is."""
    found = distance_range(model.standing, *pair, model.distances.weights, issues)
    if found.unstated and found.least is not None and found.most is not None:
        text = translate(
            "Parties", "Answers to what is unstated could bring it to between {least} and {most}."
        )
        yield text.format(least=figure(found.least, 2), most=figure(found.most, 2))


def _rooms(model: PartiesModel, first: int, second: int, issues: Sequence[int]) -> Iterator[Fact]:
    snapshot = model.snapshot
    asked = negotiable_issues(snapshot, issues).tolist()
    if not asked:
        return
    own = pair_rooms(model.standing, (first, second), asked)[0, 1].tolist()
    levels = [Level.of(None if room == UNKNOWN else room) for room in own]
    yield from level_facts(snapshot, dict(zip(asked, levels, strict=True)))


def level_facts(snapshot: Snapshot, levels: Mapping[int, Level]) -> Iterator[Fact]:
    """Yield the issues (numbers) of each level, best first."""
    for level in Level:
        titles = [snapshot.issues[issue].title for issue, own in levels.items() if own is level]
        if titles:
            yield Fact(f"{level.marked_name} ({figure(len(titles))})", _shortened(titles))


def _shortened(titles: list[str]) -> str:
    more = len(titles) - MOST_LISTED
    rest = [counted("Parties", "and %n more", "and %n more", more)] if more > 0 else []
    return clauses([*titles[:MOST_LISTED], *rest])


def _parts(snapshot: Snapshot, apart: DistanceExplanation) -> Iterator[Fact]:
    for part in apart.parts[:MOST_LISTED]:
        issue = snapshot.issues[part.issue]
        yield Fact(issue.title, _part(part, apart.weights), Link("", "issues", (issue.code,)))
    yield from rest_added([part.share for part in apart.parts[MOST_LISTED:]])


def rest_added(shares: Sequence[float]) -> Iterator[Fact]:
    """Yield what the issues that are not listed add to a distance, nothing where there is none."""
    if shares:
        text = counted(
            "Parties", "%n more issues add {figure} together.", "%n more issue adds {figure}.", len(shares)
        )
        yield Fact("", text.format(figure=figure(sum(shares), 3)))


def added(part: DistancePart | SeatGap, share: float, weights: Weights) -> list[str]:
    """Return how far apart two are on an issue, with what weight, and what share of the whole that is."""
    said = [translate("Parties", "{figure} apart").format(figure=figure(part.distance, 2))]
    if weights is not Weights.EQUAL:
        weight = plain_number(float(f"{part.weight:g}"))
        said.append(translate("Parties", "weight {figure}").format(figure=weight))
    return [*said, translate("Parties", "adds {figure}").format(figure=figure(share, 3))]


def _part(part: DistancePart, weights: Weights) -> str:
    said = added(part, part.share, weights)
    if part.unstated:
        said.append(counted("Parties", "%n stances unstated", "%n stance unstated", part.unstated))
    return commas(said)


def _left_out(snapshot: Snapshot, apart: DistanceExplanation) -> Iterator[Fact]:
    if apart.left_out:
        titles = [snapshot.issues[issue].title for issue in apart.left_out]
        heading = translate("Parties", "Not both hold a position that can be compared")
        yield Fact(heading, _shortened(titles))
