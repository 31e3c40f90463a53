"""Opening a case, with what has to be asked on the way: a passphrase, what to do with one that is held."""

from __future__ import annotations

from pathlib import Path

from ui.desktop.opener import CaseOpener
from ui.desktop.safety.asking import Asking
from ui.desktop.safety.held import HeldChoice
from workbench.ports import CaseStore, LockedCaseError, PassphraseNeededError, WrongPassphraseError


def opened(opener: CaseOpener, asking: Asking, path: Path) -> CaseStore | None:
    """Return the case, none where a question on the way was declined.

    Raises
    ------
    CaseError
        If it cannot be opened at all.
    """
    passphrase: str | None = None
    read_only = False
    while True:
        try:
            return opener.open(path, passphrase, read_only=read_only)
        except (PassphraseNeededError, WrongPassphraseError) as error:
            fault = str(error) if isinstance(error, WrongPassphraseError) else ""
            passphrase = asking.passphrase(path.name, fault)
            if passphrase is None:
                return None
        except LockedCaseError as error:
            if read_only:
                raise
            choice = asking.held(path.name, str(error))
            if choice is HeldChoice.COPY:
                copy = _copied(opener, asking, path, passphrase)
                if copy is None:
                    return None
                path = copy
            elif choice is HeldChoice.READ:
                read_only = True
            else:
                return None


def _copied(opener: CaseOpener, asking: Asking, path: Path, passphrase: str | None) -> Path | None:
    target = asking.place_of_copy(path)
    if target is not None:
        opener.keeping.copy(path, target, passphrase)
    return target
