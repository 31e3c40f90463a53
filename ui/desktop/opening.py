"""Opening a case, with what has to be asked on the way: a passphrase, what to do with one that is held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ui.desktop.opener import CaseOpener
from ui.desktop.safety.asking import Asking
from ui.desktop.safety.held import HeldChoice
from ui.words import translate
from workbench.ports import (
    CaseStore,
    DamagedCaseError,
    LockedCaseError,
    NotACaseError,
    PassphraseNeededError,
    WrongPassphraseError,
)


@dataclass(frozen=True, slots=True)
class _Way:
    """How the case is to be opened, as far as that has been said."""

    path: Path
    passphrase: str | None = None
    read_only: bool = False


def opened(opener: CaseOpener, asking: Asking, path: Path) -> CaseStore | None:
    """Return the case, none where a question on the way was declined.

    Raises
    ------
    CaseError
        If it cannot be opened at all.
    """
    way: _Way | None = _Way(path)
    while way is not None:
        try:
            return _open(opener, asking, way)
        except (PassphraseNeededError, WrongPassphraseError) as error:
            way = _with_passphrase(asking, way, error)
        except LockedCaseError as error:
            if way.read_only:
                raise
            way = _beside_others(opener, asking, way, error)
        except (DamagedCaseError, NotACaseError) as error:
            if not _backups(opener, way):
                raise
            way = _restored(opener, asking, way, error)
    return None


def _open(opener: CaseOpener, asking: Asking, way: _Way) -> CaseStore:
    def get() -> CaseStore:
        return opener.open(way.path, way.passphrase, read_only=way.read_only)

    title = translate("Opening", "Opening “{0}”").format(way.path.stem)
    return asking.aside(title, get)


def _with_passphrase(asking: Asking, way: _Way, error: Exception) -> _Way | None:
    fault = str(error) if isinstance(error, WrongPassphraseError) else ""
    passphrase = asking.passphrase(way.path.name, fault)
    return None if passphrase is None else replace(way, passphrase=passphrase)


def _beside_others(opener: CaseOpener, asking: Asking, way: _Way, error: Exception) -> _Way | None:
    """Ask whether to read it or to work on a copy, and make the copy."""
    choice = asking.held(way.path.stem, str(error))
    if choice is HeldChoice.READ:
        return replace(way, read_only=True)
    target = asking.place_of_copy(way.path) if choice is HeldChoice.COPY else None
    if target is None:
        return None
    asking.aside(
        translate("Opening", "Copying"), lambda: opener.keeping.copy(way.path, target, way.passphrase)
    )
    return replace(way, path=target)


def _backups(opener: CaseOpener, way: _Way) -> int:
    return len(opener.keeping.backup_files(way.path))


def _restored(opener: CaseOpener, asking: Asking, way: _Way, error: Exception) -> _Way | None:
    """Offer the backups of a file that cannot be used; it is kept beside them as it is."""
    if not asking.damaged(way.path.stem, str(error), _backups(opener, way)):
        return None
    opener.keeping.remember(way.path, way.passphrase)
    title = translate("Opening", "Looking through the backups")
    listed = asking.aside(title, lambda: opener.keeping.backups(way.path))
    wanted = asking.backups(way.path.stem, listed, may_restore=True, may_back_up=False)
    backup = wanted[1] if wanted is not None else None
    if backup is None or not asking.restore(way.path.stem, backup):
        return None
    title = translate("Opening", "Going back")
    asking.aside(title, lambda: opener.keeping.restore(way.path, backup.path))
    return way
