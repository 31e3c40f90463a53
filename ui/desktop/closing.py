"""Closing a case beside the window: what has changed is backed up on the way, which may take a while."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desktop.working import work_aside
from ui.theme.hub import ThemeHub
from workbench.domain.errors import CaseError
from workbench.ports import CaseStore


def closed(hub: ThemeHub, window: QWidget, store: CaseStore) -> str:
    """Close a case; return what a person should be told of it, empty where all went well."""
    told = len(store.warnings)
    try:
        work_aside(hub, window, f"Closing “{store.path.stem}”", lambda _progress: store.close())
    except CaseError as error:
        return f"“{store.path.stem}” could not be closed as it should be. {error}"
    return " ".join(store.warnings[told:])
