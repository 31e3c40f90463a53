"""The day shown and the day compared with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.actions.ids import ActionId
from ui.desktop.case_page import CasePage
from ui.desktop.day_asked import Asked
from ui.desktop.distances import remember_pairs, remembered_pairs
from ui.desktop.preferences.commands import Preferred
from ui.desktop.preferences.settings import PACE, PACES
from ui.desktop.time_band import TimeBand
from ui.desktop.time_steps import next_change, next_event, previous_change, previous_event, stepped
from ui.desktop.view_state import a_year_before
from ui.words import counted
from workbench.readmodels.timeline_types import Timeline

if TYPE_CHECKING:
    from ui.desktop.day_card import DayCard

_SPANS: dict[ActionId, Callable[[TimeBand], None]] = {
    ActionId.TIME_NEARER: lambda band: band.zoom_by(1),
    ActionId.TIME_FARTHER: lambda band: band.zoom_by(-1),
    ActionId.TIME_WHOLE: lambda band: band.show_span(None),
    ActionId.TIME_EARLIER: lambda band: band.pan_by(-1),
    ActionId.TIME_LATER: lambda band: band.pan_by(1),
}


class TimeCommands:
    """Binds the actions of the menu Time."""

    def __init__(self, shell: Preferred, window: QWidget) -> None:
        self._shell, self._window = shell, window
        bind = shell.registry.bind
        bind(ActionId.PREVIOUS_CHANGE, lambda: self._go(self._previous()))
        bind(ActionId.NEXT_CHANGE, lambda: self._go(self._next()))
        bind(ActionId.PREVIOUS_EVENT, lambda: self._go_by(previous_event))
        bind(ActionId.NEXT_EVENT, lambda: self._go_by(next_event))
        bind(ActionId.MONTH_BACK, lambda: self._step(-1, by_month=True))
        bind(ActionId.MONTH_FORWARD, lambda: self._step(1, by_month=True))
        bind(ActionId.DAY_BACK, lambda: self._step(-1, by_month=False))
        bind(ActionId.DAY_FORWARD, lambda: self._step(1, by_month=False))
        bind(ActionId.GO_TO_DAY, lambda: self._ask(Asked.DAY))
        bind(ActionId.COMPARE_DAY, lambda: self._ask(Asked.COMPARED))
        bind(ActionId.GO_TO_TODAY, lambda: self._go(datetime.now(tz=UTC).astimezone().date()))
        bind(ActionId.GO_TO_LAST_CHANGE, self._go_to_last)
        bind(ActionId.COMPARE_HERE, lambda: self._compare(lambda day: day))
        bind(ActionId.COMPARE_YEAR, lambda: self._compare(a_year_before))
        bind(ActionId.CHANGES_IN_PERIOD, self._show_changes)
        bind(ActionId.CHOOSE_LINES, lambda: self._on_page(lambda page: page.time.choose_distances()))
        bind(ActionId.PLAY_FASTER, lambda: self._pace(1))
        bind(ActionId.PLAY_SLOWER, lambda: self._pace(-1))
        for name, do in _SPANS.items():
            bind(name, partial(self._on_band, do))
        shell.registry.bind_switch(ActionId.PLAY, self._play)

    def follow(self, page: CasePage) -> None:
        """Tick *Play* while the days pass; draw the lines chosen for this case, and remember them."""
        session, settings = page.session, self._shell.settings
        session.set_pairs(remembered_pairs(session, settings))
        session.view_changed.connect(
            lambda changed: remember_pairs(session, settings) if "pairs" in changed else None
        )
        page.strip.day_wanted.connect(lambda: self._ask(Asked.DAY))
        page.strip.compared_wanted.connect(lambda: self._ask(Asked.COMPARED))
        page.strip.player.running_changed.connect(
            lambda running: self._shell.registry.set_checked(ActionId.PLAY, checked=running)
        )

    def has_earlier(self) -> bool:
        """Return whether anything changed before the day shown."""
        return self._previous() is not None

    def has_later(self) -> bool:
        """Return whether anything changes after the day shown."""
        return self._next() is not None

    def _previous(self) -> date | None:
        page = self._shell.page
        return previous_change(page.session.timeline_at_hand, page.session.view.day) if page else None

    def _next(self) -> date | None:
        page = self._shell.page
        return next_change(page.session.timeline_at_hand, page.session.view.day) if page else None

    def _go(self, day: date | None) -> None:
        page = self._shell.page
        if page is not None and day is not None:
            page.session.set_day(day)

    def _go_by(self, step: Callable[[Timeline, date], date | None]) -> None:
        page = self._shell.page
        if page is not None:
            self._go(step(page.session.timeline_at_hand, page.session.view.day))

    def _on_page(self, do: Callable[[CasePage], object]) -> None:
        if self._shell.page is not None:
            do(self._shell.page)

    def _on_band(self, do: Callable[[TimeBand], object]) -> None:
        self._on_page(lambda page: do(page.strip.band))

    def _pace(self, step: int) -> None:
        place = PACES.index(PACE.read(self._shell.settings)) + step
        pace = PACES[max(0, min(place, len(PACES) - 1))]
        self._shell.preferences.use(PACE, pace)
        said = counted(
            "time", "The whole case plays in %n seconds", "The whole case plays in %n second", pace
        )
        self._shell.say(said)

    def _show_changes(self) -> None:
        from ui.desktop.time_changes import ChangesWindow  # noqa: PLC0415 - when it is asked for

        look = self._shell.hub, self._shell.settings
        self._on_page(lambda page: ChangesWindow.shown_over(page, *look))

    @cached_property
    def card(self) -> DayCard:
        """The card in which a day is typed, made when it is first asked for."""
        from ui.desktop.day_card import DayCard  # noqa: PLC0415 - after the first paint

        card = DayCard(self._shell.hub, self._window)
        card.chosen.connect(self._chosen)
        return card

    def _ask(self, asked: Asked) -> None:
        """Ask for a day over the strip."""
        page = self._shell.page
        if page is not None:
            page.strip.player.stop()
            view = page.session.view
            self.card.ask(asked, page.session.timeline_at_hand, (view.day, view.compared), page.strip)

    def _chosen(self, asked: Asked, day: date | None) -> None:
        page = self._shell.page
        if page is not None and asked is Asked.COMPARED:
            page.session.set_compared(day)
        else:
            self._go(day)

    def _go_to_last(self) -> None:
        page = self._shell.page
        if page is not None and page.session.timeline_at_hand.change_days:
            self._go(page.session.timeline_at_hand.change_days[-1])

    def _step(self, steps: int, *, by_month: bool) -> None:
        page = self._shell.page
        if page is not None:
            self._go(stepped(page.session.timeline_at_hand, page.session.view.day, steps, by_month=by_month))

    def _compare(self, chosen: object) -> None:
        page = self._shell.page
        if page is not None and callable(chosen):
            page.session.set_compared(chosen(page.session.view.day))

    def _play(self, on: bool) -> None:
        page = self._shell.page
        if page is not None and on != page.strip.player.is_running:
            page.strip.toggle_play()
