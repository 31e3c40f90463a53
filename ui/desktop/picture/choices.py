"""What picture is wanted: of what, as which kind of file, how large, in which colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from ui.paint.picture_files import KINDS
from ui.paint.picture_size import LEAST_SIDE, MOST_SIDE, PAPERS, PageSize
from ui.theme.hub import ThemeHub
from ui.theme.theme import Theme, bundled_theme, theme_keys
from ui.theme.typography import Space
from ui.words import marked, translate

OWN = "own"
_SCREENS = ("1366x768", "1920x1080", "2560x1440", "3840x2160")
_FIRST = "1920x1080"
_KINDS = {
    ".png": marked("PictureDialog", "Image (PNG)"),
    ".svg": marked("PictureDialog", "Drawing (SVG)"),
    ".pdf": marked("PictureDialog", "PDF"),
}
_PAPERS = {
    "a4": marked("PictureDialog", "A4 portrait"),
    "a4-landscape": marked("PictureDialog", "A4 landscape"),
    "a3": marked("PictureDialog", "A3 portrait"),
    "a3-landscape": marked("PictureDialog", "A3 landscape"),
}
_THEMES = {
    "light": marked("PictureDialog", "Light"),
    "dark": marked("PictureDialog", "Dark"),
    "high-contrast": marked("PictureDialog", "High contrast"),
    "projector": marked("PictureDialog", "Projector"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something of which a picture can be made: its key, which names the file, and what it is called."""

    key: str
    name: str


class PictureChoices(QWidget):
    """The fields.

    Signals
    -------
    changed
        Another picture is wanted.
    """

    changed = Signal()

    def __init__(self, offers: tuple[Offer, ...], hub: ThemeHub, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.what = _choice(self.tr("What"), [(own.key, own.name) for own in offers])
        self.kind = _choice(
            self.tr("File"), [(key, translate("PictureDialog", _KINDS[key])) for key in KINDS]
        )
        self.size_box = _choice(self.tr("Size"), self._sizes())
        self.width_box, self.height_box = (
            _side(self.tr("Width in pixels")),
            _side(self.tr("Height in pixels")),
        )
        self.theme = _choice(self.tr("Colours"), _themes())
        self._restore(hub.theme)
        self._lay_out(hub)
        self._connect()
        self._follow_size()

    @property
    def key(self) -> str:
        """Key of that of which a picture is wanted."""
        return str(self.what.currentData())

    @property
    def ending(self) -> str:
        """Ending of the kind of file."""
        return str(self.kind.currentData())

    @property
    def page(self) -> PageSize:
        """Size of a page."""
        key = str(self.size_box.currentData())
        if key == OWN:
            return PageSize.of(self.width_box.value(), self.height_box.value())
        return PageSize.read(key)

    @property
    def colours(self) -> Theme:
        """Colours."""
        return bundled_theme(str(self.theme.currentData()))

    def choose_kind(self, ending: str) -> None:
        """Take a kind of file as chosen."""
        self.kind.setCurrentIndex(max(self.kind.findData(ending), 0))

    def keep(self) -> None:
        """Remember what was chosen for the next picture."""
        self._settings.setValue("picture/size", self.size_box.currentData())
        self._settings.setValue("picture/own", f"{self.width_box.value()}x{self.height_box.value()}")
        self._settings.setValue("picture/theme", self.theme.currentData())

    def _restore(self, shown: Theme) -> None:
        kept = str(self._settings.value("picture/size") or _FIRST)
        self.size_box.setCurrentIndex(max(self.size_box.findData(kept), 0))
        width, _, height = str(self._settings.value("picture/own") or _FIRST).partition("x")
        if width.isdigit() and height.isdigit():
            self.width_box.setValue(int(width))
            self.height_box.setValue(int(height))
        theme = str(self._settings.value("picture/theme") or shown.key)
        self.theme.setCurrentIndex(max(self.theme.findData(theme), 0))

    def _sizes(self) -> list[tuple[str, str]]:
        screens = [(key, self.tr("Screen {0}").format(key.replace("x", " × "))) for key in _SCREENS]
        papers = [(key, translate("PictureDialog", _PAPERS[key])) for key in PAPERS]
        return [*screens, *papers, (OWN, self.tr("Own width and height"))]

    def _lay_out(self, hub: ThemeHub) -> None:
        form, sides = QFormLayout(self), QHBoxLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(round(Space.NORMAL * hub.zoom))
        sides.setSpacing(Space.NORMAL)
        sides.addWidget(self.width_box, 1)
        sides.addWidget(QLabel("×"))
        sides.addWidget(self.height_box, 1)
        for field in (self.what, self.kind, self.size_box):
            form.addRow(field.accessibleName(), field)
        form.addRow(self.tr("Pixels"), sides)
        form.addRow(self.theme.accessibleName(), self.theme)
        form.setRowVisible(0, self.what.count() > 1)

    def _connect(self) -> None:
        self.size_box.currentIndexChanged.connect(self._size_chosen)
        for box in (self.what, self.kind, self.theme):
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.kind.currentIndexChanged.connect(lambda _place: self._follow_size())
        for side in (self.width_box, self.height_box):
            side.valueChanged.connect(lambda _value: self.changed.emit())

    def _size_chosen(self, _place: int) -> None:
        self._follow_size()
        self.changed.emit()

    def _follow_size(self) -> None:
        """Say how many pixels the size has that is chosen; they can be typed only for one of one's own."""
        is_own = str(self.size_box.currentData()) == OWN
        for side in (self.width_box, self.height_box):
            side.setEnabled(is_own)
        if is_own:
            return
        page = self.page
        dots = page.dots if self.ending == KINDS[0] else (round(page.width), round(page.height))
        for side, value in zip((self.width_box, self.height_box), dots, strict=True):
            with QSignalBlocker(side):
                side.setValue(value)


def _choice(name: str, entries: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for key, text in entries:
        box.addItem(text, key)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(18)
    return box


def _side(name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(LEAST_SIDE, MOST_SIDE)
    box.setSingleStep(10)
    box.setAccessibleName(name)
    box.setKeyboardTracking(False)
    return box


def _themes() -> list[tuple[str, str]]:
    return [
        (key, translate("PictureDialog", _THEMES[key]) if key in _THEMES else bundled_theme(key).name)
        for key in theme_keys()
    ]
