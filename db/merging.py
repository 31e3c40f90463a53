"""Two copies of one case become one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from db.case_file import open_case
from db.merge_apply import Merger
from db.merge_plan import Draft, RecordPlanner
from db.merge_removals import RemovalPlanner
from db.merge_view import TwoCopies
from db.schema import CASE_FILE, OperationKind
from db.store import SqliteCaseStore
from db.trails import MERGE, Copy
from db.unit_of_work import SqliteWork
from workbench.domain import labels
from workbench.domain.errors import CaseError
from workbench.domain.labels import Label
from workbench.domain.saying import counted, translate
from workbench.merging import Decisions, MergePlan, NotTheSameCaseError, UndecidedError
from workbench.ports import ChangeSet, Work


def plan_merge(store: SqliteCaseStore, other: Path, passphrase: str | None = None) -> MergePlan:
    """Say what merging another copy into an open case would do; nothing is changed in either.

    Parameters
    ----------
    store : SqliteCaseStore
        The case.
    other : Path
        The other copy; only read.
    passphrase : str, optional
        Of the other copy.

    Raises
    ------
    NotTheSameCaseError
        If the two are not copies of one case.
    CaseFileError, PassphraseNeededError, WrongPassphraseError
        If the other copy cannot be opened.
    """
    other = Path(other).resolve()
    with _copy(store, other, passphrase) as theirs, store.reading() as connection:
        return _told(_drafted(Copy(connection), theirs), other)


def apply_merge(
    store: SqliteCaseStore,
    plan: MergePlan,
    decisions: Decisions,
    passphrase: str | None = None,
    initiator: str = "",
) -> ChangeSet:
    """Merge as planned, in one step that can be undone; the other copy is left as it is.

    Raises
    ------
    UndecidedError
        If a collision is not decided, or either copy has changed since it was looked at and collides anew.
    """
    with _copy(store, plan.other, passphrase) as theirs:
        return store.perform(_Merge(plan, theirs, decisions), initiator)


@contextmanager
def _copy(store: SqliteCaseStore, other: Path, passphrase: str | None) -> Iterator[Copy]:
    if other == store.path:
        said = translate("Merge", "{0} is this very case; choose the other copy.")
        raise CaseError(said.format(other.name))
    with open_case(other, read_only=True, beside_others=True, passphrase=passphrase) as opened:
        if _uuid(store) != _uuid(opened):
            said = translate(
                "Merge",
                "{0} is no copy of {1}: it was made as a case of its own. To take its records in, export its "
                "tables and import them.",
            )
            raise NotTheSameCaseError(said.format(other.name, store.path.name))
        with opened.reading() as connection:
            yield Copy(connection)


def _uuid(store: SqliteCaseStore) -> str:
    with store.reading() as connection:
        return str(connection.execute(select(CASE_FILE.c.uuid)).scalar_one())


def _drafted(mine: Copy, theirs: Copy) -> Draft:
    draft = Draft(TwoCopies(mine, theirs))
    RecordPlanner(draft).plan()
    RemovalPlanner(draft).plan()
    return draft


def _told(draft: Draft, other: Path) -> MergePlan:
    if not draft.brings_something:
        return MergePlan(other, 0, (), (), ())
    return MergePlan(
        other,
        len(draft.copies.unseen),
        tuple(draft.taken()),
        tuple(clash.told for clash in draft.clashes),
        (*draft.notices, *_expunged(draft)),
    )


def _expunged(draft: Draft) -> Iterator[str]:
    if draft.copies.gaps.by_text:
        yield translate(
            "Merge",
            "What was expunged here still stands in the other copy; it is left out of what comes in. Expunge "
            "it there as well.",
        )
    for own in draft.copies.unseen:
        if own.kind is OperationKind.EXPUNGED:
            said = translate(
                "Merge",
                "In the other copy {0} did this on {1}: {2}. This copy may still hold the text: expunge it "
                "here as well.",
            )
            yield said.format(
                own.author or translate("Merge", "somebody"), own.at.date(), Label(own.label).say()
            )


@dataclass(frozen=True)
class _Merge:
    """The operation."""

    plan: MergePlan
    theirs: Copy
    decisions: Decisions
    name: str = MERGE

    def labelled(self, _work: Work) -> Label:
        return Label.of(labels.MERGE, self.plan.other.name)

    def run(self, work: Work) -> None:
        assert isinstance(work, SqliteWork)  # noqa: S101 - performed by this store alone
        draft = _drafted(Copy(work.connection, work.codes), self.theirs)
        if not draft.brings_something:
            return
        undecided = [clash.told for clash in draft.clashes if clash.told.id not in self.decisions]
        if undecided:
            named = ", ".join(own.id for own in undecided[:3])
            said = counted(
                "Merge",
                "Nothing was merged: %n collisions are not decided ({0}). Look at both versions and choose, "
                "or prefer one side.",
                "Nothing was merged: %n collision is not decided ({0}). Look at both versions and choose, or "
                "prefer one side.",
                len(undecided),
            )
            raise UndecidedError(said.format(named))
        Merger(work, draft, self.decisions).run()
