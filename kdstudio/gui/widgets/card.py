"""Framed groups of content."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from kdstudio.gui.theme import SPACE
from kdstudio.gui.widgets.text import label


class Card(QFrame):
    """A raised group with an optional heading; add content to :attr:`body`."""

    def __init__(self, heading: str = "", *, kind: Literal["card", "sunken"] = "card", padding: int = 20) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(SPACE + SPACE // 2)
        self.heading: QLabel | None = None
        if heading:
            self.heading = label(heading, "section", wrap=True)
            self.body.addWidget(self.heading)
            self.setAccessibleName(heading)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Append a widget or a layout."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)


def row(*items: QWidget | int | None, spacing: int = SPACE) -> QHBoxLayout:
    """A horizontal line of widgets; a number is a gap in pixels, ``None`` takes the free space."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    _fill(made, items)
    return made


def column(*items: QWidget | int | None, spacing: int = SPACE) -> QVBoxLayout:
    """The same, vertical."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    _fill(made, items)
    return made


def _fill(layout: QHBoxLayout | QVBoxLayout, items: tuple[QWidget | int | None, ...]) -> None:
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        else:
            layout.addWidget(item)


def holding(layout: QLayout) -> QWidget:
    """A layout as a widget, where only a widget can be put."""
    made = QWidget()
    made.setLayout(layout)
    return made


def stacked(*items: QWidget, spacing: int = 2 * SPACE) -> QWidget:
    """Widgets one under the other, the rest of the height left free."""
    return holding(column(*items, None, spacing=spacing))


def hairline() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setProperty("kind", "hairline")
    return made


def scrolled(layout: QLayout) -> QScrollArea:
    """A column that scrolls by itself when its place is too low."""
    inner = QWidget()
    inner.setObjectName("body")
    inner.setLayout(layout)
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inner)
    return made
