"""Buttons of the window's kinds, each with an accessible name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from kdstudio.gui import icons

Kind = Literal["primary", "normal", "quiet", "link", "danger", "small"]


def button(
    text: str, action: Callable[[], object] | None = None, *, kind: Kind = "normal", icon: str = "", name: str = ""
) -> QPushButton:
    """A push button; ``name`` is what a screen reader says where the text alone does not say enough."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if icon:
        role = {"primary": "on_accent", "link": "accent_text", "danger": "stop"}.get(kind, "text")
        made.setIcon(icons.icon(icon, role))
        made.setIconSize(QSize(16 if not text else 20, 16))
    made.setAccessibleName(name or text)
    if name and not text:
        made.setToolTip(name)
    if action is not None:

        def clicked() -> None:  # Qt hands ``checked`` to anything that could take it
            action()

        made.clicked.connect(clicked)
    return made
