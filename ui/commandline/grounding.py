"""Facts and norms between the parties: common-ground."""

from __future__ import annotations

from argparse import Namespace

from ui.commandline.analysing import heading, option_codes, party_codes, standing_for
from ui.commandline.answer import Answer, Data, table
from ui.commandline.reading import issue_numbers, party_numbers
from workbench.analysis.common_ground import GroundEntry, common_ground
from workbench.ports import CaseStore
from workbench.snapshot import Snapshot


def run_common_ground(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``common-ground``."""
    standing = standing_for(store, arguments)
    snapshot = standing.snapshot
    parties = party_numbers(snapshot, arguments.party)
    found = common_ground(standing, parties, issue_numbers(snapshot, arguments.issue))
    data = {"entries": [_entry(snapshot, own) for own in found]}
    columns = ("issue", "ground", "accounts")
    lines = (_line(snapshot, own) for own in found)
    return Answer(data, table(heading(standing, "Common ground"), columns, lines))


def _entry(snapshot: Snapshot, entry: GroundEntry) -> Data:
    return {
        "issue": snapshot.issues[entry.issue].code,
        "ground": entry.ground.value,
        "accounts": [
            {
                "option": option_codes(snapshot, entry.issue, (account.option,))[0],
                "held_by": party_codes(snapshot, account.held_by),
                "stances": {
                    snapshot.parties[party].code: None if stance is None else stance.word
                    for party, stance in account.stances
                },
            }
            for account in entry.accounts
        ],
    }


def _line(snapshot: Snapshot, entry: GroundEntry) -> tuple[str, ...]:
    accounts = (
        f"{option_codes(snapshot, entry.issue, (own.option,))[0]}: "
        f"{' '.join(party_codes(snapshot, own.held_by)) or 'held by nobody'}"
        for own in entry.accounts
    )
    return (snapshot.issues[entry.issue].code, entry.ground.value, "; ".join(accounts))
