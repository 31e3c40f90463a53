"""Two copies of a case become one: what comes in, and what somebody has to decide."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFrame,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.safety.sheet import CLOSE, Sheet
from ui.desktop.safety.words import moment, record_name, value_in_words
from ui.desktop.widgets.notice import Box
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.desktop.widgets.wrapped_list import WrappedList
from ui.theme.dress import set_surface, settle
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import at_start, counted, figure, marked, translate
from workbench.domain.fieldwords import field_word
from workbench.merging import Choice, Collision, CollisionKind, MergePlan, Taken, Version
from workbench.readmodels.wording import commas

_MOST_TAKEN = 2_000
_SIDES = {
    Choice.MINE: marked("Merging", "This copy: {who}, {when}"),
    Choice.THEIRS: marked("Merging", "The other copy: {who}, {when}"),
}
_REMOVED = {CollisionKind.REMOVED_HERE: Choice.MINE, CollisionKind.REMOVED_THERE: Choice.THEIRS}


class CollisionBox(Box):
    """One thing on which both sides did something else, with a choice between the two."""

    def __init__(self, hub: ThemeHub, collision: Collision) -> None:
        super().__init__(hub, Role.FIELD, Role.BORDER)
        self.collision = collision
        head = _record(collision)
        if collision.field:
            head = f"{head}: {field_word(collision.field)}"
        self.body.addWidget(Text(hub, head, TextSize.BODY, weight=BOLD).selectable())
        self.group = QButtonGroup(self)
        self.ways: dict[Choice, QRadioButton] = {}
        for choice, version in ((Choice.MINE, collision.mine), (Choice.THEIRS, collision.theirs)):
            self._offer(hub, choice, version)
        if collision.along:
            self.body.addWidget(Text(hub, _together(collision), TextSize.CELL, Role.TEXT_MUTED).selectable())

    @property
    def choice(self) -> Choice | None:
        """Whose version stands, none where nobody has said."""
        return next((choice for choice, way in self.ways.items() if way.isChecked()), None)

    def _offer(self, hub: ThemeHub, choice: Choice, version: Version) -> None:
        who = version.author or translate("Merging", "somebody who did not sign")
        is_removed = _REMOVED.get(self.collision.kind) is choice
        said = translate("Merging", "removed") if is_removed else value_in_words(version.value)
        text = translate("Merging", _SIDES[choice]).format(who=who, when=moment(version.at))
        way = self.ways[choice] = QRadioButton(text)
        way.setAccessibleName(f"{way.text()}: {said}")
        self.group.addButton(way)
        self.body.addWidget(way)
        value = Text(hub, said, TextSize.CELL, Role.TEXT_SECONDARY).selectable()
        value.setIndent(Space.PAGE)
        self.body.addWidget(value)


class MergeDialog(Sheet):
    """Shows what merging another copy would do; every collision has to be decided first."""

    def __init__(self, hub: ThemeHub, plan: MergePlan, parent: QWidget | None = None) -> None:
        title = translate("Merging", "Merge “{0}”").format(plan.other.name)
        super().__init__(hub, title, _says(plan), parent, width=680)
        self.boxes = [CollisionBox(hub, own) for own in plan.collisions]
        for notice in plan.notices:
            self.note(notice)
        self._show_taken(plan.taken)
        if self.boxes:
            self._show_collisions()
        self._merge = self.finish(
            "" if plan.is_empty else translate("Merging", "Merge"), CLOSE if plan.is_empty else _CANCEL
        )
        if self.boxes:
            self._offer_sides()
        for box in self.boxes:
            box.group.buttonClicked.connect(lambda _way: self._judge())
        self._is_empty = plan.is_empty
        self._judge()
        if not plan.is_empty:
            self.be_large(720, 640 if self.boxes else 440)

    @property
    def decisions(self) -> dict[str, Choice]:
        """What was chosen, by collision."""
        return {box.collision.id: box.choice for box in self.boxes if box.choice is not None}

    def prefer(self, choice: Choice) -> None:
        """Choose one side everywhere."""
        for box in self.boxes:
            box.ways[choice].setChecked(True)
        self._judge()

    def _show_taken(self, taken: tuple[Taken, ...]) -> None:
        if not taken:
            return
        self.body.addWidget(
            section_label(self.hub, translate("Merging", "Comes in ({0})").format(figure(len(taken))))
        )
        self.taken = WrappedList()
        settle(self.taken)
        self.taken.setAccessibleName(translate("Merging", "What comes in"))
        self.taken.addItems([_line(own) for own in taken[:_MOST_TAKEN]])
        self.body.addWidget(self.taken, 1)

    def _show_collisions(self) -> None:
        page = QWidget()
        set_surface(page, "panel")
        page.setMinimumHeight(1)  # its height follows from its width, not from texts wrapped narrower
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.NORMAL, 0)
        for box in self.boxes:
            column.addWidget(box)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        self.body.addWidget(
            section_label(
                self.hub, translate("Merging", "To be decided ({0})").format(figure(len(self.boxes)))
            )
        )
        self.body.addWidget(scroll, 2)

    def _offer_sides(self) -> None:
        mine, theirs = translate("Merging", "All from this copy"), translate("Merging", "All from the other")
        for choice, words in ((Choice.MINE, mine), (Choice.THEIRS, theirs)):
            button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _on, own=choice: self.prefer(own))

    def _judge(self) -> None:
        if not self._is_empty:
            self._merge.setEnabled(all(box.choice is not None for box in self.boxes))


_CANCEL = QDialogButtonBox.StandardButton.Cancel


def _says(plan: MergePlan) -> str:
    if plan.is_empty:
        return translate("Merging", "The other copy brings nothing that this one does not hold.")
    return counted(
        "Merging",
        "The other copy holds %n steps that this one does not know. Nothing is done yet. The other file is "
        "left as it is; Ctrl+Z takes the merge back.",
        "The other copy holds %n step that this one does not know. Nothing is done yet. The other file is "
        "left as it is; Ctrl+Z takes the merge back.",
        plan.operations,
    )


def _record(own: Taken | Collision) -> str:
    """Return a record by name, by its code where neither copy knows a name."""
    return at_start(own.called) or record_name(own.table, own.key)


def _together(collision: Collision) -> str:
    """Say what is decided with a record that one side removed."""
    others = commas(own.called or own.by_code for own in collision.along)
    if collision.kind is CollisionKind.REMOVED_HERE:
        said = translate(
            "Merging",
            "This copy removed it together with {0}. They come back together, or stay removed together.",
        )
    else:
        said = translate(
            "Merging", "The other copy removed it together with {0}. They stay together, or go together."
        )
    return said.format(others)


def _line(own: Taken) -> str:
    said = {"record": _record(own), "what": _what(own), "when": moment(own.at)}
    if own.author:
        return translate("Merging", "{record}: {what} by {who}, {when}").format(**said, who=own.author)
    return translate("Merging", "{record}: {what}, {when}").format(**said)


def _what(own: Taken) -> str:
    if own.what == "changed" and own.fields:
        return translate("Merging", "changed ({0})").format(commas(field_word(field) for field in own.fields))
    words = {
        "new": translate("Merging", "new"),
        "changed": translate("Merging", "changed"),
        "removed": translate("Merging", "removed"),
    }
    return words.get(own.what, own.what)
