"""Buttons of the window's kinds, each with an accessible name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from kdstudio.gui import icons, theme

Kind = Literal["primary", "normal", "quiet", "link", "danger", "segment", "small"]

_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class Button(QPushButton):
    """A push button whose focus ring shows while the keyboard is used, and not at every click."""

    def __init__(self, text: str, kind: Kind = "normal") -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._size_icon()

    def _size_icon(self) -> None:
        """As high as the words beside it; wider than high it leaves a gap to them."""
        length = theme.current().length
        self.setIconSize(QSize(length(16) + (4 if self.text() else 0), length(16)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_icon()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember for the whole window how one moves about."""
        note_focus(self, event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it as Space does; Ctrl+Return is the page's own."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, with the ring on top."""
        super().paintEvent(event)
        if not shows_focus(self):
            return
        role = "text" if self.property("kind") == "primary" else "accent"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color(role), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def note_focus(widget: QWidget, event: QFocusEvent) -> None:
    """Note in the window whether the focus came by keyboard; a focus set by the program changes nothing."""
    if event.reason() in _BY_KEYBOARD:
        widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    elif event.reason() == Qt.FocusReason.MouseFocusReason:
        widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)


def shows_focus(widget: QWidget) -> bool:
    """Whether a focus ring belongs around a widget."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def button(
    text: str, action: Callable[[], object] | None = None, *, kind: Kind = "normal", icon: str = "", name: str = ""
) -> Button:
    """A push button; ``name`` is what a screen reader says where the text alone does not say enough."""
    made = Button(text, kind)
    if icon:
        role = {"primary": "on_accent", "link": "accent_text", "danger": "stop"}.get(kind, "text")
        made.setIcon(icons.icon(icon, role))
    made.setAccessibleName(name or text)
    if name and not text:
        made.setToolTip(name)
    if action is not None:

        def clicked() -> None:  # Qt hands ``checked`` to anything that could take it
            action()

        made.clicked.connect(clicked)
    return made
