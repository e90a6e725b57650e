"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy


class Segmented(QFrame):
    """Choices given as (value, text). ``chosen`` comes only when a person chooses."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for value, text in choices:
            made = QPushButton(text)
            made.setProperty("kind", "segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setAccessibleName(f"{name}: {text}")
            made.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(made)
            self.buttons[value] = made
            layout.addWidget(made)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move to the neighbour, as in native segmented controls."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        focused = next((i for i, made in enumerate(self.buttons.values()) if made.hasFocus()), None)
        if step == 0 or focused is None:
            super().keyPressEvent(event)
            return
        made = list(self.buttons.values())[(focused + step) % len(self.buttons)]
        made.setFocus(Qt.FocusReason.TabFocusReason)
        made.click()
