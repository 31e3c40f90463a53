"""How long a passphrase would stand against a machine that guesses, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from ui.words import counted, marked, marked_count, translate

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


_NOTHING = marked("Strength", "Several words are easier to keep in mind than signs, and harder to guess.")
_WEAK = marked("Strength", "Weak: a strong machine finds it {0}. Add words that do not belong together.")
_FAIR = marked("Strength", "Fair: a strong machine finds it {0}. One more word makes it strong.")
_STRONG = marked("Strength", "Strong: no machine of today finds it within a hundred years.")
_SPANS = (
    (_YEAR, marked_count("Strength", "in about %n years", "in about %n year")),
    (_MONTH, marked_count("Strength", "in about %n months", "in about %n month")),
    (_DAY, marked_count("Strength", "in about %n days", "in about %n day")),
    (_HOUR, marked_count("Strength", "in about %n hours", "in about %n hour")),
    (60, marked_count("Strength", "in about %n minutes", "in about %n minute")),
)


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
        return Strength(Grade.NONE, translate("Strength", _NOTHING))
    seconds = _seconds(passphrase[:_MOST_LETTERS], known)
    if seconds < _MONTH:
        return Strength(Grade.WEAK, translate("Strength", _WEAK).format(_within(seconds)))
    if seconds < 100 * _YEAR:
        return Strength(Grade.FAIR, translate("Strength", _FAIR).format(_within(seconds)))
    return Strength(Grade.STRONG, translate("Strength", _STRONG))


def _seconds(passphrase: str, known: Sequence[str]) -> float:
    """Return the seconds in which it is found at the pace that the key of a protected file allows."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - it loads lists of words; only where one is set

    words = [word for text in known[:_MOST_KNOWN] for word in (text, *text.split())]
    found = zxcvbn(passphrase, user_inputs=words)
    return float(found["crack_times_seconds"]["offline_slow_hashing_1e4_per_second"])


def _within(seconds: float) -> str:
    for length, span in _SPANS:
        if seconds >= length:
            return counted(*span, round(seconds / length))
    return translate("Strength", "in less than a minute")
