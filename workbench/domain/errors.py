"""Errors that speak of the case, not of the program."""


class CaseError(Exception):
    """Something about the input or the case that a person can put right.

    The message says what happened, to what, and what to do; it is shown as it stands.
    """


class InvalidValueError(CaseError, ValueError):
    """A value that the field cannot hold.

    Parameters
    ----------
    found : str
        What was there.
    expected : str
        What would have been right, in words.
    """

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"found “{found}”, expected {expected}")
        self.found = found
        self.expected = expected


class UnknownCodeError(CaseError, LookupError):
    """A code that names no record of the case in reach.

    Parameters
    ----------
    kind : str
        What was looked for, in words ("party", "issue").
    code : str
        The code that was given.
    known : tuple of str
        The codes there are, in the order of the case.
    """

    def __init__(self, kind: str, code: str, known: tuple[str, ...] = ()) -> None:
        hint = f" Known: {', '.join(known[:12])}{', …' if len(known) > 12 else ''}." if known else ""
        super().__init__(f"There is no {kind} “{code}” in this case.{hint}")
        self.kind = kind
        self.code = code
