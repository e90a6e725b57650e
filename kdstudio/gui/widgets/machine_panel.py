"""What the worker uses of the machine, with the last minutes as small curves."""

from __future__ import annotations

from collections import deque

import psutil
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QWidget

from kdstudio.client.view import RunView
from kdstudio.gui import figures, theme, words
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.text import label

_HISTORY = 90


class MachinePanel(Card):
    """Processor, memory, graphics memory, speed and time of a run."""

    def __init__(self) -> None:
        super().__init__(self.tr("Machine"), padding=14)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, _Row] = {}
        for key, title in (
            ("device", self.tr("Device")),
            ("cpu", self.tr("Processor")),
            ("memory", self.tr("Memory")),
            ("gpu", self.tr("Graphics memory")),
            ("speed", self.tr("Speed")),
            ("time", self.tr("Training time")),
        ):
            self._rows[key] = _Row(self._grid, title)
        self.add(self._grid)
        self._beat = 0.0
        self.forget()

    def forget(self) -> None:
        """Begin anew, for another run."""
        self._beat = 0.0
        for row in self._rows.values():
            row.clear()

    def show_view(self, view: RunView) -> None:
        """Show the newest figures."""
        if view.job is not None:
            threads = self.tr("{n} threads").format(n=view.job.threads) if view.job.threads else ""
            self._rows["device"].say(" · ".join(filter(None, (view.job.device.upper(), threads))))
        beat = view.heartbeat
        if beat is not None and beat.at != self._beat:
            self._beat = beat.at
            cores, memory = psutil.cpu_count() or 1, psutil.virtual_memory().total
            busy = beat.cpu_percent / (100 * cores)
            self._rows["cpu"].say(
                self.tr("{used} of {all} cores").format(used=figures.local(f"{beat.cpu_percent / 100:.1f}"), all=cores),
                busy,
            )
            self._rows["memory"].say(words.size(beat.rss_bytes), beat.rss_bytes / memory)
            if beat.gpu_bytes:
                self._rows["gpu"].say(words.size(beat.gpu_bytes))
        self._show_training(view)

    def _show_training(self, view: RunView) -> None:
        role = next((role for role in ("student", "control", "teacher") if f"{role}/train/loss" in view.series), "")
        pace = view.series.get(f"{role}/train/examples_per_second")
        if pace and pace.values:
            self._rows["speed"].say(self.tr("{n} examples/s").format(n=words.number(pace.values[-1])))
        spent = sum(view.seconds(role) for role in ("teacher", "control", "student"))
        if spent:
            self._rows["time"].say(words.duration(spent))


class _Row:
    """A title, a value, and a curve where there is one; hidden while there is nothing to say."""

    def __init__(self, grid: QGridLayout, title: str) -> None:
        line = grid.rowCount()
        self._title = label(title, "small")
        self._value = label("", "small")
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._curve = Sparkline()
        grid.addWidget(self._title, line, 0)
        grid.addWidget(self._curve, line, 1)
        grid.addWidget(self._value, line, 2)

    def clear(self) -> None:
        self._value.setText("")
        self._curve.clear()
        self._show()

    def say(self, words: str, share: float | None = None) -> None:
        self._value.setText(words)
        self._value.setAccessibleName(f"{self._title.text()}: {words}")
        if share is not None:
            self._curve.add(share)
        self._show()

    def _show(self) -> None:
        for part in (self._title, self._value, self._curve):
            part.setVisible(bool(self._value.text()))


class Sparkline(QWidget):
    """Shares between 0 and 1 over time, newest to the right."""

    def __init__(self) -> None:
        super().__init__()
        self._values: deque[float] = deque(maxlen=_HISTORY)
        self.setMinimumHeight(18)

    def add(self, share: float) -> None:
        """Append a value."""
        self._values.append(min(1.0, max(0.0, share)))
        self.update()

    def clear(self) -> None:
        """Forget all values."""
        self._values.clear()
        self.update()

    def sizeHint(self) -> QSize:
        """A line of text high."""
        return QSize(60, 18)

    def paintEvent(self, event: object) -> None:
        """Draw the line over a tinted area."""
        if len(self._values) < 2:
            return
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1, 2, -1, -2)
        step = room.width() / (_HISTORY - 1)
        left = room.right() - step * (len(self._values) - 1)
        line = [QPointF(left + step * i, room.bottom() - v * room.height()) for i, v in enumerate(self._values)]
        area = QPolygonF([QPointF(left, room.bottom()), *line, room.bottomRight()])
        ground = QColor(look.tokens.series[0])
        painter.setPen(QPen(ground, 1.2))
        painter.drawPolyline(line)
        ground.setAlphaF(0.15)
        painter.setPen(QPen(QColor(0, 0, 0, 0)))
        painter.setBrush(ground)
        painter.drawPolygon(area)
