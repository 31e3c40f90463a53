"""A snapshot holds what the definition says that its audience may see, to the field, and nothing else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.secretive_cases import AUDIENCES, audience_for, make_case, secretive_cases, words_in
from tests.sight import Sight, twin
from workbench.columns import columns_of
from workbench.domain.case import Case
from workbench.snapshot import Snapshot, take_snapshot

seeds = st.integers(0, 10**6)


def snapshot_of(case: Case, name: str, whose: Case | None = None) -> Snapshot:
    return take_snapshot(columns_of(case), audience_for(whose or case, name))


def plain(value: object) -> object:
    """Everything that a snapshot holds, as values that can be compared, its hidden parts as well."""
    if isinstance(value, np.ndarray):
        return (str(value.dtype), np.nan_to_num(value, nan=-1.0).tolist())
    if isinstance(value, dict | MappingProxyType):
        return [(plain(key), plain(own)) for key, own in value.items()]
    if isinstance(value, list | tuple):
        return [plain(own) for own in value]
    if is_dataclass(value):
        return {own.name: plain(getattr(value, own.name)) for own in fields(value)}
    assert isinstance(value, str | int | float | bool | date | None), value
    return value


@settings(deadline=None, max_examples=60)
@given(secretive_cases, st.sampled_from([*AUDIENCES, "vault"]))
def test_every_field_is_as_the_definition_says(case: Case, name: str) -> None:
    seen = snapshot_of(case, name).as_case()
    expected = Sight(case, audience_for(case, name)).seen()
    for table in fields(Case):
        ours, theirs = getattr(seen, table.name), getattr(expected, table.name)
        if table.name == "options":  # they follow their issues
            ours, theirs = set(map(repr, ours)), set(map(repr, theirs))
        assert ours == theirs


@settings(deadline=None, max_examples=60)
@given(secretive_cases, st.sampled_from(AUDIENCES), seeds)
def test_a_twin_gives_the_same_snapshot_to_the_last_array(case: Case, name: str, seed: int) -> None:
    ours = snapshot_of(case, name)
    theirs = snapshot_of(twin(case, ours.audience, seed), name, case)
    assert plain(ours) == plain(theirs)


@pytest.mark.parametrize("name", AUDIENCES)
def test_a_twin_has_other_words_for_all_that_is_hidden(name: str) -> None:
    """The property above would say nothing if twins were hardly different."""
    for seed in range(10):
        case = make_case(seed)
        audience = audience_for(case, name)
        kept = set(words_in(twin(case, audience, seed))) & set(words_in(case))
        assert kept <= Sight(case, audience).words | {audience.party}
        hidden = set(words_in(case)) - kept
        assert len(hidden) > (5 if name == "principal" else 40)
