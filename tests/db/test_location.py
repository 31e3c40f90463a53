from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import psutil
import pytest

from db.location import location_warning

Disk = namedtuple("Disk", "device mountpoint fstype opts")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/talks", "Dropbox"),
        ("Dropbox (Office)", "Dropbox"),
        ("OneDrive - Ministry/a/b", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("Google Drive/My Drive", "Google Drive"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    assert service in location_warning(place / "a.positions")


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".dropbox", "Dropbox"), (".sync_1f2e.db", "Nextcloud"), (".stfolder", "Syncthing")],
)
def test_a_synchronised_folder_is_known_by_its_mark(tmp_path: Path, mark: str, service: str) -> None:
    (tmp_path / mark).write_text("")
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True)
    assert service in location_warning(place / "a.positions")


def test_names_that_only_begin_alike_are_no_service(tmp_path: Path) -> None:
    place = tmp_path / "dropboxes and nextcloudy days"
    place.mkdir()
    assert location_warning(place / "a.positions") == ""


@pytest.mark.parametrize(
    ("disk", "warned"),
    [
        (Disk("server:/x", "HERE", "nfs4", "rw"), True),
        (Disk("//server/x", "HERE", "cifs", "rw"), True),
        (Disk("Z:", "HERE", "NTFS", "rw,remote"), True),
        (Disk("/dev/sda", "HERE", "ext4", "rw"), False),
        (Disk("server:/x", "/elsewhere", "nfs", "rw"), False),
    ],
)
def test_a_disk_of_another_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: Disk, warned: bool
) -> None:
    here = disk._replace(mountpoint=disk.mountpoint.replace("HERE", str(tmp_path)))
    root = Disk("/dev/vda", tmp_path.anchor, "ext4", "rw")
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: [root, here])
    assert bool(location_warning(tmp_path / "a.positions")) is warned


def test_a_folder_of_ones_own_is_fine(tmp_path: Path) -> None:
    assert location_warning(tmp_path / "a.positions") == ""
