"""How long a passphrase would stand against a machine that guesses, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

_MOST_LETTERS = 72
"""What comes after is not weighed: no machine gets that far either, and weighing it would take long."""
_MOST_KNOWN = 400
_HOUR, _DAY = 3_600, 86_400
_MONTH, _YEAR = 30 * _DAY, 365 * _DAY


class Grade(IntEnum):
    """How good it is."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Strength:
    """How good a passphrase is, and what to say of it."""

    grade: Grade
    says: str


NOTHING = Strength(Grade.NONE, "Several words are easier to keep in mind than signs, and harder to guess.")


def strength_of(passphrase: str, known: Sequence[str] = ()) -> Strength:
    """Weigh a passphrase.

    Parameters
    ----------
    passphrase : str
        What was typed.
    known : sequence of str
        Words that whoever guesses would try first: names of the case.
    """
    if not passphrase.strip():
        return NOTHING
    seconds = _seconds(passphrase[:_MOST_LETTERS], known)
    if seconds < _MONTH:
        says = f"Weak: a strong machine finds it {_within(seconds)}. Add words that do not belong together."
        return Strength(Grade.WEAK, says)
    if seconds < 100 * _YEAR:
        says = f"Fair: a strong machine finds it {_within(seconds)}. One more word makes it strong."
        return Strength(Grade.FAIR, says)
    return Strength(Grade.STRONG, "Strong: no machine of today finds it within a hundred years.")


def _seconds(passphrase: str, known: Sequence[str]) -> float:
    """Return the seconds in which it is found at the pace that the key of a protected file allows."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - it loads lists of words; only where one is set

    words = [word for text in known[:_MOST_KNOWN] for word in (text, *text.split())]
    found = zxcvbn(passphrase, user_inputs=words)
    return float(found["crack_times_seconds"]["offline_slow_hashing_1e4_per_second"])


def _within(seconds: float) -> str:
    spans = ((_YEAR, "year"), (_MONTH, "month"), (_DAY, "day"), (_HOUR, "hour"), (60, "minute"))
    for length, noun in spans:
        if seconds >= length:
            count = round(seconds / length)
            return f"in about {count} {noun}{'s' if count > 1 else ''}"
    return "in less than a minute"
