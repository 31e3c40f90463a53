"""The day shown and the day compared with."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ui.actions.ids import ActionId
from ui.desktop.case_page import CasePage
from ui.desktop.commands.shell import Shell
from ui.desktop.time_steps import next_change, previous_change, stepped
from ui.desktop.view_state import a_year_before


class TimeCommands:
    """Binds the actions of the menu Time."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        bind = shell.registry.bind
        bind(ActionId.PREVIOUS_CHANGE, lambda: self._go(self._previous()))
        bind(ActionId.NEXT_CHANGE, lambda: self._go(self._next()))
        bind(ActionId.MONTH_BACK, lambda: self._step(-1, by_month=True))
        bind(ActionId.MONTH_FORWARD, lambda: self._step(1, by_month=True))
        bind(ActionId.DAY_BACK, lambda: self._step(-1, by_month=False))
        bind(ActionId.DAY_FORWARD, lambda: self._step(1, by_month=False))
        bind(ActionId.GO_TO_TODAY, lambda: self._go(datetime.now(tz=UTC).astimezone().date()))
        bind(ActionId.GO_TO_LAST_CHANGE, self._go_to_last)
        bind(ActionId.COMPARE_HERE, lambda: self._compare(lambda day: day))
        bind(ActionId.COMPARE_YEAR, lambda: self._compare(a_year_before))
        shell.registry.bind_switch(ActionId.PLAY, self._play)

    def follow(self, page: CasePage) -> None:
        """Tick *Play* while the days pass."""
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
        return previous_change(page.session.timeline, page.session.view.day) if page else None

    def _next(self) -> date | None:
        page = self._shell.page
        return next_change(page.session.timeline, page.session.view.day) if page else None

    def _go(self, day: date | None) -> None:
        page = self._shell.page
        if page is not None and day is not None:
            page.session.set_day(day)

    def _go_to_last(self) -> None:
        page = self._shell.page
        if page is not None and page.session.timeline.change_days:
            self._go(page.session.timeline.change_days[-1])

    def _step(self, steps: int, *, by_month: bool) -> None:
        page = self._shell.page
        if page is not None:
            self._go(stepped(page.session.timeline, page.session.view.day, steps, by_month=by_month))

    def _compare(self, chosen: object) -> None:
        page = self._shell.page
        if page is not None and callable(chosen):
            page.session.set_compared(chosen(page.session.view.day))

    def _play(self, on: bool) -> None:
        page = self._shell.page
        if page is not None and on != page.strip.player.is_running:
            page.strip.toggle_play()
