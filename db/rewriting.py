"""One file of a case written anew without what is to be expunged from it."""

from __future__ import annotations

import json
import mmap
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from db.backup import copy_file
from db.cipher import Key
from db.engine import WRITES, connect, make_engine, uri
from db.erasing import Eraser, Erasure, mark
from db.examine import examine, undisturbed
from db.journal import OperationRecord
from db.replacing import draft_beside, put_in_place
from db.revision import HEAD
from workbench.domain.saying import translate
from workbench.ports import StorageError


def rewrite(path: Path, key: Key | None, erasure: Erasure, made: OperationRecord) -> None:
    """Write the file anew without the texts, and put it in place of the old one.

    Nothing that is left out is copied: the new file is filled row by row, so that no free page of it
    holds anything of the old.

    Raises
    ------
    StorageError
        If anything of the texts is left; the file is as it was.
    """
    with draft_beside(path) as draft, draft_beside(path) as clean:
        with undisturbed(path, key, beside_others=True) as source:
            copy_file(source, draft, key)
        if examine(draft, key) != HEAD:
            from db.migrating import migrate  # noqa: PLC0415 - takes a quarter of a second to import

            migrate(draft, key)
        _erase(draft, key, erasure, made)
        with closing(connect(uri(draft, mode="rw"), key)) as connection:
            connection.execute("VACUUM INTO ?", (str(clean),))
        examine(clean, key)
        _make_sure(clean, key, erasure, path)
        shutil.copymode(path, clean)
        put_in_place(clean, path, scrub=True)


def _erase(draft: Path, key: Key | None, erasure: Erasure, made: OperationRecord) -> None:
    engine = make_engine(draft, key, plain_journal=True)
    try:
        with engine.connect() as connection:
            for pragma in ("journal_mode = MEMORY", "temp_store = MEMORY"):  # no side file is to hold it
                connection.connection.cursor().execute(f"PRAGMA {pragma}")
            writing = connection.execution_options(**{WRITES: True})
            with writing.begin():
                touched = Eraser(writing, erasure).erase()
                mark(writing, replace(made, label=erasure.clear(made.label)), touched)
    finally:
        engine.dispose()


def _make_sure(clean: Path, key: Key | None, erasure: Erasure, path: Path) -> None:
    engine = make_engine(clean, key, read_only=True)
    try:
        with engine.connect() as connection:
            left = any(Eraser(connection, erasure).places())
    finally:
        engine.dispose()
    if left or _in_bytes(clean, erasure):
        said = translate("Expunge", "The text could not be taken out of {0}; that file was left as it was.")
        raise StorageError(said.format(path.name))


def _in_bytes(clean: Path, erasure: Erasure) -> bool:
    """Return whether the bytes hold a text, as it is or as the history writes it; protected ones never do."""
    written = {text.encode() for text in erasure.texts}
    written |= {json.dumps(text, ensure_ascii=False)[1:-1].encode() for text in erasure.texts}
    with clean.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return any(content.find(text) >= 0 for text in written)
