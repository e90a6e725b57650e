"""The frame every page stands in: heading, scrolling content, and a footer with one primary button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kdstudio.gui import teaching, theme
from kdstudio.gui.studio import STEPS, Studio
from kdstudio.gui.theme import SPACE
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label

_READABLE_WIDTH = 1180
_HEADING_WIDTH = 260
_REASON_WIDTH = 240


class Page(QWidget):
    """Base of all pages. ``key`` is the page's name in the rail; :meth:`entered` is called whenever it is shown."""

    key = ""

    def __init__(self, studio: Studio, *, wide: bool = False) -> None:
        super().__init__()
        self.studio = studio
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label("", "title", wrap=True)
        self.subtitle = label("", "muted", wrap=True)
        self.subtitle.hide()
        self.head_actions = Flow()
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * SPACE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll_area(wide), 1)
        outer.addWidget(self._footer())

    def _scroll_area(self, wide: bool) -> QScrollArea:
        content = QWidget()
        content.setObjectName("body")
        heading = QVBoxLayout()
        heading.setSpacing(SPACE // 2)
        heading.addWidget(self.title)
        heading.addWidget(self.subtitle)
        self.copy = button(
            "", self.copy_command, kind="quiet", icon="terminal", name=self.tr("Copy as command (Ctrl+Shift+C)")
        )
        self.head_actions.flow.addWidget(self.copy)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(SPACE // 2)
        self._head.addLayout(heading, 1)
        self._head.addWidget(self.head_actions, 0, Qt.AlignmentFlag.AlignTop)
        if type(self).command is Page.command:
            self.copy.hide()
        inner = QWidget()
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if not wide:
            inner.setMaximumWidth(_READABLE_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addLayout(self._head)
        inner.installEventFilter(self)
        column.addLayout(self.body, 1)
        centred = QHBoxLayout(content)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(inner)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(content)
        return self.scroller

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether the heading has room."""
        super().resizeEvent(event)
        self._place_actions()
        self._place_reason()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when what stands there has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_actions()
        return False

    def _place_actions(self) -> None:
        """What can be done goes below the heading where there is no room beside it."""
        room = self.width() - 8 * SPACE - self.head_actions.sizeHint().width()
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        beside = room >= max(title, theme.current().length(_HEADING_WIDTH))
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._head.direction() != direction:
            self._head.setDirection(direction)
            self._head.setAlignment(self.head_actions, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))

    def _footer(self) -> QFrame:
        self.footer = QFrame()
        self.footer.setObjectName("footer")
        self.footer.hide()
        self.back = button(self.tr("Back"), self._go_back, kind="quiet", icon="arrow-left")
        if not self._step_before():
            self.back.hide()
        self.reason = label("", "muted", wrap=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.foot_actions = Flow(side=Qt.AlignmentFlag.AlignRight)
        self.primary = button("", self._on_primary, kind="primary")
        self._action: Callable[[], object] | None = None
        self.foot_actions.flow.addWidget(self.primary)
        self._foot = QGridLayout(self.footer)
        self._foot.setContentsMargins(3 * SPACE, 12, 4 * SPACE, 12)
        self._foot.setHorizontalSpacing(2 * SPACE)
        self._foot.setVerticalSpacing(SPACE)
        self._foot.setColumnStretch(1, 1)
        self._foot.addWidget(self.back, 1, 0)
        self._foot.addWidget(self.reason, 1, 1)
        self._foot.addWidget(self.foot_actions, 1, 2)
        return self.footer

    def _place_reason(self) -> None:
        """Why the button cannot be pressed goes above the buttons where there is too little room between them."""
        others = self.back.sizeHint().width() + self.foot_actions.sizeHint().width() + 11 * SPACE
        enough = theme.current().length(_REASON_WIDTH)
        needed = min(enough, self.reason.fontMetrics().horizontalAdvance(self.reason.text()))
        between = self.width() - others >= needed
        if between != (self._foot.itemAtPosition(0, 0) is None):
            self._foot.removeWidget(self.reason)
            self._foot.addWidget(self.reason, *((1, 1) if between else (0, 0, 1, 3)))

    def add_head_action(self, item: QWidget) -> None:
        """Something that can be done on this page, beside its heading."""
        self.head_actions.flow.insertWidget(-1, item)

    def add_foot_action(self, item: QWidget) -> None:
        """Something that can be done instead of what the primary button does."""
        self.foot_actions.flow.insertWidget(-1, item)

    def set_heading(self, title: str, subtitle: str = "") -> None:
        """The page's name, and one sentence about it."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)
        self.setWindowTitle(title)

    def set_primary(self, text: str, action: Callable[[], object], name: str = "") -> None:
        """The one thing to do next on this page."""
        self.primary.setText(text)
        self.primary.setAccessibleName(name or text)
        self._action = action
        self.footer.show()

    def block(self, reason: str) -> None:
        """Disable the primary button and say why; an empty reason enables it."""
        self.primary.setEnabled(not reason)
        self.primary.setAccessibleDescription(reason)
        self.primary.setToolTip(reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._place_reason()

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Append content."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)

    def command(self) -> str:
        """What is done on this page as a terminal command, or an empty string."""
        return ""

    def copy_command(self) -> None:
        """Put the command into the clipboard."""
        if command := self.command():
            QGuiApplication.clipboard().setText(command)
            self.studio.told.emit(self.tr("Copied: {command}").format(command=_shortened(command)))

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins: at what is to be done next, when it can be done."""
        return self.primary if self.primary.isEnabled() and not self.footer.isHidden() else None

    def entered(self) -> None:
        """Called when the page is shown."""

    def left(self) -> None:
        """Called when another page is shown instead."""

    def _on_primary(self) -> None:
        if self._action is not None:
            self._action()

    def _step_before(self) -> str:
        """The step before this one, or an empty string."""
        steps = next((steps for steps in (teaching.STEPS, STEPS) if self.key in steps[1:]), ("",))
        return steps[steps.index(self.key) - 1] if self.key in steps else ""

    def _go_back(self) -> None:
        self.studio.go(self._step_before())


def _shortened(command: str) -> str:
    return command if len(command) <= 80 else f"{command[:79]}…"
