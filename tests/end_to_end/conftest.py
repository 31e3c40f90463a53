"""The sample as a case file, and commands as a person types them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ui.cli import main

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"


@dataclass(frozen=True)
class Outcome:
    """What a command left behind on the terminal."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's folders out of it."""
    for kind in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path_factory.mktemp(kind.lower())))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Carry out a command in this process."""

    def carry_out(*words: object) -> Outcome:
        capsys.readouterr()
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Outcome(status, captured.out, captured.err)

    return carry_out


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, made once; copy it before writing to it."""
    path = tmp_path_factory.mktemp("sample") / "sample.positions"
    assert main(["new", str(path), "--from", str(SAMPLE)]) == 0
    return path


@pytest.fixture
def case(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample of one's own, alone in its folder."""
    folder = tmp_path / "case"
    folder.mkdir()
    return Path(shutil.copy(sample_file, folder / "sample.positions"))


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the sample's tables, to spoil."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "tables"))
