"""Frames of a chart of one million points that is panned and zoomed, smoothing on.

    python benchmarks/charts.py [--points 1000000] [--frames 300] [--scale 1]

A frame is everything that follows a move of the mouse until the chart is painted: decimation, axes, curves, cursor.
The bar is 33 ms for every frame. ``--scale 2`` draws as on a screen with twice the pixels. Needs no display; the
paint engine is the one that draws on a screen too.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from array import array
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def main() -> int:
    parser = argparse.ArgumentParser(description="Frames of a chart of one million points.")
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--scale", default="1")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.scale

    from PySide6.QtWidgets import QApplication

    from kdstudio.gui import theme
    from kdstudio.gui.charts.chart import Chart

    app = QApplication([])
    app.setStyle("Fusion")
    theme.apply(app, "light")
    chart = Chart("loss", "Loss")
    chart.resize(1000, 560)
    chart.set_curves(curves_of(options.points))
    chart.plot.set_smoothing(0.8)
    chart.show()
    chart.data_changed()
    settle(app)
    for name, act in (("pan", pan), ("zoom", zoom), ("cursor", hover)):
        frames = np.array([frame(chart, act, number) for number in range(options.frames)])
        settle(app)
        print(
            f"{name:7} {options.points:,} points in each of 2 lines: median {np.median(frames):.1f} ms, "
            f"p99 {np.percentile(frames, 99):.1f} ms, max {frames.max():.1f} ms"
        )
    return 0


def curves_of(points: int) -> dict[str, object]:
    from kdstudio.client.view import Series
    from kdstudio.gui.charts.curve import Curve
    from kdstudio.gui.charts.style import Style

    generator = np.random.default_rng(0)
    steps = array("d", np.arange(points, dtype=float).tobytes())
    curves = {}
    for hue, name in enumerate(("student", "control")):
        values = np.exp(-4 * np.arange(points) / points) + 0.2 + 0.05 * generator.standard_normal(points)
        curve = Curve(Style(name, hue))
        curve.sync(Series(steps, steps, array("d", values.tobytes())))
        curves[name] = curve
    return curves


def settle(app: object) -> None:
    for _ in range(20):
        app.processEvents()


def frame(chart: object, act: Callable[[object, int], None], number: int) -> float:
    start = time.perf_counter()
    act(chart, number)
    if act is not hover:
        chart.plot.refresh()
    chart.plot.viewport().repaint()
    return 1e3 * (time.perf_counter() - start)


def pan(chart: object, number: int) -> None:
    low, high = chart.plot.x_range()
    if number == 0:
        chart.plot.choose_range((0.0, 0.6 * high))
        return
    shift = (1 if number % 100 < 50 else -1) * (high - low) / 100
    chart.plot.choose_range((low + shift, high + shift))


def zoom(chart: object, number: int) -> None:
    chart.plot.zoom(0.9 if number % 100 < 50 else 1 / 0.9)


def hover(chart: object, number: int) -> None:
    low, high = chart.plot.x_range()
    chart.show_cursor(low + (number % 100) / 100 * (high - low))


if __name__ == "__main__":
    sys.exit(main())
