"""Where an export goes, what it leaves alone, and that it is never left half done."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.workbench.exchange.nasty_cases import applied
from tests.workbench.exchange.small_tables import SMALL, planned
from workbench.domain.case import TABLES, Case
from workbench.domain.party import Party
from workbench.exchange import export, export_tables, plan_import, read_tables
from workbench.ports import StorageError


@pytest.fixture
def small(tmp_path: Path) -> Case:
    return applied(Case(), planned(tmp_path / "small", SMALL))


def test_other_files_of_the_folder_stay(small: Case, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    (out / "parties.csv").write_text("old")
    export_tables(small, out)
    assert (out / "notes.txt").read_text() == "mine"
    assert (out / "parties.csv").read_text().startswith("code,name,short_name")
    assert len(list(out.iterdir())) == len(TABLES) + 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "small"]


@pytest.mark.parametrize("existing", [True, False])
def test_a_failure_leaves_everything_as_it_was(
    small: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existing: bool
) -> None:
    out = tmp_path / "out"
    if existing:
        export_tables(Case(), out)
    before = {path.name: path.read_bytes() for path in out.iterdir()} if existing else {}
    real = Path.replace

    def full(path: Path, target: Path) -> Path:
        if path.name == "sources.csv" and path.parent.name == "new":
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(Path, "rename", full_rename)
    with pytest.raises(StorageError, match="No space left on device"):
        export_tables(small, out)
    assert ({path.name: path.read_bytes() for path in out.iterdir()} if existing else {}) == before
    assert out.exists() == existing
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def full_rename(path: Path, target: Path) -> Path:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", ["t.xlsx", "t.json"])
def test_a_file_is_replaced_as_a_whole(
    small: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).write_text("old")

    def breaks(_exported: object, path: Path) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, "write_workbook", breaks)
    monkeypatch.setattr(export, "_write_json", breaks)
    with pytest.raises(StorageError):
        export_tables(small, tmp_path / name)
    assert (tmp_path / name).read_text() == "old"


@pytest.mark.parametrize("name", ["out.csv", "out.ods", "out.docx"])
def test_other_kinds_of_file_are_refused(small: Case, tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageError, match="name a folder"):
        export_tables(small, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_a_file_in_the_way_and_a_folder_that_is_not_there(small: Case, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(StorageError):
        export_tables(small, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"
    for name in ("out", "t.xlsx", "t.json"):
        with pytest.raises(StorageError, match="No such file"):
            export_tables(small, tmp_path / "nowhere" / name)
    (tmp_path / "t.xlsx").mkdir()
    with pytest.raises(StorageError):
        export_tables(small, tmp_path / "t.xlsx")


@pytest.mark.parametrize("name", ["out", "t.xlsx", "t.json"])
def test_hidden_columns_are_not_there_and_come_back_untouched(small: Case, tmp_path: Path, name: str) -> None:
    hidden = {"positions": ["salience", "interest"], "sources": {"identity"}}
    export_tables(small, tmp_path / name, hidden)
    tables = read_tables(tmp_path / name)
    assert not {"salience", "interest"} & set(tables.tables["positions"].columns)
    assert "identity" not in tables.tables["sources"].columns
    assert plan_import(small, tables).is_empty


def test_empty_tables_have_their_header(tmp_path: Path) -> None:
    export_tables(Case(parties=(Party("A", "Alpha"),)), tmp_path / "out")
    assert (tmp_path / "out" / "terms.csv").read_bytes() == b"subject,neutral,party,term,language\r\n"
    export_tables(Case(), tmp_path / "t.json")
    assert json.loads((tmp_path / "t.json").read_text()) == {table: [] for table in TABLES}


def test_workbook_has_numbers_as_numbers_and_no_formula(small: Case, tmp_path: Path) -> None:
    parties = (*small.parties, Party("=C", "=1+1", notes="https://example.org"))
    case = Case(
        **{name: getattr(small, name) for name in Case.__slots__ if name != "parties"}, parties=parties
    )
    export_tables(case, tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == list(TABLES)
    positions = book["positions"]
    header = [cell.value for cell in positions[1]]
    row = dict(zip(header, positions[3], strict=True))
    assert (row["salience"].value, row["salience"].data_type) == (0.25, "n")
    assert row["from"].value == "2022-03-15"
    assert positions["A1"].font.bold
    assert positions.freeze_panes == "A2"
    party = book["parties"][4]
    assert (party[0].value, party[1].value, party[1].data_type) == ("=C", "=1+1", "s")
    assert party[6].hyperlink is None
    assert not book.properties.creator


def test_workbook_tells_nothing_of_its_maker(small: Case, tmp_path: Path) -> None:
    export_tables(small, tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core or "<cp:lastModifiedBy/>" in core
    assert "1980-01-01" in core


def test_a_text_too_long_for_a_workbook_is_refused_and_fits_elsewhere(tmp_path: Path) -> None:
    case = Case(parties=(Party("A", "Alpha", notes="x" * 200_000),))
    with pytest.raises(StorageError, match="notes of row 2 in parties"):
        export_tables(case, tmp_path / "t.xlsx")
    assert not (tmp_path / "t.xlsx").exists()
    for name in ("out", "t.json"):
        export_tables(case, tmp_path / name)
        assert plan_import(case, read_tables(tmp_path / name)).is_empty
