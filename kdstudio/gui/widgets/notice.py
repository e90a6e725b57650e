"""What the window says: an error banner with Retry and Copy details, and a toast that leaves by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kdstudio.core.errors import KDError
from kdstudio.gui import spoken
from kdstudio.gui.icons import IconLabel
from kdstudio.gui.widgets.beside import Beside
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label

_TOAST_MS = 5000


class ErrorBanner(QFrame):
    """One plain sentence, the next step, Retry where it helps, and details that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner-stop")
        self._details = ""
        self._retry_action: Callable[[], None] | None = None
        self._remedy_action: Callable[[], None] | None = None
        self.message = label("", "strong", wrap=True)
        self.hint = label("", wrap=True)
        self.retry = button(self.tr("Retry"), self._on_retry, icon="rotate-ccw")
        self.remedy = button("", self._on_remedy, kind="primary", icon="play")
        self.copy = button(self.tr("Copy details"), self._on_copy, kind="quiet", icon="copy")
        self.dismiss = button("", self.hide, kind="quiet", icon="x", name=self.tr("Dismiss this message"))
        said = Beside(margin=0)
        said.words.addWidget(self.message)
        said.words.addWidget(self.hint)
        said.control.addWidget(Flow(self.remedy, self.retry, self.copy, self.dismiss, spacing=4))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 8, 10)
        layout.setSpacing(12)
        layout.addWidget(IconLabel("circle-x", "stop"), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(said, 1)
        self.hide()

    def offer(self, words: str, action: Callable[[], None]) -> None:
        """Put a way out beside the error that is shown."""
        self.remedy.setText(words)
        self.remedy.setAccessibleName(words)
        self._remedy_action = action
        self.remedy.show()

    def show_error(self, error: KDError, retry: Callable[[], None] | None = None, details: str = "") -> None:
        """Show ``error``; the details default to its code and words."""
        self.remedy.hide()
        self.message.setText(spoken.engine(error.message))
        self.hint.setText(spoken.engine(error.hint))
        self.hint.setVisible(bool(error.hint))
        self._details = f"{error.code}: {error}\n{details}".strip()
        self._retry_action = retry
        self.retry.setVisible(retry is not None)
        self.setAccessibleName(self.tr("Error: {words}").format(words=str(error)))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _on_retry(self) -> None:
        self.hide()
        if self._retry_action is not None:
            self._retry_action()

    def _on_remedy(self) -> None:
        self.hide()
        if self._remedy_action is not None:
            self._remedy_action()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


class Toast(QFrame):
    """A short sentence over the lower edge of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kind", "toast")
        self._label = label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 10, 18, 10)
        layout.addWidget(self._label)
        self._timer = QTimer(self, singleShot=True, interval=_TOAST_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Show ``words`` for a few seconds."""
        self._label.setText(words)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self) -> None:
        room = self._over.width() - 64
        self._label.setWordWrap(False)
        if self._label.sizeHint().width() > room:
            self._label.setWordWrap(True)
            self._label.setFixedWidth(room)
        else:
            self._label.setMinimumWidth(0)
            self._label.setMaximumWidth(room)
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - 84)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the parent is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
