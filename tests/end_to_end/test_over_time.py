"""Series, stated distances, demands, actors and explanations through the command line, on the sample."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("over-time") / "sample.positions"
    sample = Path(__file__).parents[2] / "resources" / "sample"
    assert main(["new", str(path), "--from", str(sample)]) == 0
    return path


def answer(capsys: Capture, *words: object) -> dict[str, object]:
    capsys.readouterr()
    assert main([*map(str, words), "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def points(capsys: Capture, *words: object) -> list[dict[str, object]]:
    return answer(capsys, *words)["points"]  # type: ignore[return-value]


def test_the_step_of_15_march_2022(case: Path, capsys: Capture) -> None:
    found = points(capsys, "series", case, "--distance", "YER", "STP")
    step = next(own for own in found if own["day"] == "2022-03-15")
    before = found[found.index(step) - 1]
    assert before["value"] == pytest.approx(0.064, abs=5e-4)
    assert step["value"] == pytest.approx(0.231, abs=5e-4)
    assert set(step) == {"day", "value", "issues", "cause"}
    assert step["cause"] == "both"


def test_a_series_equals_the_distance_of_each_day(case: Path, capsys: Capture) -> None:
    for own in points(capsys, "series", case, "--distance", "BAK", "STP", "--from", "2022-01-01"):
        day = answer(capsys, "distance", case, "--on", own["day"], "--party", "BAK", "--party", "STP")
        (pair,) = day["pairs"]  # type: ignore[misc]
        assert pair["distance"] == pytest.approx(own["value"])
        assert pair["issues"] == own["issues"]


def test_a_room_over_time_keeps_to_its_span(case: Path, capsys: Capture) -> None:
    words = ("series", case, "--room", "BAK,STP", "--issue", "lachin")
    whole = [(own["day"], own["value"]) for own in points(capsys, *words)]
    assert whole == [("2020-11-10", 1), ("2022-12-12", -1), ("2023-03-01", 0)]
    part = answer(capsys, *words, "--from", "2022-01-01", "--to", "2022-12-31")
    assert [own["day"] for own in part["points"]] == ["2022-12-12"]  # type: ignore[attr-defined]
    assert part["start"] == {"value": 1, "issues": 1}


def test_what_was_stated_in_a_period_counts_both_days(case: Path, capsys: Capture) -> None:
    words = ("distance", case, "--party", "BAK", "--party", "YER", "--weights", "equal", "--stated")
    on_the_day = answer(capsys, *words, "2020-11-10", "2020-11-10")
    assert on_the_day["stated"] == ["2020-11-10", "2020-11-10"]
    assert on_the_day["pairs"][0]["issues"] == 5  # type: ignore[index]
    after = answer(capsys, *words, "2020-11-11", "2020-12-31")
    assert after["pairs"][0] == {  # type: ignore[index]
        "a": "BAK", "b": "YER", "distance": None, "agreement": None, "issues": 0
    }  # fmt: skip


def test_demands_name_the_linkages_that_bar_them(case: Path, capsys: Capture) -> None:
    found = answer(capsys, "demands", case, "--on", "2023-03-20")
    demands, cells = found["demands"], found["cells"]
    assert {own["issue"] for own in demands}.isdisjoint({"borders", "emergency"})  # type: ignore[attr-defined]
    lapse = next(n for n, own in enumerate(demands) if own["option"] == "lapse")  # type: ignore[arg-type]
    free = next(n for n, own in enumerate(demands) if (own["party"], own["option"]) == ("YER", "free"))  # type: ignore[arg-type]
    cell = next(own for own in cells if {own["a"], own["b"]} == {lapse, free})  # type: ignore[attr-defined]
    assert (cell["relation"], cell["barred_by"]) == ("barred", ["law-4"])


def test_actors_answer_in_the_order_of_the_case(case: Path, capsys: Capture) -> None:
    found = answer(capsys, "actors", case, "--on", "2023-03-20")
    assert found["actors"] == ["BAK", "YER", "STP", "MOW", "EU", "THR", "OPP"]
    assert set(found["matrices"]) == {  # type: ignore[call-overload]
        "MID", "MIDI", "MMIDI", "1MAO", "2MAO", "3MAO", "1CAA", "2CAA", "3CAA", "1DAA", "2DAA", "3DAA"
    }  # fmt: skip
    assert found["matrices"]["MID"][0][2] == 4  # type: ignore[index]
    assert found["objectives"][0] == "lachin.free"  # type: ignore[index]
    assert sum(found["balance_of_power"]) == pytest.approx(7)  # type: ignore[call-overload]


def test_bounds_enclose_each_distance(case: Path, capsys: Capture) -> None:
    for pair in answer(capsys, "distance", case, "--on", "2023-03-20", "--bounds")["pairs"]:  # type: ignore[attr-defined]
        if pair["distance"] is not None:
            assert pair["least"] - 1e-9 <= pair["distance"] <= pair["most"] + 1e-9
            assert pair["unstated"] or pair["least"] == pytest.approx(pair["most"])


def test_the_turning_point_of_march_2022_names_positions_and_event(case: Path, capsys: Capture) -> None:
    words = ("turning-points", case, "--from", "2022-03-01", "--to", "2022-03-31")
    (point,) = answer(capsys, *words)["points"]  # type: ignore[misc]
    assert point["day"] == "2022-03-15"
    assert {"event": "rights", "title": "Yerevan: rights, not sovereignty", "days": 0} in point["events"]
    assert any("Yerevan on Status of the Karabakh Armenians" in own for own in point["positions"])
    pair = next(own for own in point["pairs"] if (own["a"], own["b"]) == ("YER", "STP"))
    assert (pair["before"], pair["after"]) == (pytest.approx(0.064, abs=5e-4), pytest.approx(0.231, abs=5e-4))


def test_common_ground_is_contested_or_held_by_one_side(case: Path, capsys: Capture) -> None:
    found = answer(capsys, "common-ground", case, "--on", "2023-03-20")["entries"]
    ground = {own["issue"]: own["ground"] for own in found}  # type: ignore[attr-defined]
    assert ground["emergency"] == "contested fact"
    assert ground["borders"] == "divergent norm"
    assert ground["dismissal"] == "held by one side"
    assert "lachin" not in ground


def test_doubts_say_what_becomes_different(case: Path, capsys: Capture) -> None:
    words = ("sensitivity", case, "--on", "2023-03-20", "--party", "BAK", "--party", "STP")
    (doubt,) = answer(capsys, *words, "--doubt", "declared")["doubts"]  # type: ignore[misc]
    lachin = next(own for own in doubt["rooms"] if own["issue"] == "lachin")
    assert (lachin["level"], lachin["becomes"]) == ("bridgeable", "conflicting")
    (source,) = answer(capsys, *words, "--without-source", "READ")["doubts"]  # type: ignore[misc]
    assert "bak-az-troops-2022-09-13-a" in source["left_out"]


@pytest.mark.parametrize("command", ["room", "distance", "demands"])
def test_why_is_said_for_each_figure(case: Path, capsys: Capture, command: str) -> None:
    words = (command, case, "--on", "2023-03-20", "--party", "BAK", "--party", "STP", "--why")
    found = answer(capsys, *words)
    figures = found.get("cells") or found.get("pairs")
    assert len(found["why"]) == len(figures)  # type: ignore[arg-type]
    assert all(found["why"])  # type: ignore[call-overload]
    assert main([str(word) for word in words]) == 0
    assert "rests on" in capsys.readouterr().out.lower()


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("series", "CASE"), 2),
        (("series", "CASE", "--room", "BAK,STP"), 2),
        (("series", "CASE", "--distance", "BAK", "NOBODY"), 1),
        (("series", "CASE", "--distance", "BAK", "BAK"), 1),
        (("series", "CASE", "--distance", "BAK", "YER", "--from", "2023-13-01"), 1),
        (("series", "CASE", "--distance", "BAK", "YER", "--from", "2023-02-01", "--to", "2023-01-01"), 1),
        (("distance", "CASE", "--stated", "2023-01-01", "2022-01-01"), 1),
        (("distance", "CASE", "--stated", "2022-01-01"), 2),
        (("demands", "CASE", "--on", "yesterday"), 1),
        (("actors", "CASE"), 2),
        (("distance", "CASE", "--stated", "2022-01-01", "2023-01-01", "--bounds"), 2),
        (("sensitivity", "CASE", "--on", "2023-03-20", "--without-source", "NOTHING"), 1),
        (("turning-points", "CASE", "--from", "2022"), 1),
    ],
)
def test_wrong_words_end_as_promised(
    case: Path, capsys: Capture, words: tuple[str, ...], status: int
) -> None:
    typed = [str(case) if word == "CASE" else word for word in words]
    try:
        ended = main(typed)
    except SystemExit as leaving:
        ended = int(leaving.code or 0)
    assert ended == status
    told = capsys.readouterr()
    assert told.err
    assert "Traceback" not in told.err
