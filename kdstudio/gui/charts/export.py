"""A chart as a picture for a paper (PNG, SVG) or as the numbers behind it (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator

from kdstudio.gui import background, theme
from kdstudio.gui.charts.curve import Curve
from kdstudio.gui.charts.style import tint
from kdstudio.gui.widgets import files
from kdstudio.runs.files import write_atomic

if TYPE_CHECKING:
    from kdstudio.gui.charts.chart import Chart

Kind = Literal["png", "svg", "csv"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_PIXELS = 3
_EDGE = 16.0


def ask(chart: Chart, kind: Kind, told: Callable[[str], None], failed: Callable[[Exception], None]) -> None:
    """Ask for a file and write the chart into it."""

    def chosen(path: Path) -> None:
        try:
            write(chart, kind, path, told, failed)
        except OSError as error:
            failed(error)

    files.ask_save(chart, f"{chart.title}.{kind}", f"{kind.upper()} (*.{kind})", chosen)


def write(
    chart: Chart, kind: Kind, path: Path, told: Callable[[str], None], failed: Callable[[Exception], None]
) -> None:
    """Write the chart; the numbers of a long run are written away from the window's thread."""
    if kind == "csv":
        tables = [(name, curve.style.title, *curve.columns()) for name, curve in _visible(chart)]

        def work() -> None:
            write_atomic(path, table(tables))

    else:
        data = png(chart) if kind == "png" else svg(chart)

        def work() -> None:
            write_atomic(path, data)

    saved = QCoreApplication.translate("charts", "Saved as {name}.").format(name=path.name)
    background.run(work, lambda _: told(saved), failed)


def table(columns: list[tuple[str, str, list[float], list[float], list[float]]]) -> bytes:
    """One row for each point: the series, its line's name, step, training seconds, value. Every point is there."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("series", "line", "step", "seconds", "value"))
    for series, line, steps, seconds, values in columns:
        writer.writerows(
            (series, line, f"{s:.0f}", repr(t), repr(v)) for s, t, v in zip(steps, seconds, values, strict=True)
        )
    return text.getvalue().encode()


def copy_picture(chart: Chart) -> None:
    """Put the chart's picture on the clipboard."""
    QGuiApplication.clipboard().setImage(_image(chart))


def png(chart: Chart) -> bytes:
    """The picture at three pixels for each point."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _image(chart).save(buffer, "PNG")  # type: ignore[call-overload] # PySide takes str where its stub says bytes
    return bytes(buffer.data().data())


def _image(chart: Chart) -> QImage:
    size = _size(chart)
    image = QImage(size * _PIXELS, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(_PIXELS)
    painter = QPainter(image)
    draw(chart, painter, size, pen_scale=_PIXELS)
    painter.end()
    return image


def svg(chart: Chart) -> bytes:
    """The picture as vectors."""
    buffer = QBuffer()
    size = _size(chart)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(), size))
    generator.setTitle(chart.title)
    painter = QPainter(generator)
    draw(chart, painter, size)
    painter.end()
    return bytes(buffer.data().data())


def _visible(chart: Chart) -> list[tuple[str, Curve]]:
    return [(name, curve) for name, curve in chart.curves.items() if curve.shown]


def _size(chart: Chart) -> QSize:
    lines = len(_visible(chart))
    return QSize(chart.plot.width() + round(2 * _EDGE), chart.plot.height() + round(3 * _EDGE) + 24 * (1 + bool(lines)))


def draw(chart: Chart, painter: QPainter, size: QSize, pen_scale: float = 1.0) -> None:
    """Draw title, legend and plot, on the theme's background. Curves have a width in pixels of the picture."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(), size), look.color("surface"))
    font = QFont(chart.font())
    font.setPixelSize(look.px("section"))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(look.color("text"))
    painter.drawText(QPointF(_EDGE, _EDGE + QFontMetricsF(font).ascent()), chart.title)
    font.setPixelSize(look.px("small"))
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    x, y = _EDGE, _EDGE + 40.0
    for _, curve in _visible(chart):
        painter.setPen(
            QPen(tint(curve.style), 3, Qt.PenStyle.DashLine if curve.style.dashed else Qt.PenStyle.SolidLine)
        )
        painter.drawLine(QPointF(x, y - 4), QPointF(x + 14, y - 4))
        painter.setPen(look.color("text"))
        painter.drawText(QPointF(x + 20, y), curve.style.title)
        x += 36 + QFontMetricsF(font).horizontalAdvance(curve.style.title)
    room = QRectF(_EDGE, y + 8, chart.plot.width(), chart.plot.height())
    chart.plot.pen_scale = pen_scale
    chart.plot.refresh()
    painter.save()
    painter.translate(room.topLeft())
    chart.plot.draw_axes(painter)
    painter.restore()
    chart.plot.scene().render(painter, room, QRectF(chart.plot.rect()))
    chart.plot.pen_scale = 0.0
    chart.plot.refresh()
    painter.save()
    painter.translate(room.topLeft())
    chart.plot.draw_marks(painter)
    painter.restore()
