"""Something to know and, where there is, what to do about it; less than an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from kdstudio.gui import spoken
from kdstudio.gui.icons import IconLabel
from kdstudio.gui.widgets.beside import Beside
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label


class Banner(QFrame):
    """A sentence, a hint and buttons in a tinted frame; hidden until it has something to say."""

    def __init__(self, kind: Literal["warn", "info"], *actions: tuple[str, Callable[[], object]]) -> None:
        super().__init__()
        self.setProperty("kind", f"banner-{kind}")
        self.message = label("", "strong", wrap=True)
        self.hint = label("", wrap=True)
        self.buttons: list[QPushButton] = [button(text, action) for text, action in actions]
        icon = IconLabel("triangle-alert", "warn") if kind == "warn" else IconLabel("info", "accent_text")
        text = Beside(margin=0)
        text.words.addWidget(self.message)
        text.words.addWidget(self.hint)
        text.control.addWidget(Flow(*self.buttons, spacing=12))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 12, 10)
        layout.setSpacing(12)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(text, 1)
        self.hide()

    def say(self, message: str, hint: str = "") -> None:
        """Show a sentence; an empty one hides the banner."""
        message, hint = spoken.engine(message), spoken.engine(hint)
        if message and message != self.message.text():
            self.setAccessibleName(f"{message} {hint}".strip())
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.message.setText(message)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.setVisible(bool(message))
