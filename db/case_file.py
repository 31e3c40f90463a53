"""Creating and opening case files, in the order of safety."""

from __future__ import annotations

from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine

from db.backup import backup_file, sync_file, sync_folder
from db.cipher import Key, Keyring, new_key
from db.engine import APPLICATION_ID, connect, driver, make_engine, uri
from db.errors import locked, refuse_read_only, spoken
from db.examine import examine, has_side_files, read_header
from db.journal import FILLING
from db.keeper import BackupKeeper
from db.lock import CaseLock, held_error, live_holder, user_name
from db.peeking import hold
from db.private_copies import private_copy
from db.replacing import clear_drafts
from db.revision import HEAD, STAMP, STAMP_HEAD
from db.schema import METADATA
from db.store import SqliteCaseStore
from workbench import PROGRAM_NAME, VERSION
from workbench.domain.errors import CaseError
from workbench.domain.labels import Label
from workbench.domain.saying import translate
from workbench.ports import MissingFileError, Operation, StorageError, Work


def create_case(
    path: Path,
    *,
    author: str = "",
    fill: Operation | None = None,
    passphrase: str | None = None,
    signed: bool = True,
) -> SqliteCaseStore:
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
    passphrase : str, optional
        Protects the file, its backups and every temporary copy.
    signed : bool
        Whether user and machine stand in its history; not in what is handed to others.

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
        said = translate("CaseFile", "There is no folder {0}. Create it first, or choose another.")
        raise MissingFileError(said.format(path.parent))
    key = None if passphrase is None else new_key(passphrase)
    name = (author or user_name()) if signed else ""
    lock = CaseLock(path)
    with spoken(path), ExitStack() as failing:
        lock.take()
        failing.callback(lock.release)
        clear_drafts(path)
        _build(path, name, fill, key)
        failing.callback(_remove, path)
        store = _store(path, name, key, lock)
        failing.pop_all()
    return store


def _refuse_existing(path: Path) -> None:
    if path.exists():
        said = translate("CaseFile", "There is a file {0} already. Choose another name, or open that one.")
        raise CaseError(said.format(path))


def _build(path: Path, author: str, fill: Operation | None, key: Key | None) -> None:
    """Build the whole file under a name of its own, then give it the one it is to have."""
    draft = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        _write_empty(draft, key)
        if fill is not None:
            with _store(draft, author, key) as store:
                store.perform(_Filling(fill))
        sync_file(draft)
        _refuse_existing(path)
        draft.rename(path)
        sync_folder(path.parent)
    finally:
        _remove(draft)


def _remove(path: Path) -> None:
    """Remove a file that was never handed out, with what lies beside it."""
    for side in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + side).unlink(missing_ok=True)


@dataclass(frozen=True)
class _Filling:
    """What a new case begins with: it stands in the history, and nobody takes back the beginning."""

    fill: Operation
    name: str = FILLING

    def labelled(self, work: Work) -> Label:
        return self.fill.labelled(work)

    def run(self, work: Work) -> None:
        self.fill.run(work)


def _write_empty(path: Path, key: Key | None) -> None:
    with closing(connect(uri(path, mode="rwc"), key)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    engine = make_engine(path, key, draft=True)
    with engine.begin() as connection:
        METADATA.create_all(connection, checkfirst=False)
        for statement in (STAMP, STAMP_HEAD):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "INSERT INTO case_file (uuid, created_at, program) VALUES (?, ?, ?)",
            (uuid4().hex, datetime.now(UTC).isoformat(), f"{PROGRAM_NAME} {VERSION}"),
        )
    engine.dispose()


def open_case(
    path: Path,
    *,
    read_only: bool = False,
    beside_others: bool = False,
    author: str = "",
    passphrase: str | None = None,
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
    passphrase : str, optional
        Opens a protected file; a plain one needs none and ignores it.

    Raises
    ------
    MissingFileError
        If there is no such file.
    PassphraseNeededError, WrongPassphraseError
        If it is protected and the passphrase is missing or wrong; its bytes are as they were.
    CaseFileError
        If it is no case, damaged, locked or newer than the program; its bytes are as they were.
    StorageError
        If the system does not let us.
    """
    path = Path(path).resolve()  # the lock lies beside the file, wherever a link to it may
    with spoken(path):
        key = Keyring(passphrase).key_for(path)
        read_header(path, key)
        if read_only:
            return _open_reading(path, key, beside_others=beside_others)
        return _open_writing(path, author or user_name(), key)


def _open_writing(path: Path, author: str, key: Key | None) -> SqliteCaseStore:
    lock = CaseLock(path)
    with ExitStack() as failing:
        lock.take()
        failing.callback(lock.release)
        refuse_read_only(path)
        clear_drafts(path)
        was_left_open = has_side_files(path)
        revision = examine(path, key)
        if revision != HEAD:
            _bring_up_to_date(path, key)
        store = _store(path, author, key, lock, was_left_open=was_left_open)
        failing.pop_all()
    return store


def _bring_up_to_date(path: Path, key: Key | None) -> None:
    from db.migrating import migrate  # noqa: PLC0415 - takes a quarter of a second to import

    try:
        fold_leftovers(path, key)  # what a kill in the middle of the last attempt left is taken back first
        backup_file(path, key)
    except StorageError as error:
        said = translate(
            "CaseFile",
            "{0} comes from an earlier version of the program and was not brought up to date, because it "
            "could not be backed up first. {1}",
        )
        raise StorageError(said.format(path.name, error)) from error
    migrate(path, key)


def _store(
    path: Path,
    author: str,
    key: Key | None,
    lock: CaseLock | None = None,
    *,
    was_left_open: bool = False,
) -> SqliteCaseStore:
    """Return the store over a file; one without a lock is a draft, of which no backups are made."""
    engine = make_engine(path, key, draft=lock is None)
    closing_up, keeper = ExitStack(), None
    if lock is not None:
        keeper = BackupKeeper(path, key)
        closing_up.callback(lock.release)
        closing_up.callback(keeper.keep)
    let_go = hold(path)
    closing_up.callback(let_go)
    closing_up.callback(fold, engine, key)
    try:
        store = SqliteCaseStore(
            path,
            engine,
            author=author,
            read_only=False,
            closing=closing_up,
            keeper=keeper,
            is_protected=key is not None,
        )
        if keeper is not None and not was_left_open:
            keeper.begin()
    except BaseException:
        engine.dispose()
        let_go()
        raise
    return store


def fold(engine: Engine, key: Key | None) -> None:
    """Fold the log into the file, so that one file is left.

    Where somebody else is reading at this moment the log stays beside the file until the next close.
    """
    engine.dispose()
    with closing(engine.raw_connection()) as connection, suppress(driver(key).OperationalError):
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.cursor().execute("PRAGMA journal_mode = DELETE")
    engine.dispose()


def fold_leftovers(path: Path, key: Key | None) -> None:
    """Fold in what a crash left beside a file that this process has locked.

    Raises
    ------
    LockedCaseError
        If another program is reading the file: its log would be taken for that of the file that is to
        come in its place.
    """
    if has_side_files(path):
        fold(make_engine(path, key), key)
    if has_side_files(path):
        raise locked(path)


def _open_reading(path: Path, key: Key | None, *, beside_others: bool) -> SqliteCaseStore:
    holder = live_holder(path)
    if holder is not None and not (beside_others or holder.is_here):
        raise held_error(path, holder)
    revision = examine(path, key, beside_others=holder is not None)
    closing_up = ExitStack()
    with ExitStack() as failing:
        failing.push(closing_up)
        file = path
        if holder is None and (revision != HEAD or _has_a_log(path, key)):
            file = _copied(path, key, revision, closing_up)
        closing_up.callback(hold(file))
        engine = make_engine(file, key, read_only=True)
        closing_up.callback(engine.dispose)
        store = SqliteCaseStore(
            path, engine, author="", read_only=True, closing=closing_up, is_protected=key is not None
        )
        failing.pop_all()
    return store


def _has_a_log(path: Path, key: Key | None) -> bool:
    """Whether reading the file in its place would make or need files beside it."""
    return has_side_files(path) or read_header(path, key).is_wal


def _copied(path: Path, key: Key | None, revision: str, closing_up: ExitStack) -> Path:
    """Return a private copy whose log is folded in and whose revision is ours."""
    copy = closing_up.enter_context(private_copy(path))
    if revision != HEAD:
        from db.migrating import migrate  # noqa: PLC0415 - takes a quarter of a second to import

        migrate(copy, key)
    fold(make_engine(copy, key), key)
    return copy
