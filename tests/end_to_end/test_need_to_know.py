"""A need-to-know copy holds what its readers may see, and not a trace of anything else."""

from __future__ import annotations

import getpass
import json
import re
import socket
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from db.case_file import create_case, open_case
from tests.end_to_end.conftest import Run
from tests.hidden_records import out_of_reach, texts, with_secrets
from tests.sample_case import sample_case
from tests.strategies import cases, handlings
from ui.cli import CaseFilesOnDisk
from workbench.columns import columns_of
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.domain.position import default_ref
from workbench.domain.vocabulary import Track
from workbench.operations.copying import copied, left_out, telling_refs
from workbench.ports import PassphraseNeededError
from workbench.snapshot import take_snapshot

AUDIENCES = ("public", "room", "party:BAK", "party:STP", "team", "principal")
_WINDOW = 30
_numbers = count()


def write_copy(case: Case, audience: Audience, folder: Path) -> Path:
    path = folder / f"copy-{next(_numbers)}.positions"
    CaseFilesOnDisk().write_copy(path, copied(take_snapshot(columns_of(case), audience)))
    return path


def with_identities() -> Case:
    """The sample, with a name behind each of its sources."""
    whole = sample_case()
    named = (replace(own, identity=f"somebody behind {own.code}") for own in whole.sources)
    return replace(whole, sources=tuple(named))


def dumped(path: Path) -> list[str]:
    """Every row of the file, ids, sequences and history included, but for its identity and its time."""
    with closing(sqlite3.connect(path)) as connection:
        lines = list(connection.iterdump())
    text = re.sub(r"'[0-9a-f]{32}'", "'UUID'", "\n".join(lines))
    return re.sub(r"'\d{4}-\d\d-\d\dT[\d:.]+\+00:00'", "'TIME'", text).splitlines()


def windows(text: str) -> Iterator[str]:
    """The text, and parts of it: a long one goes over several pages of the file."""
    yield text
    for start in range(0, max(len(text) - _WINDOW, 0), _WINDOW // 2):
        yield text[start : start + _WINDOW]


def traces(held: bytes, case: Case, audience: Audience) -> set[str]:
    """Every text out of reach that can be found in the bytes, whole or in part."""
    within = "\n".join(texts(take_snapshot(columns_of(case), audience).as_case()))
    secret = {part for text in out_of_reach(case, audience) for part in windows(text)}
    secret = {part for part in secret if part not in within}
    forms = {
        part: (part.encode(), json.dumps(part)[1:-1].encode(), part.encode("utf-16-le")) for part in secret
    }
    return {part for part, own in forms.items() if any(form in held for form in own)}


@cache
def own_words() -> bytes:
    """What every case file holds: names of tables and columns, and the words of the program."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.positions"
        create_case(path, signed=False).close()
        return path.read_bytes()


@pytest.mark.parametrize("name", AUDIENCES)
def test_no_value_out_of_reach_stands_in_the_bytes(name: str, tmp_path: Path) -> None:
    audience, case = Audience.parse(name), with_identities()
    assert len(out_of_reach(case, audience)) > (20 if name == "principal" else 40)
    held = write_copy(case, audience, tmp_path).read_bytes()
    found = traces(held, case, audience)
    assert {text for text in found if text.encode() not in own_words()} == set()


def test_the_search_would_find_a_leak(tmp_path: Path) -> None:
    case, public = sample_case(), Audience.parse("public")
    whole = write_copy(case, Audience.parse("vault"), tmp_path).read_bytes()
    found = traces(whole, case, public)
    assert found >= {text for text in out_of_reach(case, public) if len(text) < 200}


@pytest.mark.parametrize("name", AUDIENCES)
def test_the_copy_is_what_the_audience_may_see(name: str, tmp_path: Path) -> None:
    audience = Audience.parse(name)
    seen = take_snapshot(columns_of(sample_case()), audience).as_case()
    with open_case(write_copy(sample_case(), audience, tmp_path), read_only=True) as store:
        assert store.read_case() == seen


def test_its_history_holds_one_operation_that_nobody_signed(tmp_path: Path) -> None:
    path = write_copy(sample_case(), Audience.parse("party:BAK"), tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        done = connection.execute("SELECT id, name, label, author, host, kind FROM operations").fetchall()
        program = connection.execute("SELECT program FROM case_file").fetchone()[0]
        sequences = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
        counts = {
            name: connection.execute(f"SELECT count(*), max(id) FROM {name}").fetchone()  # noqa: S608
            for name in sequences
        }
    assert done == [(1, "new", "Need-to-know copy", "", "", "do")]
    assert re.fullmatch(r"Position Workbench [\d.]+", program)
    assert {name: (last, last) for name, last in sequences.items()} == counts


def test_it_does_not_say_who_made_it_or_where(tmp_path: Path) -> None:
    held = write_copy(sample_case(), Audience.parse("team"), tmp_path).read_bytes()
    names = {tempfile.gettempdir() + "/", str(Path.home()) + "/", str(Path(__file__).parents[2])}
    names |= {name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 4}
    assert {name for name in names if name.encode() in held} == set()


@settings(max_examples=6, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(cases(handlings))
def test_cases_that_differ_only_above_the_audience_give_the_same_copy(case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("public", "room", "party:A", "team"):
            audience = Audience.parse(name)
            ours = write_copy(case, audience, Path(folder))
            theirs = write_copy(with_secrets(case, audience), audience, Path(folder))
            assert dumped(ours) == dumped(theirs)
            assert ours.stat().st_size == theirs.stat().st_size
            assert b"zzsecret" not in theirs.read_bytes()
            found = traces(theirs.read_bytes(), with_secrets(case, audience), audience)
            # A year may stand in any number that was drawn by lot.
            told = {text for text in found if text.encode() not in own_words() and not text.isdigit()}
            assert told == set()


@pytest.mark.parametrize("name", ["public", "room", "party:BAK", "team"])
def test_the_sample_with_more_secrets_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    audience = Audience.parse(name)
    ours = write_copy(sample_case(), audience, tmp_path)
    theirs = write_copy(with_secrets(sample_case(), audience), audience, tmp_path)
    assert dumped(ours) == dumped(theirs)
    assert _without_identity(ours) == _without_identity(theirs)


def _without_identity(path: Path) -> bytes:
    """The bytes of the file without what differs from one making to the next, nor SQLite's own counters."""
    held = re.sub(rb"[0-9a-f]{32}", b"", path.read_bytes()[100:])
    return re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+\+00:00", b"", held)


def test_the_command_says_what_it_left_out_only_when_asked(case: Path, run: Run, tmp_path: Path) -> None:
    words = ("--audience", "party:BAK", "--json")
    quiet = run("need-to-know", case, tmp_path / "quiet.positions", *words).data
    asked = run("need-to-know", case, tmp_path / "asked", "--manifest", *words).data
    assert list(quiet) == ["case", "dest", "audience", "marking", "protected"]
    assert (quiet["audience"], quiet["protected"]) == ("party:BAK", False)
    assert asked["dest"] == str(tmp_path / "asked.positions")
    counts = {own["table"]: own["missing"] for own in asked["left_out"]}
    assert counts["judgements"] == 2
    assert counts["packages"] == 4
    info = run("info", tmp_path / "asked.positions", "--json").data["counts"]
    whole = run("info", case, "--json").data["counts"]
    assert {name: whole[name] - info[name] for name in info} == {name: counts.get(name, 0) for name in info}
    assert dumped(tmp_path / "quiet.positions") == dumped(tmp_path / "asked.positions")


def test_a_copy_is_protected_where_a_passphrase_is_given(case: Path, run: Run, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("under the walnut tree\nnot this line\n", encoding="utf-8")
    for option in ("--passphrase-file", "--copy-passphrase-file"):
        dest = tmp_path / f"{option.strip('-')}.positions"
        done = run("need-to-know", case, dest, "--audience", "public", option, secret, "--json")
        assert done.data["protected"] is True
        assert not dest.read_bytes().startswith(b"SQLite")
        with pytest.raises(PassphraseNeededError):
            open_case(dest, read_only=True)
        with open_case(dest, read_only=True, passphrase="under the walnut tree") as store:
            assert store.read_case().positions


def test_the_passphrase_of_a_case_is_never_that_of_its_copy(run: Run, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.txt", tmp_path / "theirs.txt"
    ours.write_text("only we know this", encoding="utf-8")
    theirs.write_text("they may know this", encoding="utf-8")
    case, dest = tmp_path / "protected.positions", tmp_path / "copy.positions"
    fill = copied(take_snapshot(columns_of(sample_case()), Audience.parse("vault")))
    create_case(case, fill=fill, passphrase="only we know this").close()
    words = ("need-to-know", case, dest, "--audience", "room", "--passphrase-file", ours)
    assert run(*words).status == 1
    assert not dest.exists()
    assert run(*words, "--copy-passphrase-file", theirs).status == 0
    with open_case(dest, read_only=True, passphrase="they may know this") as store:
        assert store.read_case().positions
    dest.unlink()
    assert run(*words, "--unprotected").status == 0
    assert dest.read_bytes().startswith(b"SQLite")
    assert run(*words, "--unprotected", "--copy-passphrase-file", theirs).status == 2


def test_what_cannot_be_copied_leaves_nothing(case: Path, run: Run, tmp_path: Path) -> None:
    before, folder = case.read_bytes(), tmp_path / "out"
    folder.mkdir()
    assert run("need-to-know", case, folder / "a").status == 2
    assert run("need-to-know", case, folder / "a", "--audience", "party:NOBODY").status == 1
    assert run("need-to-know", case, folder / "no" / "a", "--audience", "public").status == 1
    assert run("need-to-know", case, case, "--audience", "public").status == 1
    missing = ("--copy-passphrase-file", folder / "none")
    assert run("need-to-know", case, folder / "a", "--audience", "public", *missing).status == 1
    assert list(folder.iterdir()) == []
    assert case.read_bytes() == before


def test_what_is_shortened_is_counted() -> None:
    whole = with_identities()
    assert left_out(whole, take_snapshot(columns_of(whole), Audience.parse("vault")).as_case()) == ()
    seen = take_snapshot(columns_of(whole), Audience.parse("principal")).as_case()
    (only,) = left_out(whole, seen)
    assert (only.table, only.missing, only.shortened) == ("sources", 0, len(whole.sources))


def test_the_maker_is_told_of_references_that_tell_of_others(run: Run, tmp_path: Path) -> None:
    tables = tmp_path / "tables.json"
    row = {"party": "A", "issue": "I", "from": "2022", "demands": "o"}
    known = {"parties": [{"code": "A", "name": "A", "handling": "public"}]}
    known["issues"] = [{"code": "I", "title": "I", "handling": "public"}]
    known["options"] = [{"issue": "I", "code": code, "label": code} for code in ("o", "p")]
    known["positions"] = [{**row, "handling": handling} for handling in ("restricted", "public")]
    tables.write_text(json.dumps(known), encoding="utf-8")
    case = tmp_path / "case.positions"
    assert run("new", case, "--from", tables).status == 0
    told = run("need-to-know", case, tmp_path / "public.positions", "--audience", "public", "--json")
    assert "the number at the end of “a-i-2022-d-2”" in told.err
    assert "tells" not in told.out
    assert run("need-to-know", case, tmp_path / "all.positions", "--audience", "vault").err == ""


def test_only_numbers_that_the_program_gave_tell_of_something() -> None:
    whole = sample_case()
    for name in AUDIENCES:
        seen = take_snapshot(columns_of(whole), Audience.parse(name)).as_case()
        assert telling_refs(whole, seen) == ()
    first, second, third = (
        replace(whole.positions[0], ref=default_ref(*_about(whole), n)) for n in (1, 2, 3)
    )
    every = Case(positions=(first, second, third))
    assert telling_refs(every, every) == ()
    assert telling_refs(every, Case(positions=(third,))) == (third.ref,)
    assert telling_refs(every, Case(positions=(first, second))) == ()
    assert telling_refs(every, Case(positions=(first, third))) == (third.ref,)
    own = replace(third, ref="a plan of their own-3")
    assert telling_refs(Case(positions=(first, own)), Case(positions=(own,))) == ()


def _about(case: Case) -> tuple[str, str, str, Track]:
    own = case.positions[0]
    return own.party, own.issue, own.since.text, own.track
