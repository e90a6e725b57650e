"""A confusion matrix that can be walked through cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from kdstudio.gui import figures, theme, words

Counts = npt.NDArray[np.int64]

_SMALLEST, _LARGEST, _NUMBERS_FROM = 6.0, 58.0, 24.0


class Matrix(QLabel):
    """Rows are the right classes, columns the answers; a cell's tint is its share of the row.

    A label to Qt, so that a screen reader says the chosen cell, which is its name.
    """

    chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._names: Sequence[str] = ()
        self._counts: Counts = np.zeros((0, 0), dtype=np.int64)
        self._at = (0, 0)
        self._hover: tuple[int, int] | None = None

    def show_counts(self, names: Sequence[str], counts: Counts) -> None:
        """Show a matrix ``(C, C)`` of counts."""
        self._names, self._counts = names, counts
        self._at = self._worst()
        self._name()
        self.updateGeometry()
        self.update()

    def _worst(self) -> tuple[int, int]:
        """The cell with the most mistakes, where looking begins."""
        wrong = self._counts.copy()
        np.fill_diagonal(wrong, 0)
        place = int(wrong.argmax()) if wrong.size else 0
        count = max(1, len(self._names))
        return place // count, place % count

    @property
    def current(self) -> tuple[int, int]:
        """The class and the answer of the chosen cell."""
        return self._at

    def _name(self) -> None:
        if not len(self._names):
            return
        self.setAccessibleName(self.in_words(*self._at))

    def in_words(self, row: int, column: int) -> str:
        """A cell as a sentence."""
        count, whole = int(self._counts[row, column]), int(self._counts[row].sum())
        return self.tr("{count} of {whole} examples of “{label}” were answered “{guess}” ({share}).").format(
            count=count,
            whole=whole,
            label=self._names[row],
            guess=self._names[column],
            share=words.share(count / whole if whole else 0.0),
        )

    # geometry

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current().px("small"))
        return font

    def _label_width(self) -> float:
        metrics = QFontMetricsF(self._font())
        return min(140.0, max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)) + 26

    def _cell(self) -> float:
        count = max(1, len(self._names))
        room = min(self.width() - self._label_width() - 2, self.height() - self._head() - 2)
        return float(np.clip(room / count, _SMALLEST, _LARGEST))

    def _head(self) -> float:
        return theme.current().px("small") * 2.0 + 22

    def _rect(self, row: int, column: int) -> QRectF:
        side = self._cell()
        return QRectF(self._label_width() + column * side, self._head() + row * side, side, side)

    def _cell_at(self, place: QPoint) -> tuple[int, int] | None:
        side = self._cell()
        column = int((place.x() - self._label_width()) // side)
        row = int((place.y() - self._head()) // side)
        count = len(self._names)
        return (row, column) if 0 <= row < count and 0 <= column < count else None

    def sizeHint(self) -> QSize:
        """Room for comfortable cells."""
        side = 40 * len(self._names)
        return QSize(round(self._label_width()) + side, round(self._head()) + side)

    def minimumSizeHint(self) -> QSize:
        """Room for the smallest cells."""
        side = round(max(14.0, _SMALLEST) * min(len(self._names), 24))
        return QSize(round(self._label_width()) + side, round(self._head()) + side)

    # drawing

    def paintEvent(self, event: object) -> None:
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        self._paint_labels(painter)
        tint, wrong = theme.current().color("accent"), theme.current().color("stop")
        rows = np.maximum(1, self._counts.sum(1))
        side = self._cell()
        gap = 1.0 if side > 10 else 0.0
        for row in range(len(self._names)):
            for column in range(len(self._names)):
                share = float(self._counts[row, column] / rows[row])
                rect = self._rect(row, column).adjusted(gap, gap, -gap, -gap)
                color = shade(tint if row == column else wrong, share)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                painter.drawRoundedRect(rect, 3, 3)
                if side >= _NUMBERS_FROM and self._counts[row, column]:
                    painter.setPen(ink_on(color))
                    count = figures.count(int(self._counts[row, column]))
                    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), count)
        self._paint_marks(painter)

    def _paint_labels(self, painter: QPainter) -> None:
        look, metrics = theme.current(), QFontMetricsF(self._font())
        side, left = self._cell(), self._label_width()
        painter.setPen(look.color("muted"))
        painter.drawText(QRectF(left, 0, side * len(self._names), look.px("small") + 8), 0, self.tr("answer →"))
        painter.save()
        painter.translate(2, self._head() + side * len(self._names) / 2)
        painter.rotate(-90)
        painter.drawText(QRectF(-100, 0, 200, 16), int(Qt.AlignmentFlag.AlignCenter), self.tr("← right class"))
        painter.restore()
        painter.setPen(look.color("text"))
        stride = max(1, round(look.px("small") * 1.2 / side))
        for number in range(0, len(self._names), stride):
            row = QRectF(20, self._head() + number * side, left - 26, side)
            name = metrics.elidedText(self._names[number], Qt.TextElideMode.ElideMiddle, row.width())
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), name)
        wide = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0) > side * stride
        for number in range(0, len(self._names), stride):
            column = QRectF(
                left + number * side, self._head() - look.px("small") - 8, side * stride, look.px("small") + 6
            )
            name = metrics.elidedText(self._names[number], Qt.TextElideMode.ElideRight, column.width() - 2)
            flags = Qt.AlignmentFlag.AlignLeft if wide else Qt.AlignmentFlag.AlignHCenter
            if stride == 1:
                painter.drawText(column, int(flags | Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_marks(self, painter: QPainter) -> None:
        if not len(self._names):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._hover is not None:
            painter.setPen(QPen(theme.current().color("line_strong"), 1.5))
            painter.drawRoundedRect(self._rect(*self._hover), 4, 4)
        painter.setPen(QPen(theme.current().color("accent" if self.hasFocus() else "text"), 2))
        painter.drawRoundedRect(self._rect(*self._at), 4, 4)

    # choosing

    def _choose(self, row: int, column: int) -> None:
        last = len(self._names) - 1
        self._at = (min(last, max(0, row)), min(last, max(0, column)))
        self._name()
        self.update()
        self.chosen.emit(*self._at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        found = self._cell_at(event.position().toPoint())
        if found is not None:
            self._choose(*found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the cell under the mouse."""
        found = self._cell_at(event.position().toPoint())
        if found != self._hover:
            self._hover = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from cell to cell."""
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        move = moves.get(Qt.Key(event.key()))
        if move is None or not len(self._names):
            super().keyPressEvent(event)
            return
        self._choose(self._at[0] + move[0], self._at[1] + move[1])

    def event(self, event: QEvent) -> bool:
        """Say the cell under the mouse in a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._cell_at(event.pos())
            if found is not None:
                QToolTip.showText(event.globalPos(), self.in_words(*found), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def shade(color: QColor, share: float) -> QColor:
    """The ground mixed with ``color``: nothing for a share of 0, all of it for 1, small shares well visible."""
    ground = theme.current().color("sunken")
    weight = 0.08 + 0.92 * share**0.6 if share > 0 else 0.0
    pairs = ((ground.red(), color.red()), (ground.green(), color.green()), (ground.blue(), color.blue()))
    return QColor(*(round(before + (after - before) * weight) for before, after in pairs))


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever has the greater contrast on ``ground`` (WCAG 2.2 relative luminance)."""
    channels = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (ground.redF(), ground.greenF(), ground.blueF())
    )
    luminance = sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))
    return QColor("black") if luminance > 0.179 else QColor("white")
