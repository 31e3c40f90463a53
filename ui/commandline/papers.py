"""Commands that make something to hand over: brief, picture."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commandline.answer import Answer, sentence
from ui.commandline.failures import InputError, UsageError
from ui.commandline.histories import touching
from ui.commandline.picture_order import ACTORS, HISTORY, OF_PARTIES, TRADES, PastDone, PictureOrder
from ui.commandline.progress import counting
from ui.commandline.reading import basis_of, day_of_option, day_shown, snapshot_of
from workbench.briefs.terms import in_terms_of, policy_for
from workbench.domain.handling import Handling
from workbench.domain.names import names_of, over_time
from workbench.domain.vocabulary import Basis
from workbench.ports import CaseStore, Progress
from workbench.readmodels.actors_words import Figure
from workbench.readmodels.history_lens import NOT_TOLD
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.paint.picture_size import PageSize

Painter = Callable[[Snapshot, PictureOrder, PastDone | None, Progress | None], tuple[Path, ...]]


@dataclass(frozen=True, slots=True)
class _View:
    """What of the case is put on paper."""

    snapshot: Snapshot
    day: date
    since: date | None
    basis: Basis


def run_brief(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``brief``."""
    if arguments.kind == "package":
        raise UsageError("“brief --kind package” comes with packages and is not in this version.")
    from ui.commandline.briefing import brief  # noqa: PLC0415 - for briefs only

    return brief(store, arguments)


def run_picture(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``picture``."""
    _refuse_options(arguments)
    view = _view(store, arguments)
    past = _past(store, view.snapshot, arguments) if arguments.lens == HISTORY else None
    draw, size = _painter(arguments.size)
    order = PictureOrder(
        lens=arguments.lens,
        theme=arguments.theme,
        day=view.day,
        since=view.since,
        basis=view.basis,
        out=Path(arguments.out),
        size=size,
        parties=tuple(dict.fromkeys(arguments.party)),
        figure=arguments.figure or "",
    )
    with counting(f"Drawing {order.out.name}") as progress:
        files = draw(_in_terms(view.snapshot, arguments.terms), order, past, progress)
    return _handed_over(view, _marking(order, view.snapshot), files)


def _painter(size: str) -> tuple[Painter, PageSize]:
    """Return what draws a lens, and the size; Qt is loaded for this alone and needs no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.commandline.drawing import draw  # noqa: PLC0415 - Qt, for pictures only
    from ui.paint.picture_size import PageSize  # noqa: PLC0415 - Qt, for pictures only

    return draw, PageSize.read(size)


def _refuse_options(arguments: Namespace) -> None:
    """Refuse what does not go with the lens."""
    lens, parties = arguments.lens, dict.fromkeys(arguments.party)
    if parties and lens not in OF_PARTIES:
        raise InputError(f"--party: “{lens}” shows no parties of which some could be chosen.")
    if lens == TRADES and len(parties) != 2:
        raise InputError("--lens trades: give two parties, as --party A --party B.")
    if arguments.figure and lens != ACTORS:
        raise InputError(f"--figure goes with --lens {ACTORS} only.")
    if arguments.figure and arguments.figure not in list(Figure):
        raise InputError(f"--figure: found “{arguments.figure}”, expected one of {', '.join(Figure)}.")
    for option, given in (("--record", arguments.record), ("--changes", arguments.changes)):
        if given and lens != HISTORY:
            raise InputError(f"{option} goes with --lens {HISTORY} only.")


def _past(store: CaseStore, snapshot: Snapshot, arguments: Namespace) -> PastDone:
    """Return what was done to the case, or to one record, the latest first."""
    if not snapshot.audience.sees_everything:
        raise InputError(f"{NOT_TOLD} Give --audience principal.")
    record = arguments.record
    done = list(touching(store.history(newest_first=True), record))
    if record and not done:
        raise InputError(f"Nothing in the history touched a record “{record}”.")
    names = over_time(names_of(_in_terms(snapshot, arguments.terms).case), store.earlier())
    return PastDone(done, names, arguments.changes)


def _in_terms(snapshot: Snapshot, terms: str) -> Snapshot:
    """Return the snapshot with contested names in the form wanted."""
    return in_terms_of(snapshot, policy_for(snapshot, terms))


def _marking(order: PictureOrder, snapshot: Snapshot) -> str:
    """Return what the picture is marked: what was once in a case may have been narrower than all that is."""
    return Handling.RESTRICTED.marking if order.lens == HISTORY else snapshot.marking


def _view(store: CaseStore, arguments: Namespace) -> _View:
    snapshot = snapshot_of(store, arguments)
    day = day_shown(snapshot, arguments.on)
    since = day_of_option("--since", arguments.since) if arguments.since else None
    if since is not None and since >= day:
        raise InputError(f"--since: {since} does not lie before the day shown, {day}.")
    return _View(snapshot, day, since, basis_of(arguments))


def _handed_over(view: _View, marking: str, files: tuple[Path, ...]) -> Answer:
    audience = view.snapshot.audience
    data = {
        "files": [str(file) for file in files],
        "on": view.day.isoformat(),
        "since": view.since.isoformat() if view.since else None,
        "basis": view.basis.value,
        "audience": str(audience),
        "marking": marking,
    }
    return sentence(data, *(f"Wrote “{file}”: {view.day}, read as {audience}, {marking}." for file in files))
