"""The lines of a chart as buttons: each shows its value and hides its line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kdstudio.gui import theme
from kdstudio.gui.charts import numbers
from kdstudio.gui.charts.curve import Curve
from kdstudio.gui.charts.style import Style, tint
from kdstudio.gui.widgets.flow import Flow

_SAMPLE, _GAP, _PAD = 14, 6, 6


class Legend(Flow):
    """Click a line to hide it, with Alt held to see it alone."""

    toggled = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=2)
        self._chips: dict[str, Chip] = {}
        self._curves: dict[str, Curve] = {}

    def set_curves(self, curves: dict[str, Curve]) -> None:
        """Show these lines."""
        for key in [key for key in self._chips if self._curves[key] is not curves.get(key)]:
            chip = self._chips.pop(key)
            self.flow.removeWidget(chip)
            chip.deleteLater()
        self._curves = dict(curves)
        for key, curve in curves.items():
            if key not in self._chips:
                self._chips[key] = chip = Chip(curve.style)
                chip.clicked.connect(self._apply)
                chip.alone.connect(self._show_alone)
                self.flow.addWidget(chip)

    def show_values(self, x: float | None) -> None:
        """Say every line's value at ``x``, or its newest."""
        for key, curve in self._curves.items():
            extent = curve.extent()
            at = x if x is not None else extent[1] if extent else None
            found = curve.at(at) if at is not None else None
            self._chips[key].show_value(found[1] if found else None)

    def _apply(self) -> None:
        for key, chip in self._chips.items():
            self._curves[key].shown = chip.isChecked()
        self.toggled.emit()

    def _show_alone(self, chosen: QWidget) -> None:
        """Show one line alone; once more shows all."""
        is_alone = all(chip.isChecked() == (chip is chosen) for chip in self._chips.values())
        for chip in self._chips.values():
            chip.setChecked(is_alone or chip is chosen)
        self._apply()


class Chip(QAbstractButton):
    """A short stroke in the line's colour, its name, its value."""

    alone = Signal(object)

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._value = ""
        self._widest = 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(style.title)
        self.setObjectName("chip")
        self.setToolTip(self.tr("Hide or show this line. With Alt held, show it alone."))
        self.toggled.connect(self._name)
        self._name()

    def show_value(self, value: float | None) -> None:
        """Say a value; the chip grows with it but never jumps back, so that the row stays calm."""
        text = numbers.shown(value, percent=self._style.percent) if value is not None else ""
        if text != self._value:
            self._value = text
            width = self.fontMetrics().horizontalAdvance(text)
            if width > self._widest:
                self._widest = width
                self.updateGeometry()
            self._name()
            self.update()

    def _name(self) -> None:
        shown = self.tr("shown") if self.isChecked() else self.tr("hidden")
        self.setAccessibleName(f"{self.text()} {self._value}, {shown}".replace(" ,", ","))

    def sizeHint(self) -> QSize:
        """The stroke, the name, the widest value so far."""
        metrics = QFontMetrics(self.font())
        value = self._widest + _GAP if self._widest else 0
        return QSize(2 * _PAD + _SAMPLE + _GAP + metrics.horizontalAdvance(self.text()) + value, metrics.height() + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and Space show the line alone."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.alone.emit(self)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Alt and click show the line alone."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.alone.emit(self)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(look.color("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        middle = self.height() / 2
        color = tint(self._style) if self.isChecked() else look.color("line_strong")
        painter.setPen(_stroke(self._style, color))
        painter.drawLine(QPointF(_PAD, middle), QPointF(_PAD + _SAMPLE, middle))
        font = self.font()
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        painter.setPen(look.color("text" if self.isChecked() else "muted"))
        left = _PAD + _SAMPLE + _GAP
        room = self.rect().adjusted(left, 0, -_PAD, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.isChecked() and self._value:
            painter.setPen(look.color("muted"))
            room.setLeft(left + self.fontMetrics().horizontalAdvance(self.text()) + _GAP)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._value)


def _stroke(style: Style, color: QColor) -> QPen:
    pen = QPen(color, 3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if style.dashed:
        pen.setDashPattern([1.0, 1.8])
    return pen
