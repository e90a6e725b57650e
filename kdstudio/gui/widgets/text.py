"""Labels in the type scale."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Role = Literal["display", "title", "section", "strong", "body", "muted", "small", "overline", "figure", "mono"]
Tone = Literal["", "ok", "warn", "stop", "accent"]


def label(text: str = "", role: Role = "body", *, wrap: bool = False, tone: Tone = "") -> QLabel:
    """A label; ``wrap`` lets a sentence take several lines and makes it selectable by mouse."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # a sentence never widens its page
        made.setSizePolicy(policy)
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties and have the style sheet looked at again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
