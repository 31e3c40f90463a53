"""Backups, passphrases, merging and expunging, as a person types them."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.case_file import open_case
from db.cipher import is_protected
from tests.db.samples import put
from tests.end_to_end.conftest import SAMPLE, Run
from ui.commandline import merging, passphrases, securing
from workbench.domain.party import Party
from workbench.domain.source import Source

ROOT = Path(__file__).parents[2]


def edit(path: Path, *records: Party | Source, author: str = "Ada") -> None:
    with open_case(path, author=author) as store:
        store.perform(put(*records))


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("one two three\nnot this\n", encoding="utf-8")
    return path


# --- backups ---------------------------------------------------------------------------------------


def test_backups_are_listed_and_restored(case: Path, run: Run) -> None:
    edit(case, Party("ONE", "One"))
    edit(case, Party("TWO", "Two"))
    listed = run("backups", case, "--json").data["backups"]
    assert [own["counts"]["parties"] for own in listed] == [8, 9]
    assert listed[0]["last_change"]["author"] == "Ada"
    assert "One" not in run("backups", case).err
    name = Path(listed[0]["path"]).name
    done = run("restore", case, name, "--json").data
    assert done["counts"]["parties"] == 8
    assert Path(done["kept"]).exists()
    assert len(run("backups", case, "--json").data["backups"]) == 3
    assert run("info", case, "--json").data["counts"]["parties"] == 8


def test_what_a_backup_holds_is_not_told_to_everybody(case: Path, run: Run) -> None:
    edit(case, Party("ONE", "One"))
    (listed,) = run("backups", case, "--json", "--audience", "team").data["backups"]
    assert listed["last_change"] is None


def test_a_case_that_is_gone_is_restored(case: Path, run: Run) -> None:
    made = run("backup", case, "--json").data["backup"]
    case.unlink()
    assert run("restore", case, made).status == 0
    assert run("check", case).status == 0


def test_a_damaged_backup_changes_nothing(case: Path, run: Run) -> None:
    made = Path(run("backup", case, "--json").data["backup"])
    made.write_bytes(made.read_bytes()[:-3000])
    before = case.read_bytes()
    assert run("restore", case, made).status == 3
    assert case.read_bytes() == before


def test_an_import_that_could_not_be_backed_up_says_so_and_is_done(
    case: Path, tables: Path, run: Run
) -> None:
    edit(case, Party("ONE", "One"))
    shutil.rmtree(case.with_name(case.name + ".backups"))
    case.with_name(case.name + ".backups").write_text("in the way")
    path = tables / "parties.csv"
    path.write_text(path.read_text(encoding="utf-8") + "TWO,Two,,other,,team,\n", encoding="utf-8")
    done = run("import", case, tables)
    assert done.status == 0
    assert "No backup was made" in done.err
    assert run("info", case, "--json").data["counts"]["parties"] == 9


# --- passphrases -----------------------------------------------------------------------------------


def test_a_new_case_is_protected(tmp_path: Path, run: Run, secret: Path) -> None:
    path = tmp_path / "new.positions"
    assert run("new", path, "--from", SAMPLE, "--encrypt", "--passphrase-file", secret).status == 0
    assert is_protected(path)
    given = ("--passphrase-file", secret)
    for words in (
        ("info", path),
        ("check", path),
        ("standing", path, "--on", "2023-03-20"),
        ("backup", path),
    ):
        assert run(*words, *given).status == 0, words
        denied = run(*words)
        assert (denied.status, denied.out) == (1, ""), words
        assert "passphrase" in denied.err
    assert run("import", path, SAMPLE, *given).status == 0
    assert run("backups", path, *given, "--json").data["backups"][0]["counts"]["positions"] == 97
    assert run("backups", path, "--json").data["backups"][0]["counts"] is None


def test_a_wrong_passphrase_ends_with_1(tmp_path: Path, run: Run, secret: Path) -> None:
    path, wrong = tmp_path / "new.positions", tmp_path / "wrong.txt"
    wrong.write_text("another\n")
    assert run("new", path, "--encrypt", "--passphrase-file", secret).status == 0
    before = path.read_bytes()
    done = run("info", path, "--passphrase-file", wrong)
    assert (done.status, done.out) == (1, "")
    assert "does not open" in done.err
    assert path.read_bytes() == before


def test_protecting_and_changing_the_passphrase(case: Path, run: Run, secret: Path, tmp_path: Path) -> None:
    edit(case, Party("ONE", "One"))
    done = run("protect", case, "--passphrase-file", secret, "--json").data
    assert len(done["protected"]) == 1
    other = tmp_path / "other.txt"
    other.write_text("four five six\n")
    changed = run(
        "change-passphrase", case, "--passphrase-file", secret, "--new-passphrase-file", other, "--json"
    )
    assert len(changed.data["protected"]) == 1
    assert run("info", case, "--passphrase-file", secret).status == 1
    assert run("info", case, "--passphrase-file", other).status == 0


def test_earlier_backups_that_stay_readable_are_named(case: Path, run: Run, secret: Path) -> None:
    edit(case, Party("ONE", "One"))
    done = run("protect", case, "--passphrase-file", secret, "--earlier-backups", "keep")
    assert "readable without the new passphrase" in done.out


class Terminal(io.StringIO):
    """Somebody at a terminal, with the answers that they will type."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a person answer: passphrases in turn, and lines."""

    def sit_down(*answers: str, lines: str = "") -> None:
        left = list(answers)
        for module in (passphrases, merging, securing):
            monkeypatch.setattr(module, "can_ask", lambda: True)
        monkeypatch.setattr(passphrases, "getpass", lambda *_, **__: left.pop(0))
        monkeypatch.setattr(sys, "stdin", Terminal(lines))

    return sit_down


def test_passphrases_are_asked_for_on_a_terminal(
    tmp_path: Path, run: Run, typed: Callable[..., None]
) -> None:
    path = tmp_path / "new.positions"
    typed("one two", "one three")
    refused = run("new", path, "--encrypt")
    assert (refused.status, path.exists()) == (1, False)
    typed("one two", "one two")
    assert run("new", path, "--encrypt").status == 0
    typed("one two")
    assert run("info", path).status == 0
    typed("wrong")
    assert run("info", path).status == 1


# --- merging ---------------------------------------------------------------------------------------


@pytest.fixture
def copies(case: Path) -> tuple[Path, Path]:
    """Two copies on which two people have worked, with one collision."""
    other = case.with_name("other.positions")
    shutil.copy(case, other)
    edit(case, Party("ONE", "One"), Party("BAK", "Baku here"), author="Ada")
    edit(other, Party("TWO", "Two"), Party("BAK", "Baku there"), author="Grace")
    return case, other


def test_a_dry_run_says_what_would_be_taken_and_changes_nothing(copies: tuple[Path, Path], run: Run) -> None:
    before = [own.read_bytes() for own in copies]
    done = run("merge", *copies, "--dry-run", "--json")
    assert done.status == 0
    assert [own["key"] for own in done.data["taken"]] == [["TWO"]]
    names = [own for own in done.data["collisions"] if own["field"] == "name"]
    assert (names[0]["mine"]["value"], names[0]["theirs"]["value"]) == ("Baku here", "Baku there")
    assert (names[0]["mine"]["author"], names[0]["theirs"]["author"]) == ("Ada", "Grace")
    assert done.data["merged"] is False
    assert [own.read_bytes() for own in copies] == before


def test_collisions_that_nobody_decides_end_with_1(copies: tuple[Path, Path], run: Run) -> None:
    before = [own.read_bytes() for own in copies]
    done = run("merge", *copies)
    assert done.status == 1
    assert "Baku there" in done.out
    assert "--prefer" in done.err
    assert [own.read_bytes() for own in copies] == before


def test_a_merge_and_the_same_merge_again(copies: tuple[Path, Path], run: Run) -> None:
    assert run("merge", *copies, "--prefer", "theirs").status == 0
    history = run("history", copies[0], "--json").data["history"]
    assert [own["author"] for own in history[-2:]][-1] == "Grace"
    again = run("merge", *copies, "--json").data
    assert (again["operations"], again["merged"]) == (0, False)
    assert run("check", copies[0]).status == 0
    with open_case(copies[0], read_only=True) as store:
        parties = {own.code: own.name for own in store.read_case().parties}
    assert (parties["BAK"], parties["ONE"], parties["TWO"]) == ("Baku there", "One", "Two")


def test_each_collision_is_asked_about_on_a_terminal(
    copies: tuple[Path, Path], run: Run, typed: Callable[..., None]
) -> None:
    count = len(run("merge", *copies, "--dry-run", "--json").data["collisions"])
    typed(lines="what?\n" + "t\n" * count)
    done = run("merge", *copies)
    assert done.status == 0
    assert "Baku here" in done.err
    typed(lines="")
    edit(copies[0], Party("BAK", "again"))
    edit(copies[1], Party("BAK", "and again"))
    assert run("merge", *copies).status == 1


def test_each_collision_is_decided_by_its_id(copies: tuple[Path, Path], run: Run) -> None:
    edit(copies[0], Party("NEW", "Tbilisi here"))
    edit(copies[1], Party("NEW", "Tbilisi there"))
    looked = run("merge", *copies, "--dry-run", "--json").data["collisions"]
    ids = [own["id"] for own in looked]
    assert {"parties:BAK:name", "parties:NEW:both-entered"} <= set(ids)
    assert all(f"[{own}]" in run("merge", *copies, "--dry-run").out for own in ids)
    before = [own.read_bytes() for own in copies]
    for words, told in (
        ("parties:BAK:name=theirs", "not decided"),
        ("parties:BAK:name=both", "mine or"),
        ("parties:NONE:name=mine", "no collision"),
    ):
        done = run("merge", *copies, "--choose", words)
        assert (done.status, told in done.err) == (1, True), words
    words = ("--choose", "parties:BAK:name=theirs", "--prefer", "mine", "--json")
    dry = run("merge", *copies, *words, "--dry-run")
    assert {own["id"]: own["choice"] for own in dry.data["collisions"]} == {
        own: "theirs" if own == "parties:BAK:name" else "mine" for own in ids
    }
    assert [own.read_bytes() for own in copies] == before
    done = run("merge", *copies, *words)
    assert (done.status, done.data["merged"]) == (0, True)
    with open_case(copies[0], read_only=True) as store:
        parties = {own.code: own.name for own in store.read_case().parties}
    assert (parties["BAK"], parties["NEW"]) == ("Baku there", "Tbilisi here")


def test_a_merge_that_could_not_be_backed_up_says_so(copies: tuple[Path, Path], run: Run) -> None:
    folder = copies[0].with_name(copies[0].name + ".backups")
    shutil.rmtree(folder)
    folder.write_text("in the way")
    done = run("merge", *copies, "--prefer", "mine")
    assert done.status == 0
    assert "No backup was made" in done.err


def test_two_cases_of_their_own_are_not_merged(case: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "own.positions"
    assert run("new", other).status == 0
    done = run("merge", case, other)
    assert done.status == 1
    assert "no copy" in done.err


def test_identities_in_collisions_are_for_the_vault(case: Path, run: Run) -> None:
    other = case.with_name("other.positions")
    edit(case, Source("INF", "X", identity="somebody"))
    shutil.copy(case, other)
    edit(case, Source("INF", "X", identity="Colonel A"))
    edit(other, Source("INF", "X", identity="Colonel B"))
    assert "Colonel" not in run("merge", case, other, "--dry-run", "--json").out
    assert "Colonel B" in run("merge", case, other, "--dry-run", "--json", "--audience", "vault").out


# --- expunging -------------------------------------------------------------------------------------


def test_an_identity_is_expunged_from_file_and_backups(case: Path, run: Run) -> None:
    edit(case, Source("INF", "An official", identity="Colonel Aslan Q"))
    edit(case, Party("ONE", "met Colonel Aslan Q"))
    looked = run("expunge", case, "--source", "INF", "--dry-run", "--json")
    assert len(looked.data["places"]) == 2
    assert looked.data["gap"] is None
    assert "Aslan" not in looked.out
    refused = run("expunge", case, "--source", "INF")
    assert refused.status == 1
    assert "cannot be undone" in refused.err
    done = run("expunge", case, "--source", "INF", "--yes", "--json")
    assert done.status == 0
    assert len(done.data["rewritten"]) == 3
    for own in case.parent.rglob("*"):
        assert own.is_dir() or b"Aslan" not in own.read_bytes()
    assert "Aslan" not in run("history", case, "--json", "--audience", "vault").out
    assert done.data["gap"] in run("history", case, "--json", "--audience", "vault").out
    assert run("check", case).status == 0


def test_a_text_is_expunged_on_a_plain_yes(case: Path, run: Run, typed: Callable[..., None]) -> None:
    edit(case, Party("ONE", "met Colonel Aslan Q"))
    typed(lines="no\n")
    assert run("expunge", case, "--text", "Colonel Aslan Q").status == 1
    typed(lines="yes\n")
    assert run("expunge", case, "--text", "Colonel Aslan Q").status == 0
    assert b"Aslan" not in case.read_bytes()


def test_a_text_out_of_a_file(case: Path, run: Run, tmp_path: Path) -> None:
    edit(case, Party("ONE", "met Colonel Aslan Q"))
    (tmp_path / "text").write_text("Colonel Aslan Q\n")
    words = ("expunge", case, "--text-file", tmp_path / "text", "--yes")
    assert run(*words).status == 0
    done = run(*words)
    assert done.status == 0
    assert "nothing to expunge" in done.out


# --- history ---------------------------------------------------------------------------------------


def test_the_history_says_who_when_what_before_and_after(case: Path, run: Run) -> None:
    with open_case(case, read_only=True) as store:
        baku = next(own for own in store.read_case().parties if own.code == "BAK")
    edit(case, Party("BAK", "Bakı", short_name=baku.short_name, kind=baku.kind), author="Ada")
    last = run("history", case, "--record", "BAK", "--json").data["history"][-1]
    (change,) = last["changes"]
    assert last["author"] == "Ada"
    assert change["before"]["name"] == baku.name
    assert change["after"]["name"] == "Bakı"
    assert set(change["before"]) == set(change["fields"])
    first = run("history", case, "--json").data["history"][0]
    position = next(own for own in first["changes"] if own["table"] == "positions")
    assert position["before"] is None
    assert position["after"]["stances"]
    json.dumps(first)


def test_identities_in_the_history_are_for_the_vault(case: Path, run: Run) -> None:
    edit(case, Source("INF", "X", identity="Colonel A"))
    assert "Colonel" not in run("history", case, "--json").out
    assert "Colonel" in run("history", case, "--json", "--audience", "vault").out


def test_a_plain_case_never_loads_the_library_for_protected_ones(case: Path) -> None:
    program = (
        "import sys; from ui.cli import main\n"
        "assert main(['check', sys.argv[1]]) == 0 and main(['backup', sys.argv[1]]) == 0\n"
        "assert main(['backups', sys.argv[1]]) == 0\n"
        "assert 'sqlcipher3' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(case)], check=True, cwd=ROOT, capture_output=True)
