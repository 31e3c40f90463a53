"""Commands that make something to hand over: brief, picture."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ui.commandline.answer import Answer, sentence
from ui.commandline.failures import InputError, UsageError
from ui.commandline.picture_order import PictureOrder
from ui.commandline.progress import working
from ui.commandline.reading import basis_of, day_of_option, day_shown, snapshot_of
from workbench.domain.vocabulary import Basis
from workbench.ports import CaseStore
from workbench.snapshot import Snapshot

Painter = Callable[[Snapshot, PictureOrder], tuple[Path, ...]]


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
    view = _view(store, arguments)
    order = PictureOrder(
        lens=arguments.lens,
        theme=arguments.theme,
        day=view.day,
        since=view.since,
        basis=view.basis,
        out=Path(arguments.out),
        size=_size(arguments.size),
    )
    draw = _painter(order.lens)
    with working(f"Drawing {order.out.name}"):
        files = draw(view.snapshot, order)
    return _handed_over(view, view.snapshot.marking, files)


def _painter(lens: str) -> Painter:
    """Return what draws a lens; Qt is loaded for this alone and needs no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.commandline.drawing import LENSES, draw  # noqa: PLC0415 - Qt, for pictures only

    if lens not in LENSES:
        raise UsageError(f"“picture --lens {lens}” is not in this version; there are {' and '.join(LENSES)}.")
    return draw


def _size(text: str) -> tuple[int, int]:
    sides = text.lower().split("x")
    if len(sides) != 2 or not all(side.isascii() and side.isdigit() for side in sides):
        raise InputError(f"--size: found “{text}”, expected width and height in pixels, as 1920x1080.")
    return int(sides[0]), int(sides[1])


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
