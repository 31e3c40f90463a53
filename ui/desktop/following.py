"""A view that goes on looking at records whose code was changed."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.view_state import Selection, ViewState
from workbench.domain.case import key_of
from workbench.ports import ChangeSet

_FOLLOWED = ("parties", "issues", "groups")
_MANY = 1_000
"""Operations that wrote more than this changed no code by hand; to look through them would take long."""


def followed(view: ViewState, done: ChangeSet) -> ViewState:
    """Return the view with the codes that what was done has given to parties, issues and groups."""
    if not done.tables.intersection(_FOLLOWED) or len(done.changes) > _MANY:
        return view
    names: dict[str, dict[str, str]] = {table: {} for table in _FOLLOWED}
    for change in done.changes:
        if change.table in names and change.before is not None and change.after is not None:
            names[change.table][key_of(change.before)[0]] = key_of(change.after)[0]
    parties, groups = names["parties"], names["groups"]
    chosen = view.selection and _renamed(view.selection, names)
    pairs = view.pairs and tuple((parties.get(a, a), parties.get(b, b)) for a, b in view.pairs)
    return replace(
        view,
        selection=chosen,
        pairs=pairs,
        hidden=frozenset(parties.get(code, code) for code in view.hidden),
        folded=frozenset(groups.get(code, code) for code in view.folded),
    )


def _renamed(chosen: Selection, names: dict[str, dict[str, str]]) -> Selection:
    parties, issues, groups = names["parties"], names["issues"], names["groups"]
    return Selection(
        issues.get(chosen.issue, chosen.issue),
        tuple(parties.get(code, code) for code in chosen.parties),
        groups.get(chosen.group, chosen.group),
        tuple((issues.get(issue, issue), parties.get(party, party)) for issue, party in chosen.others),
    )
