"""The Common ground lens: facts and norms in blocks, by whether they are shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.analysis.common_ground import Account, Ground, GroundEntry, common_ground
from workbench.analysis.standing import Standing
from workbench.domain.issue import Issue
from workbench.domain.party import Party
from workbench.domain.saying import translate
from workbench.domain.vocabulary import IssueKind, Stance
from workbench.readmodels.wording import clauses, parties_say


@dataclass(frozen=True, slots=True)
class Holding:
    """Parties that take the same stance toward an account; `said` is that in words: *Baku holds it*."""

    stance: Stance
    said: str
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One answer to the question of a fact or a norm; `is_shared` where nobody asked resists it."""

    option: str
    label: str
    holdings: tuple[Holding, ...]
    is_shared: bool

    @property
    def said(self) -> str:
        """Who says what of it."""
        return clauses(own.said for own in self.holdings)

    @property
    def sentence(self) -> str:
        """The account with who says what of it."""
        if not self.holdings:
            return self.label
        return translate("CommonGround", "{account}: {who_says_what}").format(
            account=self.label, who_says_what=self.said
        )


@dataclass(frozen=True, slots=True)
class GroundItem:
    """One fact or norm. `silent` names those who have said nothing of it."""

    issue: Issue
    lines: tuple[AccountLine, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroundBlock:
    """The facts or norms of one kind."""

    ground: Ground
    items: tuple[GroundItem, ...]


def ground_blocks(standing: Standing, parties: Sequence[int] = ()) -> tuple[GroundBlock, ...]:
    """Return one block for each kind of ground, empty ones too, over some parties (numbers) or all."""
    entries = common_ground(standing, parties)
    return tuple(
        GroundBlock(ground, tuple(_item(standing, entry) for entry in entries if entry.ground is ground))
        for ground in Ground
    )


def _item(standing: Standing, entry: GroundEntry) -> GroundItem:
    snapshot = standing.snapshot
    shared = entry.cell.at if entry.cell.room is not None and entry.cell.room >= Stance.ACCEPTS else ()
    lines = [_line(standing, entry.issue, account, account.option in shared) for account in entry.accounts]
    silent = tuple(snapshot.parties[party].label for party in entry.cell.silent)
    shown = sorted((line for line in lines if line.holdings), key=lambda line: not line.is_shared)
    return GroundItem(snapshot.issues[entry.issue], tuple(shown), silent)


def _line(standing: Standing, issue: int, account: Account, is_shared: bool) -> AccountLine:
    option = standing.snapshot.issue_options(issue)[account.option]
    holdings = []
    for stance in Stance:
        own = tuple(standing.snapshot.parties[party] for party, said in account.stances if said is stance)
        if own:
            words = parties_say(stance, IssueKind.FACT, [party.label for party in own], len(own))
            holdings.append(Holding(stance, words, own))
    return AccountLine(option.code, option.label, tuple(holdings), is_shared)
