"""How many rows each label has, as bars in a flow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdstudio.gui import figures, theme
from kdstudio.gui.widgets.flow import Flow

_WIDE = 190


class CountBars(Flow):
    """One bar for each label; without an aim the largest fills its bar."""

    def __init__(self) -> None:
        super().__init__(spacing=16)
        self.setAccessibleName(self.tr("Rows of each label"))
        self.bars: dict[str, _Bar] = {}

    def show_counts(self, counts: Sequence[tuple[str, int]], aim: int) -> None:
        """Show these; an ``aim`` is how many are wanted of each."""
        if [name for name, _ in counts] != list(self.bars):
            for made in self.bars.values():
                self.flow.removeWidget(made)
                made.hide()
                made.deleteLater()
            self.bars = {name: _Bar(name) for name, _ in counts}
            for made in self.bars.values():
                self.flow.addWidget(made)
                made.show()
        most = aim or max((count for _, count in counts), default=0) or 1
        for name, count in counts:
            shown = figures.count(count)
            words = self.tr("{n} of {aim}").format(n=shown, aim=figures.count(aim)) if aim else shown
            self.bars[name].show_count(min(1.0, count / most), words)


class _Bar(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._share, self._words = name, 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, share: float, words: str) -> None:
        if (share, words) != (self._share, self._words):
            self._share, self._words = share, words
            self.setAccessibleName(f"{self._name}: {words}")
            self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.length(_WIDE), look.px("small") + 18)

    def paintEvent(self, event: object) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(look.px("small"))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        wide = metrics.horizontalAdvance(self._words)
        line = QRectF(0, 0, self.width(), metrics.height())
        painter.setPen(look.color("muted"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._words)
        painter.setPen(look.color("text"))
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, self.width() - wide - 8)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        track = QRectF(0, metrics.height() + 4, self.width(), 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(track, 2.5, 2.5)
        if self._share:
            track.setWidth(max(4.0, track.width() * self._share))
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(track, 2.5, 2.5)
