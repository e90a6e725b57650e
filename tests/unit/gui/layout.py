"""What a person would see at once and a test seldom looks at: words cut off, things on top of each other, a page that
has to be scrolled sideways.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

_SLACK = 1
"""Pixels by which rounding may differ."""


def faults(root: QWidget) -> list[str]:
    """Everything that is cut off, covered or out of reach in what is shown of ``root``, each in words."""
    return [*_sideways(root), *_cut(root), *_outside(root), *_covered(root)]


def _shown(root: QWidget, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(kind):
        if widget.isVisible() and widget.width() and not _is_inner(widget):
            yield widget


def _is_inner(widget: QWidget) -> bool:
    """Parts that Qt lays out itself, and rows of a list."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QAbstractItemView)


def _sideways(root: QWidget) -> Iterator[str]:
    for area in _shown(root, QScrollArea):
        assert isinstance(area, QScrollArea)
        bar = area.horizontalScrollBar()
        if bar.maximum() > bar.minimum():
            yield f"{_name(area)} scrolls sideways by {bar.maximum()} px because of {_widest(area.widget())}"


def _widest(widget: QWidget) -> str:
    """The innermost children that need so much room."""
    need = widget.minimumSizeHint().width()
    inner = [w for w in _shown(widget) if max(w.minimumSizeHint().width(), w.minimumWidth()) > 0.7 * need]
    return ", ".join(f"{_name(w)} ({max(w.minimumSizeHint().width(), w.minimumWidth())})" for w in inner[-3:])


def _cut(root: QWidget) -> Iterator[str]:
    """Words that have less room than they need and do not say so elsewhere."""
    for widget in _shown(root, QLabel):
        assert isinstance(widget, QLabel)
        room, metrics = widget.contentsRect(), widget.fontMetrics()
        if not widget.text() or widget.toolTip():
            continue
        lines = map(metrics.horizontalAdvance, widget.text().splitlines())
        need = _unbreakable(widget) if widget.wordWrap() else max(lines, default=0)
        if need > room.width() + _SLACK:
            yield f"{_name(widget)} needs {need} px and has {room.width()}"
        high = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.minimumSizeHint().height()
        if high > widget.height() + _SLACK:
            yield f"{_name(widget)} needs a height of {high} px and has {widget.height()}"
    for widget in _shown(root, QAbstractButton):
        assert isinstance(widget, QAbstractButton)
        hint = widget.minimumSizeHint() if not widget.text() else widget.sizeHint()
        if widget.text() and (hint.width() > widget.width() + _SLACK or hint.height() > widget.height() + 2):
            yield f"{_name(widget)} needs {hint.toTuple()} px and has {widget.size().toTuple()}"
    for widget in _shown(root, QAbstractSpinBox):
        assert isinstance(widget, QAbstractSpinBox)
        edit = widget.lineEdit()
        need = edit.fontMetrics().horizontalAdvance(widget.text())
        if need > edit.contentsRect().width():
            yield f"{_name(widget)} “{widget.text()}” needs {need} px and has {edit.contentsRect().width()}"


def _unbreakable(widget: QLabel) -> int:
    """Width of the longest piece that no line break can divide."""
    layout = QTextLayout(widget.text(), widget.font())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1)
    layout.endLayout()
    return math.floor(layout.minimumWidth())


def _outside(root: QWidget) -> Iterator[str]:
    """Widgets that reach out of their parent, which cuts them off; the content of a scrolling area may."""
    for widget in _shown(root):
        parent = widget.parentWidget()
        if parent is None or widget is root or isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(widget.geometry()):
            yield f"{_name(widget)} {_place(widget.geometry())} reaches out of {_name(parent)} {_place(parent.rect())}"


def _covered(root: QWidget) -> Iterator[str]:
    """Words and controls that lie on top of each other, whatever they belong to."""
    for parent in (root, *_shown(root)):
        if parent.layout() is None:
            continue
        inside = [w for w in parent.findChildren(QWidget) if w.parentWidget() is parent and w.isVisible()]
        held = [w for w in inside if w.width() > 1 and w.height() > 1 and _is_laid_out(parent, w)]
        for one, other in combinations(held, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > _SLACK and common.height() > _SLACK:
                yield f"{_name(one)} and {_name(other)} lie on top of each other in {_name(parent)}"


def _is_laid_out(parent: QWidget, widget: QWidget) -> bool:
    layout = parent.layout()
    return layout is not None and _holds(layout, widget)


def _holds(layout: object, widget: QWidget) -> bool:
    for place in range(layout.count()):  # type: ignore[attr-defined] # a QLayout
        item = layout.itemAt(place)  # type: ignore[attr-defined] # a QLayout
        if item.widget() is widget or (item.layout() is not None and _holds(item.layout(), widget)):
            return True
    return False


def _place(rect: QRect) -> str:
    corner: QPoint = rect.topLeft()
    return f"({corner.x()}, {corner.y()}, {rect.width()} × {rect.height()})"


def _name(widget: QWidget) -> str:
    said = widget.property("text") or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{str(said)[:60]}”"
