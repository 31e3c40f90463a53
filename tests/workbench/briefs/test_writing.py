from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from workbench.briefs.errors import BriefError
from workbench.briefs.writing import SUFFIXES, write_brief

from .documents import document_saying
from .sample import MADE_AT

DOCUMENT = document_saying("Said.")
BEGINNINGS = {".docx": b"PK", ".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>", ".md": b"Prepared"}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_format_goes_by_the_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"brief{suffix.upper()}"
    write_brief(DOCUMENT, path, MADE_AT)
    assert path.read_bytes().startswith(BEGINNINGS[suffix])
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["brief", "brief.odt", "brief.docx.zip"])
def test_an_unknown_format_is_refused_with_those_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(BriefError, match=r"\.docx, \.pdf, \.html or \.md") as caught:
        write_brief(DOCUMENT, tmp_path / name, MADE_AT)
    assert name in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_brief_replaces_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_text("older")
    write_brief(DOCUMENT, path, MADE_AT)
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_full_disk_leaves_the_older_brief_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.docx"
    path.write_text("older")

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefError, match="no space left on device"):
        write_brief(DOCUMENT, path, MADE_AT)
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="no such folder"):
        write_brief(DOCUMENT, tmp_path / "nowhere" / "brief.pdf", MADE_AT)


def test_a_folder_of_that_name_stays(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.mkdir()
    with pytest.raises(BriefError, match="a folder has that name"):
        write_brief(DOCUMENT, path, MADE_AT)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="files have no such rights there")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    write_brief(DOCUMENT, path, MADE_AT)
    assert path.stat().st_mode & 0o077 == 0
