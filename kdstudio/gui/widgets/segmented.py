"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QSizePolicy

from kdstudio.gui.widgets.buttons import Button
from kdstudio.gui.widgets.flow import Flow

_GAP = 2


class Segmented(Flow):
    """Choices given as (value, text). ``chosen`` comes only when a person chooses.

    Tab stops at the taken one, arrow keys take the neighbour: Qt does so for an exclusive group of buttons.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__(spacing=_GAP)
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.flow.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        for value, text in choices:
            made = _Segment(text, "segment")
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {text}")
            made.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(made)
            self.buttons[value] = made
            self.flow.addWidget(made)

    @property
    def value(self) -> str:
        """The choice that is taken, or an empty string."""
        return next((value for value, made in self.buttons.items() if made.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Take a choice; an unknown value takes none."""
        self._group.setExclusive(False)
        for name, made in self.buttons.items():
            made.setChecked(name == value)
        self._group.setExclusive(True)


class _Segment(Button):
    """A choice with room for its words when it is taken, which makes them bold; the style sheet's hint has none."""

    def sizeHint(self) -> QSize:
        """The same whether it is taken or not, so that nothing moves."""
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more), 0)
