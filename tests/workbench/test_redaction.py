"""Who sees everything gets the positions as they stand; the way over every rule leads to the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import cases, handlings
from workbench.columns import columns_of, position_record
from workbench.domain.audience import PRINCIPAL, VAULT, Audience
from workbench.domain.case import Case
from workbench.redaction import _Reach, _reduced, redact


@given(cases(handlings), st.sampled_from([PRINCIPAL, VAULT]))
def test_for_whom_nothing_is_left_out_nothing_is(case: Case, audience: Audience) -> None:
    columns = columns_of(case)
    short, whole = redact(columns, audience), _reduced(columns, _Reach(columns.case, audience))
    assert short.columns.case == whole.columns.case
    reach = _Reach(columns.case, audience)
    assert short.columns.case.options == columns.case.options == reach._options(columns.case)
    for found in (short, whole):
        rows = range(len(found.columns.positions))
        assert tuple(position_record(found.columns, row) for row in rows) == case.positions
    assert not np.any(short.source_not_shown | whole.source_not_shown)
