"""How answers are written out."""

from __future__ import annotations

import json
import math

import pytest

from ui.commandline.answer import Answer, deliver, figure, plain, sentence, table
from ui.commandline.failures import UNUSABLE_FILE


def test_json_keeps_every_script_and_the_order_of_keys(capsys: pytest.CaptureFixture[str]) -> None:
    data = {"z": "Ստեփանակերտ", "a": [1, 0.5, None]}
    assert deliver(sentence(data, "unused"), as_json=True) == 0
    out = capsys.readouterr().out
    assert "Ստեփանակերտ" in out
    assert list(json.loads(out)) == ["z", "a"]


def test_a_complaint_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    answer = Answer({}, sentence({}, "fine").show, UNUSABLE_FILE, "It is damaged.")
    assert deliver(answer, as_json=False) == UNUSABLE_FILE
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("fine\n", "workbench: It is damaged.\n")


def test_a_table_in_a_pipe_is_neither_cut_nor_folded_nor_coloured(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = "c" * 300, "word " * 100
    deliver(Answer({}, table("A title", ("code", "#n", "text"), [(code, "7", text)])), as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "A title"
    assert lines[2] == f"{code}  7  {text.strip()}"
    assert len(lines) == 3


def test_signs_of_markup_in_a_name_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("[red]A[/red]", ":smile:")]
    deliver(Answer({}, table("[bold]T", ("x", "y"), rows)), as_json=False)
    out = capsys.readouterr().out
    assert "[bold]T" in out
    assert "[red]A[/red]  :smile:" in out


@pytest.mark.parametrize(
    ("number", "value", "text"),
    [(60.0, 60, "60"), (62.5, 62.5, "62.5"), (0.0, 0, "0"), (None, None, "–"), (math.nan, None, "–")],
)
def test_numbers_are_whole_where_they_are_whole(number: float | None, value: float | None, text: str) -> None:
    assert plain(number) == value
    assert type(plain(number)) is type(value)
    assert figure(number) == text
