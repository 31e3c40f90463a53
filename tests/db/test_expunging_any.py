"""A text put anywhere in any records: nothing of it is left in the file or in a backup."""

from __future__ import annotations

import tempfile
from dataclasses import fields, replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.case_file import create_case, open_case
from db.check import check_case
from db.expunging import expunge, plan_expunge
from tests.db import samples
from tests.db.expunged import holders
from tests.db.samples import GROUND, fill, put

TEXT = "verborgen Ünal"


@settings(
    max_examples=15,
    phases=(Phase.generate,),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(records=st.lists(samples.records, min_size=1, max_size=6), data=st.data())
def test_any_records_with_the_text_anywhere_in_them(
    tmp_path: Path, records: list[samples.Record], data: st.DataObject
) -> None:
    path = Path(tempfile.mkdtemp(dir=tmp_path)) / "a.positions"
    with create_case(path, fill=fill(GROUND)) as store:
        for record in records:
            store.perform(put(_marked(record, data)))
            if data.draw(st.booleans()):
                store.undo()
    plan = plan_expunge(path, text=TEXT)
    if not plan.is_empty:
        expunge(path, plan)
    assert holders(path.parent, TEXT) == []
    assert check_case(path).is_sound
    with open_case(path) as store:
        while store.undo():
            pass
        while store.redo():
            pass


def _marked(record: samples.Record, data: st.DataObject) -> samples.Record:
    """Put the text into one of the texts of a record."""
    names = ("name", "notes", "title", "label", "statement", "identity", "reason", "term", "basket", "value")
    free = [own.name for own in fields(record) if own.name in names]
    if not free:
        return record
    field = data.draw(st.sampled_from(free))
    return replace(record, **{field: getattr(record, field) + TEXT + "!"})
