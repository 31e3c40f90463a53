from __future__ import annotations

from dataclasses import fields

from sqlalchemy import CheckConstraint, ForeignKeyConstraint

from db.schema import METADATA
from db.specs import SPECS
from workbench.domain.case import TABLES


def test_every_constraint_has_a_name() -> None:
    for table in METADATA.tables.values():
        assert all(constraint.name for constraint in table.constraints)
        assert all(index.name for index in table.indexes)


def test_every_column_that_names_a_record_is_a_foreign_key() -> None:
    named = [
        column for table in METADATA.tables.values() for column in table.c if column.name.endswith("_id")
    ]
    assert [str(own) for own in named if not own.foreign_keys] == ["journal.record_id"]
    assert len(named) > 40


def test_vocabularies_and_ranges_are_checked() -> None:
    checks = [
        constraint
        for table in METADATA.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    ]
    assert len(checks) > 25
    keys = [
        constraint
        for table in METADATA.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, ForeignKeyConstraint)
    ]
    assert len(keys) > 40


def test_every_field_of_every_record_is_kept_somewhere() -> None:
    assert set(SPECS) == set(TABLES)
    for spec in SPECS.values():
        kept = [name for field in spec.columns for name in field.names]
        kept += [field.name for field in spec.lists]
        assert sorted(kept) == sorted(field.name for field in fields(spec.record))
        columns = set(spec.table.c.keys())
        assert columns == {"id", *spec.column_names}


def test_every_table_stands_behind_those_it_names() -> None:
    order = list(SPECS)
    for spec in SPECS.values():
        tables = [spec.table, *(METADATA.tables[field.link] for field in spec.lists)]
        named = {key.column.table.name for table in tables for key in table.foreign_keys} - {spec.table.name}
        before = {SPECS[name].table.name for name in order[: order.index(spec.name)]}
        assert named <= before
