"""What holds now, for the actions that need it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ui.actions.spec import Condition
from ui.desktop.commands.shell import Shell
from ui.desktop.commands.time import TimeCommands


class Held(Shell, Protocol):
    """A window with its commands on time."""

    times: TimeCommands


def holding(window: Held) -> frozenset[Condition]:
    """Return the conditions that hold now."""
    return frozenset(_holding(window))


def _holding(window: Held) -> Iterator[Condition]:
    if window.recent():
        yield Condition.HAS_RECENT
    page = window.page
    if page is None or page.session.may_edit:
        yield Condition.CAN_IMPORT
    if page is None:
        return
    session = page.session
    found = (
        (Condition.CASE_OPEN, True),
        (Condition.WRITABLE, session.may_edit),
        (Condition.PROTECTED, session.store.is_protected),
        (Condition.UNPROTECTED, not session.store.is_protected),
        (Condition.CAN_UNDO, bool(session.store.undo_label)),
        (Condition.CAN_REDO, bool(session.store.redo_label)),
        (Condition.HAS_LEFT, bool(len(page.desk.left))),
        (Condition.HAS_PARTIES, bool(session.snapshot.parties)),
        (Condition.HAS_ISSUES, bool(session.snapshot.issues)),
        (Condition.HAS_GROUPS, bool(session.model.folds)),
        (Condition.PARTIES_HIDDEN, session.hides_parties),
        (Condition.MATRIX_SHOWN, page.centre.lens is None),
        (Condition.SELECTION, page.centre.lens is not None or session.view.selection is not None),
        (Condition.HAS_EARLIER, window.times.has_earlier()),
        (Condition.HAS_LATER, window.times.has_later()),
    )
    yield from (condition for condition, holds in found if holds)
