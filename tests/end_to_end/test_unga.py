"""Everything at the scale of the General Assembly: 870,109 positions of 200 states in 6,203 roll calls."""

from __future__ import annotations

import csv
import gzip
import hashlib
import math
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from db.case_file import create_case, open_case
from db.replay import journal_rows, replay, standing
from tests.end_to_end.conftest import Run
from tests.unga_case import UNGA, votes
from ui.cli import main
from workbench.domain.case import TABLES, Case
from workbench.exchange import export_tables, plan_import, read_tables
from workbench.ports import Cancelled

VOTES = UNGA / "votes-long.csv.gz"
AS_LONG = ("--form", "long", "--ordered", "Yes,Abstain,No")
SESSION_47 = ("1992-09-03", "1993-04-05")
COUNTS = {"parties": 200, "issues": 6203, "options": 3 * 6203, "positions": 870_109}

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not VOTES.exists(), reason="the roll calls of the General Assembly are not here"),
]


@pytest.fixture(scope="module")
def unga(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case made from all the votes, by the command."""
    path = tmp_path_factory.mktemp("unga") / "unga.positions"
    assert main(["new", str(path), "--from", str(VOTES), *AS_LONG]) == 0
    return path


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def test_every_vote_is_a_position(unga: Path, run: Run) -> None:
    counts = run("info", unga, "--json").data["counts"]
    assert {name: counts[name] for name in COUNTS} == COUNTS
    with open_case(unga, read_only=True) as store:
        columns = store.read()
    table, case = columns.positions, columns.case
    parties, issues = ([own.code for own in records] for records in (case.parties, case.issues))
    told = zip(
        (parties[number] for number in table.party),
        (issues[number] for number in table.issue),
        (case.options[number].code for number in table.stance_option),
        (table.dates[number].text for number in table.since),
        strict=True,
    )
    assert all(ours == theirs for ours, theirs in zip(told, votes(), strict=True))


def test_the_same_votes_again_change_nothing(unga: Path, run: Run) -> None:
    before = digest(unga)
    outcome = run("import", unga, VOTES, *AS_LONG, "--json")
    assert outcome.status == 0
    assert {own["table"]: own["unchanged"] for own in outcome.data["tables"]} == COUNTS
    assert not any(own["added"] or own["changed"] for own in outcome.data["tables"])
    assert digest(unga) == before


def test_a_few_more_votes_are_added_and_nothing_else(unga: Path, run: Run, tmp_path: Path) -> None:
    more = tmp_path / "more.csv"
    more.write_text("party,issue,option,date\nArgentina,RC3,Yes,1946-01-01\nNorway,New,No,2021-01-01\n")
    told = run("import", unga, more, *AS_LONG, "--dry-run", "--json").data["tables"]
    added = {own["table"]: own["added"] for own in told}
    assert added == {
        "parties": 0,
        "issues": 1,
        "options": 3,
        "positions": 1 + ("Norway" not in voters("RC3")),
    }


def voters(issue: str) -> set[str]:
    return {party for party, own, _, _ in votes(until="1946-01-01") if own == issue}


def test_the_history_gives_the_tables_and_takes_them_back(tmp_path: Path) -> None:
    tables = read_tables(VOTES, form="long", ordered=("Yes", "Abstain", "No"))
    with create_case(tmp_path / "own.positions") as store:
        done = store.perform(plan_import(store.read(), tables).operation)
        assert len(done.changes) == sum(COUNTS.values())
        with store.reading() as connection:
            assert replay(journal_rows(connection)) == standing(connection)
        store.undo()
        assert not len(store.read().positions)
        assert not store.read().case.parties
        store.redo()
        assert len(store.read().positions) == COUNTS["positions"]


def test_an_import_given_up_leaves_nothing(tmp_path: Path) -> None:
    def give_up(done: int, total: int | None, label: str) -> None:
        if label == "Writing records" and done > 400_000:
            raise Cancelled

    plan = plan_import(Case(), read_tables(VOTES, form="long", ordered=("Yes", "Abstain", "No")))
    path = tmp_path / "own.positions"
    with create_case(path) as store:
        with pytest.raises(Cancelled):
            store.perform(replace(plan.operation, progress=give_up))
        assert not len(store.read().positions)
        assert not store.undo_label


def test_a_slice_goes_out_and_comes_in_again(tmp_path: Path, run: Run) -> None:
    part = tmp_path / "session.csv"
    with part.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("party", "issue", "option", "date"), *votes(*SESSION_47)])
    first, second = tmp_path / "first.positions", tmp_path / "second.positions"
    assert run("new", first, "--from", part, *AS_LONG).status == 0
    assert run("export", first, tmp_path / "out", "--audience", "vault").status == 0
    assert run("new", second, "--from", tmp_path / "out").status == 0
    with open_case(second, read_only=True) as store:
        case = store.read_case()
    export_tables(case, tmp_path / "again")
    for name in TABLES:
        file = f"{name}.csv"
        assert (tmp_path / "again" / file).read_bytes() == (tmp_path / "out" / file).read_bytes(), name
    assert len(case.positions) == sum(1 for _ in votes(*SESSION_47))


def test_agreement_in_session_47_is_the_published_one(unga: Path, run: Run) -> None:
    answer = run("distance", unga, "--stated", *SESSION_47, "--weights", "equal", "--json").data
    told = {frozenset((pair["a"], pair["b"])): pair for pair in answer["pairs"]}
    agreement, shared = expected("coincid"), expected("n")
    names = list(agreement)
    assert len(names) > 150
    for one, other in combinations(names, 2):
        pair = told[frozenset((one, other))]
        assert pair["issues"] == int(shared[one][other] or 0), (one, other)
        if agreement[one][other]:
            assert math.isclose(pair["agreement"], float(agreement[one][other]), abs_tol=1e-6), (one, other)
        else:
            assert pair["agreement"] is None


def expected(which: str) -> dict[str, dict[str, str]]:
    path = UNGA / f"expected_matrix_session47_{which}.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return {row[""]: row for row in csv.DictReader(file)}
