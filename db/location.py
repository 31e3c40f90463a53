"""Where a case lies: folders that other programs copy behind one's back, and disks of other computers."""

from __future__ import annotations

from pathlib import Path

import psutil

from workbench.domain.saying import translate

_NETWORK = (
    "nfs", "nfs4", "cifs", "smb", "smbfs", "smb2", "smb3", "afpfs", "ncpfs", "davfs", "webdav", "9p", "afs",
    "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs",
)  # fmt: skip
_FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drivefs": "Google Drive",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
}
"""Names of folders, or how such names begin, by the service that keeps them."""
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".seafile-data": "Seafile",
}
"""Files and folders that a service leaves at the top of what it keeps."""
_MARK_PATTERNS = {".sync_*.db": "Nextcloud", "._sync_*.db": "Nextcloud"}


def location_warning(path: Path) -> str:
    """Return what is risky about where a case lies, empty where nothing is; to be told once.

    Parameters
    ----------
    path : Path
        The case; it need not exist yet.
    """
    folder = Path(path).expanduser().resolve().parent
    if service := _service(folder):
        return translate(
            "CaseFile",
            "{0} is kept in step with other computers by {1}. It may copy the case in the middle of an "
            "edit, or put an older copy over it. Keep the open case in a folder of this computer alone, and "
            "let {1} have its backups, or give away copies and merge them.",
        ).format(folder, service)
    if kind := _network_kind(folder):
        return translate(
            "CaseFile",
            "{0} lies on another computer ({1}). Locks and writes are not certain over a network: a case "
            "open in two places can be damaged. Keep it on this computer, give away copies and merge them.",
        ).format(folder, kind)
    return ""


def _service(folder: Path) -> str:
    for own in (folder, *folder.parents):
        for begins, service in _FOLDERS.items():
            name = own.name.casefold()
            if name == begins or name.startswith((f"{begins} ", f"{begins}-", f"{begins}(")):
                return service
        if service := _marked(own):
            return service
    return ""


def _marked(folder: Path) -> str:
    """Return the service that has left its mark in a folder; one that cannot be looked into has none."""
    try:
        for mark, service in _MARKS.items():
            if (folder / mark).exists():
                return service
        for pattern, service in _MARK_PATTERNS.items():
            if any(folder.glob(pattern)):
                return service
    except OSError:
        return ""
    return ""


def _network_kind(folder: Path) -> str:
    """Return the kind of the network disk that holds a folder, empty for a disk of this computer."""
    if str(folder).startswith("\\\\"):
        return translate("CaseFile", "network folder")
    try:
        disks = psutil.disk_partitions(all=True)
    except OSError:
        return ""
    holding = [own for own in disks if folder.is_relative_to(own.mountpoint)]
    if not holding:
        return ""
    nearest = max(holding, key=lambda own: len(Path(own.mountpoint).parts))
    is_remote = nearest.fstype.casefold() in _NETWORK or "remote" in nearest.opts.split(",")
    return (nearest.fstype or translate("CaseFile", "network folder")) if is_remote else ""
