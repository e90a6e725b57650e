"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLayout, QSizePolicy

from kdstudio.gui.widgets.buttons import Button
from kdstudio.gui.widgets.flow import FlowLayout

_GAP = 2


class Segmented(QFrame):
    """Choices given as (value, text). ``chosen`` comes only when a person chooses.

    Tab stops at the taken one, arrow keys take the neighbour: Qt does so for an exclusive group of buttons. What
    ``wraps`` goes on in the next line where there is no room.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, *, wraps: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        layout: QLayout = FlowLayout(self, spacing=_GAP) if wraps else QHBoxLayout(self)
        layout.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        layout.setSpacing(_GAP)
        for value, text in choices:
            made = Button(text, "segment")
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {text}")
            made.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(made)
            self.buttons[value] = made
            layout.addWidget(made)

    def sizeHint(self) -> QSize:
        """All of them in one line."""
        hints = [made.sizeHint() for made in self.buttons.values()]
        wide = sum(hint.width() for hint in hints) + _GAP * (len(hints) + 1)
        return QSize(wide + 2, max(hint.height() for hint in hints) + 2 * _GAP)

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
