"""The key of a protected case: made from a passphrase, and tried without opening the file.

A protected case is an SQLCipher 4 file with that library's own settings, so that any program that
knows SQLCipher opens it with the same passphrase. Its first 16 bytes are a salt; every page ends
in a code that only the right key gives. That code is what tells a wrong passphrase from damage:
the library says “file is not a database” of both.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from db.peeking import peek
from workbench.domain.errors import CaseError
from workbench.domain.saying import translate
from workbench.ports import DamagedCaseError, PassphraseNeededError, WrongPassphraseError

PAGE_BYTES = 4096
SALT_BYTES = 16
MAGIC = b"SQLite format 3\0"

_CODE_BYTES = 64
_ROUNDS = 256_000
_CODE_ROUNDS = 2
_CODE_MASK = 0x3A
"""SQLCipher's own: how the key of the page codes is made from the key of the pages."""
_RANDOM_LOOK = 240
"""So many of the 256 values of a byte stand in a page of cipher; in text there are fewer."""
_TRIED_PAGES = 32


class Protection(Enum):
    """What the first page of a file looks like."""

    PLAIN = auto()
    PROTECTED = auto()
    NONE_OF_OURS = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """What opens one protected file and its copies."""

    secret: bytes = field(repr=False)
    salt: bytes

    @property
    def literal(self) -> str:
        """The key as SQLCipher reads it, with no derivation left to do."""
        return f"\"x'{self.secret.hex()}{self.salt.hex()}'\""


def derived(passphrase: str, salt: bytes) -> Key:
    """Return the key for a salt; takes a tenth of a second, which is its purpose.

    The same letters typed on another system may come composed otherwise: they are brought to one form.
    """
    letters = unicodedata.normalize("NFC", passphrase).encode()
    return Key(hashlib.pbkdf2_hmac("sha512", letters, salt, _ROUNDS, 32), salt)


def new_key(passphrase: str) -> Key:
    """Return a key for a new file.

    Raises
    ------
    CaseError
        If the passphrase is empty.
    """
    if not passphrase.strip():
        said = translate("CaseFile", "An empty passphrase protects nothing. Choose one of several words.")
        raise CaseError(said)
    return derived(passphrase, os.urandom(SALT_BYTES))


def protection(path: Path) -> Protection:
    """Return what the file looks like from outside."""
    page = _page(path, 1)
    if page.startswith(MAGIC):
        return Protection.PLAIN
    if len(page) == PAGE_BYTES and len(set(page)) >= _RANDOM_LOOK:
        return Protection.PROTECTED
    return Protection.NONE_OF_OURS


def is_protected(path: Path) -> bool:
    """Return whether the file needs a passphrase."""
    return path.is_file() and protection(path) is Protection.PROTECTED


class Keyring:
    """One passphrase, and the keys made from it so far.

    Parameters
    ----------
    passphrase : str or None
        None where none was given.
    """

    def __init__(self, passphrase: str | None) -> None:
        self._passphrase = passphrase
        self._keys: dict[bytes, Key] = {}

    def key_for(self, path: Path) -> Key | None:
        """Return the key of a file, none where it needs none or does not exist.

        Raises
        ------
        PassphraseNeededError
            If it is protected and no passphrase was given.
        WrongPassphraseError
            If the passphrase does not open it.
        DamagedCaseError
            If the passphrase is the right one and the beginning of the file is damaged.
        """
        if not is_protected(path):
            return None
        if self._passphrase is None:
            said = translate(
                "CaseFile", "{0} is protected with a passphrase. Give the passphrase to open it."
            )
            raise PassphraseNeededError(said.format(path.name))
        key = self._key(_page(path, 1)[:SALT_BYTES], self._passphrase)
        _try(path, key)
        return key

    def _key(self, salt: bytes, passphrase: str) -> Key:
        if salt not in self._keys:
            self._keys[salt] = derived(passphrase, salt)
        return self._keys[salt]


def passphrase_opens(path: Path, passphrase: str) -> bool:
    """Return whether the passphrase is that of the file; the file is not opened."""
    try:
        return Keyring(passphrase).key_for(path) is not None
    except WrongPassphraseError:
        return False


def _try(path: Path, key: Key) -> None:
    if _fits(path, 1, key):
        return
    pages = path.stat().st_size // PAGE_BYTES
    step = max(1, pages // _TRIED_PAGES)
    if any(_fits(path, number, key) for number in range(2, pages + 1, step)):
        said = translate(
            "CaseFile",
            "{0} is damaged at its beginning; the passphrase is right. The file was left as it is. Go on "
            "with the last backup, and keep the damaged file.",
        )
        raise DamagedCaseError(said.format(path.name))
    said = translate(
        "CaseFile",
        "The passphrase does not open {0}; nothing was changed. Check spelling, capitals and keyboard. If "
        "it is certainly right the file is damaged: go on with the last backup.",
    )
    raise WrongPassphraseError(said.format(path.name))


def _fits(path: Path, number: int, key: Key) -> bool:
    """Return whether the code at the end of a page was made with this key."""
    page = _page(path, number)
    mask = bytes(byte ^ _CODE_MASK for byte in key.salt)
    secret = hashlib.pbkdf2_hmac("sha512", key.secret, mask, _CODE_ROUNDS, 32)
    body = page[SALT_BYTES if number == 1 else 0 : -_CODE_BYTES] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.new(secret, body, "sha512").digest(), page[-_CODE_BYTES:])


def _page(path: Path, number: int) -> bytes:
    return peek(path, (number - 1) * PAGE_BYTES, PAGE_BYTES)
