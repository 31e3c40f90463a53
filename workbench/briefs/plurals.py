"""Plural forms of a language, by rules as CLDR writes them for whole numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

OTHER = "other"
"""The form that is taken where no rule holds; every language has it."""
_CONDITION = re.compile(
    r"n(?: % (?P<by>\d+))? (?P<sign>!?=) (?P<values>\d+(?:\.\.\d+)?(?:,\d+(?:\.\.\d+)?)*)"
)


def plural_form(rules: Mapping[str, str], number: int) -> str:
    """Return the name of the plural form that a number takes.

    Parameters
    ----------
    rules : mapping of str to str
        Rule by name of the form, such as ``one: n = 1`` or ``few: n % 10 = 2..4 and n % 100 != 12..14``.
        The first that holds decides.
    number : int
        How many there are, 0 or more.
    """
    return next((name for name, rule in rules.items() if _holds(rule, number)), OTHER)


def _holds(rule: str, number: int) -> bool:
    return any(
        all(_is_met(condition, number) for condition in every.split(" and ")) for every in rule.split(" or ")
    )


@lru_cache(maxsize=256)
def _is_met(condition: str, number: int) -> bool:
    found = _CONDITION.fullmatch(condition.strip())
    if found is None:
        raise ValueError(f"no rule for plurals: {condition}")
    rest = number % int(found["by"]) if found["by"] else number
    within = any(_lies_in(rest, own) for own in found["values"].split(","))
    return within is (found["sign"] == "=")


def _lies_in(number: int, values: str) -> bool:
    first, _, last = values.partition("..")
    return int(first) <= number <= int(last or first)
