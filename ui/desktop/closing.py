"""Closing a case beside the window: what has changed is backed up on the way, which may take a while."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desktop.working import work_aside
from ui.theme.hub import ThemeHub
from ui.words import translate
from workbench.domain.errors import CaseError
from workbench.ports import CaseStore


def closed(hub: ThemeHub, window: QWidget, store: CaseStore) -> str:
    """Close a case; return what a person should be told of it, empty where all went well."""
    told = len(store.warnings)
    try:
        work_aside(
            hub,
            window,
            translate("Closing", "Closing “{0}”").format(store.path.stem),
            lambda _progress: store.close(),
        )
    except CaseError as error:
        text = translate("Closing", "“{case}” could not be closed as it should be. {why}")
        return text.format(case=store.path.stem, why=error)
    return " ".join(store.warnings[told:])
