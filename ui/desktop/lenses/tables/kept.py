"""How the columns of a table were left: by which it was sorted, and how they shared the width."""

from __future__ import annotations

from collections.abc import Callable

from ui.desktop.lenses.tables.view import LensTable

_PART = "\x1f"


class KeptColumns:
    """Remembers order and widths, of each page that a table shows by itself.

    Parameters
    ----------
    table : LensTable
        The table.
    kept : callable
        Returns a text that was remembered by a name, empty where none was.
    remember : callable
        Remembers a text by a name.
    """

    def __init__(
        self, table: LensTable, kept: Callable[[str], str], remember: Callable[[str, str], object]
    ) -> None:
        self._table, self._kept, self._remember = table, kept, remember

    def keep(self, page: str) -> None:
        """Remember how a page is left."""
        order, descending = self._table.sorting()
        self._remember(f"order.{page}", f"{order}{_PART}{'down' if descending else 'up'}")
        self._remember(f"widths.{page}", self._table.widths.kept())

    def restore(self, page: str) -> None:
        """Sort and share the width as when a page was left; its columns are there already."""
        order, _, way = self._kept(f"order.{page}").partition(_PART)
        self._table.widths.restore(self._kept(f"widths.{page}"))
        self._table.sort_as(order, descending=way == "down")
