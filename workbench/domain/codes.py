"""Codes: the identity of records, and the references that lists of codes hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.domain.errors import InvalidValueError
from workbench.domain.saying import translate

SEPARATOR = ";"

_REFERENCE = re.compile(r"(?P<code>[^@]+?)(?::(?P<credibility>[1-6]))?(?:@(?P<place>.+))?")


def parse_code(text: str, forbidden: str = SEPARATOR) -> str:
    """Return `text` as a code.

    Parameters
    ----------
    text : str
        The code as it stands in the table.
    forbidden : str
        Signs that would make the code unreadable where it is referred to.

    Raises
    ------
    InvalidValueError
        If the code is empty, has one of the signs, or a line break in it.
    """
    if not text or text != text.strip() or any(sign in text for sign in forbidden + "\n\r\t\0"):
        signs = " ".join(f"“{sign}”" for sign in forbidden)
        raise InvalidValueError(
            text, translate("Expected", "a code without line breaks and without {0}").format(signs)
        )
    return text


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A source as something else rests on it.

    Parameters
    ----------
    code : str
        Code of the source.
    credibility : int or None
        Credibility of this very information, 1 (confirmed) to 6 (cannot be judged).
    place : str
        Where in the source, such as "art. 6"; may be empty.
    """

    code: str
    credibility: int | None = None
    place: str = ""

    @classmethod
    def parse(cls, text: str) -> SourceReference:
        """Read ``CODE``, ``CODE:1``, ``CODE@place`` or ``CODE:1@place``.

        Raises
        ------
        InvalidValueError
            If the text is no such reference.
        """
        match = _REFERENCE.fullmatch(text.strip())
        if match is None:
            expected = translate(
                "Expected", "a source code, with credibility 1 to 6 and place as in TRI20:1@art. 6"
            )
            raise InvalidValueError(text, expected)
        credibility = match["credibility"]
        return cls(match["code"], int(credibility) if credibility else None, (match["place"] or "").strip())

    def __str__(self) -> str:
        credibility = f":{self.credibility}" if self.credibility else ""
        place = f"@{self.place}" if self.place else ""
        return f"{self.code}{credibility}{place}"
