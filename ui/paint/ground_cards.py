"""Cards of the common ground on paper: a fact or a norm in lines, under the name of its block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.picture import Paper
from ui.paint.runs import TIE, Run, RunLine, set_runs
from ui.paint.type import TypeScale
from ui.tables.ground import silent_words
from ui.theme.meanings import GROUNDS
from ui.theme.roles import Role
from workbench.analysis.common_ground import Ground
from workbench.domain.vocabulary import IssueKind
from workbench.readmodels.common_ground_lens import AccountLine, GroundItem, Holding
from workbench.readmodels.wording import clauses, commas, quoted, saying_of

STRIPE, SIDE = 3.0, 16.0
TOP, ITEM = 12.0, 12.0
_INDENT = 8.0
_ACCOUNT = 4.0
"""Space above an account, at 100 %."""

_PARTIES = "{parties}"

_Line = tuple[RunLine, float, float]
"""A line, how far it is set in, and the space above it."""
Lines = tuple[_Line, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some facts or norms of a block, in lines, under the name of the block."""

    heading: Sequence[RunLine]
    items: tuple[Lines, ...]
    is_headed: bool = True

    def height(self, scale: TypeScale) -> float:
        """Return the height of name and items."""
        if not self.heading:
            return 0.0
        inside = sum(line.height for line in self.heading) + sum(
            item_height(item, scale) for item in self.items
        )
        return inside + 2.0 * scale.px(TOP)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it from a corner of its card; a part beside another leaves out the name."""
        y = top + canvas.scale.px(TOP)
        for line in self.heading:
            if self.is_headed:
                line.draw(canvas, left, y)
            y += line.height
        for item in self.items:
            y += canvas.scale.px(ITEM)
            for line, indent, above in item:
                line.draw(canvas, left + indent, y + above)
                y += above + line.height


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A block on one page, or what of it stands there: parts side by side, each from its own left."""

    ground: Ground
    parts: tuple[tuple[float, Part], ...]
    rect: QRectF

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw the card with its stripe."""
        rect = self.rect.translated(body.topLeft())
        canvas.card(rect, Role.CARD, Role.HAIRLINE)
        stripe = QRectF(rect.x(), rect.y(), canvas.scale.px(STRIPE), rect.height())
        canvas.painter.fillRect(stripe, canvas.colour(GROUNDS[self.ground]))
        for left, part in self.parts:
            part.draw(canvas, body.x() + left + canvas.scale.px(SIDE + STRIPE), rect.y())


def parted(item: Lines, space: float) -> tuple[Lines, Lines]:
    """Return the lines that fit into a height, one at least, and what is left."""
    used, count = 0.0, 0
    for line, _, above in item:
        used += above + line.height
        if used > space:
            break
        count += 1
    return item[: max(count, 1)], item[max(count, 1) :]


def item_height(item: Lines, scale: TypeScale) -> float:
    """Return the height of a fact or a norm with the space above it."""
    return scale.px(ITEM) + sum(above + line.height for line, _, above in item)


def item_lines(paper: Paper, item: GroundItem, width: float) -> Lines:
    """Return a fact or a norm in lines: title, question, every account with who says what of it."""
    scale, texts = paper.scale, paper.texts
    lines: list[_Line] = []

    def add(runs: Sequence[Run], indent: float, above: float) -> None:
        for number, line in enumerate(set_runs(runs, width - indent, scale, texts)):
            lines.append((line, indent, above if number == 0 else 0.0))

    add([Run(item.issue.title, scale.cell_name)], 0.0, 0.0)
    if item.issue.question:
        add([Run(item.issue.question, scale.small, Role.TEXT_MUTED)], 0.0, 0.0)
    for account in item.lines:
        add(_account(paper, account), scale.px(_INDENT), scale.px(_ACCOUNT))
    silent = silent_words(item)
    if silent:
        add([Run(silent, scale.small, Role.TEXT_MUTED)], scale.px(_INDENT), scale.px(_ACCOUNT))
    return tuple(lines)


def _account(paper: Paper, line: AccountLine) -> list[Run]:
    """Return one answer, and after it who holds, agrees, doubts or rejects it."""
    scale = paper.scale
    runs = [Run(quoted(line.label), scale.cell_name if line.is_shared else scale.cell)]
    between = clauses(("", "")).strip()
    for number, holding in enumerate(line.holdings, 1):
        runs.append(Run(" ", scale.cell))
        runs += _holding(paper, holding, between if number < len(line.holdings) else "")
    return runs


def _holding(paper: Paper, holding: Holding, ending: str) -> list[Run]:
    """Return who takes a stance toward an answer, in the order of words that the language has."""
    scale, between = paper.scale, commas(("", "")).strip()
    says = saying_of(holding.stance, IssueKind.FACT, len(holding.parties)).replace(" ", TIE)
    before, _, after = says.partition(_PARTIES)
    runs = [Run(before, scale.small, Role.TEXT_MUTED)]
    for place, party in enumerate(holding.parties, 1):
        label = f"{party.label}{between}" if place < len(holding.parties) else party.label
        colour = party.colour or paper.theme.css(Role.TEXT_MUTED)
        runs.append(Run(label, scale.cell, Role.TEXT, colour))
        if place < len(holding.parties):
            runs.append(Run(" ", scale.cell))
    return [*runs, Run(f"{after}{ending}", scale.small, Role.TEXT_MUTED)]
