"""What a user can do: one operation is one transaction, one undo step, one change set.

>>> store.perform(RecordPosition(position))                     # doctest: +SKIP
>>> store.perform(PutRecord(replace(party, code="AZE"), was=("BAK",)))   # doctest: +SKIP
>>> store.perform(RemoveRecord("parties", ("EU",), with_dependants=True))  # doctest: +SKIP
"""

from workbench.operations.blocks import RecordPositions, RemovePositions, WithdrawPositions
from workbench.operations.issues import AddIssue
from workbench.operations.placing import PlaceRecords
from workbench.operations.positions import RecordPosition
from workbench.operations.records import PutRecord, RemoveRecord, ReorderRecord

__all__ = [
    "AddIssue",
    "PlaceRecords",
    "PutRecord",
    "RecordPosition",
    "RecordPositions",
    "RemovePositions",
    "RemoveRecord",
    "ReorderRecord",
    "WithdrawPositions",
]
