"""What narrows a table, next to it: a choice for every respect in which its rows differ, and one way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.desktop.lenses.parties_tools import Chooser
from ui.desktop.widgets.fitting_box import FittingBox
from ui.tables.facets import Facet, Marks, mark, wanted
from ui.tables.rows import RowsOnDemand, TableRow
from ui.theme.dress import set_kind
from ui.words import figure

_PART = "\x1f"


class Filters(QObject):
    """One choice for each facet of the table that is shown; what was chosen stays, whatever is offered.

    Parameters
    ----------
    add : callable
        Puts a widget where the filters stand.
    parent : QWidget
        With which they end.

    Signals
    -------
    changed
        Other rows are wanted.
    """

    changed = Signal()

    def __init__(self, add: Callable[[QWidget], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._add = add
        self._facets: tuple[Facet, ...] = ()
        self._chosen: dict[str, str] = {}
        self.choosers: dict[str, Chooser] = {}
        self.way_back = QPushButton(self.tr("Clear filters"), parent)
        self.way_back.setToolTip(self.tr("Show everything again"))
        self.way_back.setAutoDefault(False)
        set_kind(self.way_back, "quiet")
        self.way_back.clicked.connect(lambda _on: self.clear())
        self.way_back.hide()

    @property
    def chosen(self) -> dict[str, str]:
        """Key of what is chosen by facet, of those that are offered now; everything else is left out."""
        return {own.key: key for own in self._facets if own.label(key := self._chosen.get(own.key, ""))}

    @property
    def wanted(self) -> Marks:
        """What a row has to bear in order to be shown."""
        return wanted(self.chosen)

    @property
    def way_back_said(self) -> str:
        """What the button says that shows everything again, empty where nothing narrows the rows."""
        return self.way_back.text() if self.chosen else ""

    def kept(self) -> dict[str, str]:
        """Return what is chosen by facet, also of what is not offered now, as a thing to remember."""
        return dict(self._chosen)

    def told(self) -> tuple[str, ...]:
        """Return what is chosen, in words."""
        said = self.tr("{what}: {which}")
        chosen = self.chosen
        return tuple(
            said.format(what=own.title, which=own.label(chosen[own.key]))
            for own in self._facets
            if own.key in chosen
        )

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Choose something by facet, everything where nothing is named; says nothing."""
        self._chosen = {facet: key for facet, key in chosen.items() if key}
        self._show_chosen()

    def clear(self) -> None:
        """Show everything again."""
        if self._chosen:
            has_focus = self.way_back.hasFocus()
            self.choose({})
            self.changed.emit()
            if has_focus and self.choosers:
                next(iter(self.choosers.values())).box.setFocus()

    def offer(self, facets: Sequence[Facet], rows: Sequence[TableRow]) -> None:
        """Offer what the rows of a table are of, each with how many there are."""
        self._facets = tuple(facets)
        counts = _counts(rows) if facets else Counter()
        for own in facets:
            chooser = self.choosers.get(own.key) or self._made(own.key)
            chooser.set_label(own.title)
            self._fill(chooser, own, counts)
        for key in self.choosers.keys() - {own.key for own in facets}:
            self.choosers[key].offer((), "")  # what was offered to a wider audience is gone
        keys = {own.key for own in facets if self._is_of_use(own, counts)}
        for key, chooser in self.choosers.items():
            chooser.setVisible(key in keys)
        self._show_chosen()

    def _is_of_use(self, own: Facet, counts: Mapping[str, int]) -> bool:
        """Return whether rows differ in a respect, or are narrowed in it."""
        found = sum(1 for key, _ in own.names if counts[mark(own.key, key)])
        return found > 1 or own.key in self.chosen

    def _fill(self, chooser: Chooser, own: Facet, counts: Mapping[str, int]) -> None:
        chosen = self.chosen.get(own.key, "")
        entries = [("", self.tr("all"))]
        for key, label in own.names:
            if (count := counts[mark(own.key, key)]) or key == chosen:
                entries.append((key, f"{label} ({figure(count)})"))
        chooser.offer(entries, chosen)

    def _made(self, key: str) -> Chooser:
        chooser = self.choosers[key] = Chooser("", FittingBox())
        chooser.chosen.connect(lambda own: self._take(key, own))
        self._add(chooser)
        self._add(self.way_back)  # stays the last
        return chooser

    def _take(self, facet: str, key: str) -> None:
        self._chosen.pop(facet, None)
        if key:
            self._chosen[facet] = key
        self._show_chosen()
        self.changed.emit()

    def _show_chosen(self) -> None:
        chosen = self.chosen
        for key, chooser in self.choosers.items():
            chooser.choose(chosen.get(key, ""))
        self.way_back.setVisible(bool(chosen))


def chosen_from(kept: str) -> dict[str, str]:
    """Return what was chosen by facet, from what `told_to_keep` returned."""
    parts = kept.split(_PART)
    return dict(zip(parts[::2], parts[1::2], strict=False))


def told_to_keep(chosen: Mapping[str, str]) -> str:
    """Return what is chosen by facet as a text to remember."""
    return _PART.join(chain.from_iterable(chosen.items()))


def _counts(rows: Sequence[TableRow]) -> Counter[str]:
    """Return how many rows bear each mark."""
    if isinstance(rows, RowsOnDemand):
        return rows.counts()
    return Counter(chain.from_iterable(row.marks for row in rows))
