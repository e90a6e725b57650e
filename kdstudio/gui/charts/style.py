"""How lines look: one colour for each role or loss term, the same in every chart and in both themes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from kdstudio.gui import theme


@dataclass(frozen=True)
class Style:
    """``hue`` is a place in the theme's series colours; it wraps around.

    A ``level`` is one value drawn across the chart, such as a teacher's accuracy. A ``faded`` line belongs to
    another run that was laid under this one. A ``percent`` line is of shares, which are written as percentages.
    """

    title: str
    hue: int
    dashed: bool = False
    level: bool = False
    faded: bool = False
    percent: bool = False


def tint(style: Style) -> QColor:
    """The line's colour in the theme that is shown."""
    series = theme.current().tokens.series
    color = QColor(series[style.hue % len(series)])
    if style.faded:
        color.setAlphaF(0.55)
    return color
