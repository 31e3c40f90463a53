"""Groups: one row a membership in the table, one record a group in the case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.dates import PartialDate
from workbench.domain.party import Group, Membership
from workbench.domain.saying import translate
from workbench.exchange.problems import a_value


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """One row of the table of groups; the name is none where the table does not give it."""

    code: str
    party: str
    name: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


def membership_rows(group: Group) -> Iterator[MembershipRow]:
    """Yield the rows of a group; one without a party for a group that has no member yet."""
    for member in group.members or (Membership(""),):
        yield MembershipRow(group.code, member.party, group.name, member.since, member.until)


def merge(
    standing: Sequence[Group], pairs: Sequence[tuple[MembershipRow | None, MembershipRow]]
) -> list[Group]:
    """Return the groups that the rows name, with the memberships they add or change.

    Parameters
    ----------
    standing : sequence of Group
        The groups of the case.
    pairs : sequence of (MembershipRow or None, MembershipRow)
        Each row as it stands in the case, or none, and as the table wants it.
    """
    groups = {group.code: group for group in standing}
    rows: dict[str, list[tuple[MembershipRow | None, MembershipRow]]] = {}
    for pair in pairs:
        rows.setdefault(pair[1].code, []).append(pair)
    return [_merged(code, groups.get(code), rows[code]) for code in rows]


def _merged(
    code: str, standing: Group | None, pairs: list[tuple[MembershipRow | None, MembershipRow]]
) -> Group:
    members = list(standing.members) if standing else []
    for before, after in pairs:
        wanted = Membership(after.party, after.since, after.until)
        if before is not None and before.party:
            members[members.index(Membership(before.party, before.since, before.until))] = wanted
        elif after.party:
            members.append(wanted)
    return Group(code, _name(standing, [after.name for _, after in pairs]), tuple(members))


def _name(standing: Group | None, names: list[str | None]) -> str:
    given = [name for name in names if name is not None]
    if not given and standing is not None:
        return standing.name
    return next(filter(None, given), "")


def row_faults(rows: Sequence[tuple[int, MembershipRow]]) -> Iterator[tuple[int, str, str, str]]:
    """Yield row, column, found and expected where rows of one group do not go together."""
    sizes = Counter(row.code for _, row in rows)
    names: dict[str, str] = {}
    for number, row in rows:
        name = row.name or ""
        if name and names.setdefault(row.code, name) != name:
            expected = translate("Expected", "one name for the group “{0}”, as in “{1}”")
            yield number, "name", name, expected.format(row.code, names[row.code])
        if not row.party and (sizes[row.code] > 1 or row.since or row.until):
            yield number, "party", "", a_value("party")
