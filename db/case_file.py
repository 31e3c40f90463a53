"""Creating and opening case files, in the order of safety."""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine

from db.backup import backup_file
from db.engine import APPLICATION_ID, make_engine
from db.errors import spoken
from db.examine import examine, has_side_files, private_copy, read_header
from db.lock import CaseLock, held_error, live_holder, user_name
from db.revision import HEAD, STAMP, STAMP_HEAD
from db.schema import METADATA
from db.store import SqliteCaseStore
from workbench import PROGRAM_NAME, VERSION
from workbench.domain.errors import CaseError
from workbench.ports import MissingFileError, Operation


def create_case(path: Path, *, author: str = "", fill: Operation | None = None) -> SqliteCaseStore:
    """Create a case and open it.

    Parameters
    ----------
    path : Path
        The file; it must not exist.
    author : str
        Who works with it; the name of the user where none is given.
    fill : Operation, optional
        What to put into it. The file gets its name when that is done: where it fails nothing is
        left, neither a file nor a lock.

    Raises
    ------
    CaseError
        If there is a file of that name, or `fill` cannot be done.
    StorageError
        If the folder cannot be written.
    """
    path = Path(path).resolve()  # the lock belongs beside the file, wherever a link to it lies
    _refuse_existing(path)
    if not path.parent.is_dir():
        raise MissingFileError(f"There is no folder {path.parent}. Create it first, or choose another.")
    lock = CaseLock(path)
    with spoken(path), ExitStack() as failing:
        lock.take()
        failing.callback(lock.release)
        _build(path, author, fill)
        store = _store(path, author, lock)
        failing.pop_all()
    return store


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise CaseError(f"There is a file {path} already. Choose another name, or open that one.")


def _build(path: Path, author: str, fill: Operation | None) -> None:
    """Build the whole file under a name of its own, then give it the one it is to have."""
    draft = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        _write_empty(draft)
        if fill is not None:
            with _store(draft, author) as store:
                store.perform(fill)
        _refuse_existing(path)
        draft.rename(path)
        _sync_folder(path.parent)
    finally:
        for left in (draft, *(draft.with_name(draft.name + side) for side in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)


def _write_empty(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    engine = make_engine(path, plain_journal=True)
    with engine.begin() as connection:
        METADATA.create_all(connection, checkfirst=False)
        for statement in (STAMP, STAMP_HEAD):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "INSERT INTO case_file (uuid, created_at, program) VALUES (?, ?, ?)",
            (uuid4().hex, datetime.now(UTC).isoformat(), f"{PROGRAM_NAME} {VERSION}"),
        )
    engine.dispose()


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def open_case(
    path: Path, *, read_only: bool = False, beside_others: bool = False, author: str = ""
) -> SqliteCaseStore:
    """Open a case.

    Parameters
    ----------
    path : Path
        The file.
    read_only : bool
        Change nothing: neither the file nor what lies beside it.
    beside_others : bool
        Read even though somebody else has the case open; what they have saved is seen.
    author : str
        Who works with it; the name of the user where none is given.

    Raises
    ------
    MissingFileError
        If there is no such file.
    CaseFileError
        If it is no case, damaged, locked or newer than the program; its bytes are as they were.
    StorageError
        If the system does not let us.
    """
    path = Path(path).resolve()  # the lock lies beside the file, wherever a link to it may
    with spoken(path):
        read_header(path)
        return _open_reading(path, beside_others=beside_others) if read_only else _open_writing(path, author)


def _open_writing(path: Path, author: str) -> SqliteCaseStore:
    lock = CaseLock(path)
    with ExitStack() as failing:
        lock.take()
        failing.callback(lock.release)
        revision = examine(path)
        if revision != HEAD:
            _bring_up_to_date(path)
        store = _store(path, author, lock)
        failing.pop_all()
    return store


def _bring_up_to_date(path: Path) -> None:
    from db.migrating import migrate  # noqa: PLC0415 - takes a quarter of a second to import

    backup_file(path)
    migrate(path)


def _store(path: Path, author: str, lock: CaseLock | None = None) -> SqliteCaseStore:
    engine = make_engine(path)
    closing_up = ExitStack()
    if lock is not None:
        closing_up.callback(lock.release)
    closing_up.callback(_fold, path, engine)
    try:
        return SqliteCaseStore(
            path, engine, author=author or user_name(), read_only=False, closing=closing_up
        )
    except BaseException:
        engine.dispose()
        raise


def _fold(path: Path, engine: Engine) -> None:
    """Fold the log into the file, so that one file is left.

    Where somebody else is reading at this moment the log stays beside the file until the next close.
    """
    engine.dispose()
    with closing(engine.raw_connection()) as connection, suppress(sqlite3.OperationalError):
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.cursor().execute("PRAGMA journal_mode = DELETE")
    engine.dispose()


def _open_reading(path: Path, *, beside_others: bool) -> SqliteCaseStore:
    holder = live_holder(path)
    if holder is not None and not (beside_others or holder.is_here):
        raise held_error(path, holder)
    revision = examine(path, beside_others=holder is not None)
    closing_up = ExitStack()
    with ExitStack() as failing:
        failing.push(closing_up)
        file, immutable = path, holder is None and read_header(path).is_wal
        if holder is None and (revision != HEAD or has_side_files(path)):
            file, immutable = _copied(path, revision, closing_up), False
        engine = make_engine(file, read_only=True, immutable=immutable)
        closing_up.callback(engine.dispose)
        store = SqliteCaseStore(path, engine, author="", read_only=True, closing=closing_up)
        failing.pop_all()
    return store


def _copied(path: Path, revision: str, closing_up: ExitStack) -> Path:
    """Return a private copy whose log is folded in and whose revision is ours."""
    copy = closing_up.enter_context(private_copy(path))
    if revision != HEAD:
        from db.migrating import migrate  # noqa: PLC0415 - takes a quarter of a second to import

        migrate(copy)
    engine = make_engine(copy)
    _fold(copy, engine)
    return copy
