from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.thinning import superfluous

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
ages = st.lists(st.integers(0, 60 * 24 * 900), max_size=120, unique=True)


def kept(made: list[datetime]) -> list[datetime]:
    gone = superfluous(made)
    return sorted(set(made) - set(gone), reverse=True)


def test_ten_backups_of_one_hour_are_all_kept() -> None:
    assert superfluous([NOW - timedelta(minutes=number) for number in range(10)]) == ()


def test_of_a_busy_day_the_last_ten_are_kept() -> None:
    made = [NOW - timedelta(minutes=number) for number in range(40)]
    assert kept(made) == made[:10]


def test_a_backup_an_hour_for_a_year() -> None:
    made = [NOW - timedelta(hours=number) for number in range(24 * 365)]
    left = kept(made)
    assert left[:10] == made[:10]
    by_day = {at.date() for at in left if NOW - at < timedelta(days=14)}
    assert by_day == {at.date() for at in made if NOW - at < timedelta(days=14)}
    weeks = {at.isocalendar()[:2] for at in made if NOW - at < timedelta(weeks=10)}
    assert weeks <= {at.isocalendar()[:2] for at in left}
    assert {(at.year, at.month) for at in made} == {(at.year, at.month) for at in left}
    assert len(left) < 10 + 14 + 11 + 13


@given(ages)
def test_the_last_ten_the_latest_of_every_month_and_nothing_twice(minutes: list[int]) -> None:
    made = [NOW - timedelta(minutes=age) for age in minutes]
    left = kept(made)
    newest = sorted(made, reverse=True)
    assert set(newest[:10]) <= set(left)
    assert {(at.year, at.month) for at in left} == {(at.year, at.month) for at in made}
    assert superfluous(left) == ()  # thinning again takes nothing more


@given(ages)
def test_thinning_after_every_backup_leaves_every_span_covered(minutes: list[int]) -> None:
    """As it happens in life: one more backup, then thinning, again and again."""
    left: list[datetime] = []
    made = sorted(NOW - timedelta(minutes=age) for age in minutes)
    for at in made:
        left = kept([*left, at])
    assert {(at.year, at.month) for at in left} == {(at.year, at.month) for at in made}
    days = {at.date() for at in made if NOW - at < timedelta(days=14)}
    if made and made[-1] > NOW - timedelta(days=1):
        assert {at.date() for at in left} >= days
