"""What the run said, in a drawer at the foot of the page; what the worker and its libraries printed is behind a tab."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout

from kdstudio.client.session import tail_of
from kdstudio.client.view import RunView
from kdstudio.gui import background, spoken
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.text import label
from kdstudio.runs.layout import RunFolder

_REFRESH_MS = 2000


class LogDrawer(QFrame):
    """Closed it shows the newest line; open it shows all of them."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Log"))
        self._view = RunView()
        self._folder: RunFolder | None = None
        self._lines: list[str] = []
        self.toggle = button(self.tr("Log"), self._on_toggle, kind="quiet", icon="chevron-right")
        self.toggle.setCheckable(True)
        self._newest = label("", "small")
        self._newest.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tabs = Segmented([("said", self.tr("Messages")), ("output", self.tr("Worker output"))], self.tr("Log"))
        self._tabs.set_value("said")
        self._tabs.chosen.connect(self._fill)
        self._copy = button(self.tr("Copy"), self._on_copy, kind="quiet", icon="copy")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setProperty("role", "mono")
        self.text.setAccessibleName(self.tr("Log lines"))
        self.text.setFixedHeight(190)
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._fill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(Flow(self.toggle, self._newest, self._tabs, self._copy))
        layout.addWidget(self.text)
        self._show_open(False)

    def show_view(self, view: RunView, folder: RunFolder | None) -> None:
        """Show what the run said so far."""
        self._view, self._folder = view, folder
        lines = lines_of(view)
        if lines != self._lines:
            self._lines = lines
            self._newest.setText(lines[-1].partition("  ")[2] if lines else "")
            if self.text.isVisible():
                self._fill()

    def _on_toggle(self) -> None:
        self._show_open(self.toggle.isChecked())
        if self.toggle.isChecked():
            self.opened.emit()

    def _show_open(self, is_open: bool) -> None:
        for part in (self.text, self._tabs, self._copy):
            part.setVisible(is_open)
        self._newest.setVisible(not is_open)
        self.toggle.setAccessibleDescription(self.tr("open") if is_open else self.tr("closed"))
        if is_open:
            self._fill()

    def _fill(self) -> None:
        if self._tabs.value == "said" or self._folder is None:
            self._timer.stop()
            self._show_text("\n".join(self._lines))
            return
        folder = self._folder
        background.run(lambda: tail_of(folder, 40_000), self._show_output)
        if self._view.ended or not self.isVisible():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _show_output(self, text: str) -> None:
        if self._tabs.value == "output":
            self._show_text(text or self.tr("The worker has printed nothing."))

    def _show_text(self, text: str) -> None:
        if text != self.text.toPlainText():
            bar = self.text.verticalScrollBar()
            follow = bar.value() >= bar.maximum()
            self.text.setPlainText(text)
            if follow:
                self.text.moveCursor(QTextCursor.MoveOperation.End)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def hideEvent(self, event: object) -> None:
        """Read nothing while nobody looks."""
        self._timer.stop()


def lines_of(view: RunView) -> list[str]:
    """Notices and the last word, each with its time of day."""
    said = [
        (notice.at, f"{spoken.engine(notice.message)} {spoken.engine(notice.hint)}".strip()) for notice in view.notices
    ]
    if view.failure is not None:
        said.append(
            (view.failure.at, f"{spoken.engine(view.failure.message)} {spoken.engine(view.failure.hint)}".strip())
        )
    if view.finish is not None and view.finish.reason:
        said.append((view.finish.at, view.finish.reason))
    return [f"{datetime.fromtimestamp(at):%H:%M:%S}  {words}" for at, words in said]
