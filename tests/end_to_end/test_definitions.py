"""Standing, room, questions and distance held against an independent computation from the tables."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.end_to_end.conftest import SAMPLE, Run
from tests.end_to_end.random_tables import random_tables, write_tables
from tests.oracle import Oracle, View, effective
from ui.commandline.analysing import run_room, run_standing
from ui.commandline.comparing import run_distance, run_questions
from workbench.columns import CaseColumns, columns_of
from workbench.domain.case import Case
from workbench.exchange import plan_import, read_tables

AUDIENCES = ("public", "room", "team", "principal", "vault", "party:BAK", "party:STP", "party:EU")
BASES = ("declared", "assessed")


class TablesAlone:
    """A store that holds what the tables say, without a file."""

    def __init__(self, folder: Path) -> None:
        records = plan_import(Case(), read_tables(folder)).records
        self._columns = columns_of(
            Case(**{name: records.get(name, ()) for name in records if name != "case"})
        )

    def read(self) -> CaseColumns:
        return self._columns


@pytest.fixture(scope="module")
def sample() -> tuple[TablesAlone, Oracle]:
    return TablesAlone(SAMPLE), Oracle(SAMPLE)


def asked(audience: str, basis: str, day: date, **more: Any) -> Namespace:
    """The arguments of a command, as they are parsed."""
    values = {"party": [], "issue": [], "pairs": False, "weights": "salience", "stated": None}
    values |= {"why": False, "bounds": False, **more}
    return Namespace(audience=audience, basis=basis, on=day.isoformat(), **values)


def check(store: Any, view: View, arguments: Namespace) -> None:
    """Hold every answer against the definitions."""
    day, basis = date.fromisoformat(arguments.on), arguments.basis
    chosen = {"parties": arguments.party, "issues": arguments.issue}
    assert run_standing(store, arguments).data["positions"] == view.standing(day, basis, **chosen)
    assert run_questions(store, arguments).data["questions"] == view.questions(day, basis, **chosen)
    for pairs in (False, True):
        arguments.pairs = pairs
        cells: Any = run_room(store, arguments).data["cells"]
        codes = [{**cell, "judgement": (cell["judgement"] or {}).get("code")} for cell in cells]
        assert codes == view.rooms(day, basis, **chosen, pairs=pairs)
    check_distance(store, view, arguments)


def check_distance(store: Any, view: View, arguments: Namespace) -> None:
    """Hold the distances against the definition, as far as binary fractions go."""
    pairs: Any = run_distance(store, arguments).data["pairs"]
    for pair in pairs:
        distance, issues = view.distance(
            (pair["a"], pair["b"]),
            date.fromisoformat(arguments.on),
            arguments.basis,
            arguments.issue or None,
            equal=arguments.weights == "equal",
        )
        assert pair["issues"] == issues
        assert pair["distance"] == (distance if distance is None else pytest.approx(distance))
        assert pair["agreement"] == (distance if distance is None else pytest.approx(1 - distance))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("basis", BASES)
def test_the_sample_on_every_day_on_which_something_changes(
    sample: tuple[TablesAlone, Oracle], audience: str, basis: str
) -> None:
    store, oracle = sample
    view = oracle.view(audience)
    random = Random(f"{audience} {basis}")
    turning = {effective(row["from"]) for row in oracle.tables["positions"]}
    days = sorted(turning | {day - timedelta(days=1) for day in turning} | {date(2023, 3, 20)})
    for day in days:
        party = random.sample(view.parties, random.randint(0, len(view.parties)))
        issue = random.sample(view.issues, random.choice((0, 1, 4)))
        weights = random.choice(("salience", "equal"))
        check(store, view, asked(audience, basis, day, party=party, issue=issue, weights=weights))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_random_cases_for_every_audience(random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tables = write_tables(random_tables(random), Path(folder))
        store, oracle = TablesAlone(tables), Oracle(tables)
    codes = [row["code"] for row in oracle.tables["parties"]]
    day = random.choice((date(2010, 6, 1), date(2020, 3, 15), date(2020, 6, 1), date(2021, 12, 31)))
    for audience in ("public", "room", "team", "principal", *(f"party:{code}" for code in codes)):
        view = oracle.view(audience)
        party = random.sample(view.parties, random.randint(0, len(view.parties)))
        check(store, view, asked(audience, random.choice(BASES), day, party=party))


def test_the_file_gives_what_the_tables_say(case: Path, run: Run) -> None:
    view = Oracle(SAMPLE).view("principal")
    words = ("--on", "2023-03-20", "--json")
    assert run("standing", case, *words).data["positions"] == view.standing(date(2023, 3, 20), "assessed")
    cells = run("room", case, *words, "--pairs").data["cells"]
    expected = view.rooms(date(2023, 3, 20), "assessed", pairs=True)
    assert [{**cell, "judgement": (cell["judgement"] or {}).get("code")} for cell in cells] == expected
