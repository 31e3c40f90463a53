"""The sample as a brief takes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from tests.sample_case import codes, rows, sample_case, when
from workbench.briefs.comparison import comparison_brief
from workbench.briefs.content import Document
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.columns import columns_of
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.domain.handling import Handling
from workbench.domain.package import Package
from workbench.domain.term import Term
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, take_snapshot

DAY = date(2023, 3, 20)
SINCE = date(2022, 9, 1)
MADE_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
THREE = ("BAK", "YER", "STP")


KINDS = tuple(kind.value for kind in BriefKind)


@cache
def whole_case() -> Case:
    """The sample with names and drafts, which analysis does not need."""
    terms = tuple(
        Term(row["subject"], row["term"], row["neutral"], row["party"], row["language"])
        for row in rows("terms")
    )
    packages = tuple(
        Package(
            row["code"],
            row["title"],
            row["proposed_by"],
            when(row["date"]),
            Handling(row["handling"]),
            dict(choice.split("=") for choice in codes(row["choices"])),
            row["notes"],
        )
        for row in rows("packages")
    )
    return replace(sample_case(), terms=terms, packages=packages)


@cache
def sample_snapshot(audience: str = "principal") -> Snapshot:
    return take_snapshot(columns_of(whole_case()), Audience.parse(audience))


@cache
def sample_brief(audience: str = "principal", parties: tuple[str, ...] = ()) -> Document:
    return comparison_brief(sample_snapshot(audience), DAY, Basis.ASSESSED, SINCE, parties)


def order_of(kind: str, party: str = "BAK") -> BriefOrder:
    parties = (party,) if kind == "position" else ()
    return BriefOrder(BriefKind(kind), DAY, Basis.ASSESSED, SINCE, parties)


@cache
def in_language(kind: str, language: str, audience: str = "team", party: str = "BAK") -> Document:
    return make_document(sample_snapshot(audience), replace(order_of(kind, party), language=language))


@cache
def sample_document(kind: str, audience: str = "principal", party: str = "BAK") -> Document:
    return make_document(sample_snapshot(audience), order_of(kind, party))
