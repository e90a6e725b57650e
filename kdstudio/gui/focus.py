"""The way of the Tab key: in reading order, worked out anew at every step, because pages rebuild their content."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

_LEAVES = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """What takes the focus by Tab now, as the eye meets it: by the layouts, from the first item to the last."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if _stops(widget):
        yield widget
    if not isinstance(widget, _LEAVES):
        for child in _children(widget):
            yield from reading_order(child)


def move(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next or the previous control of a window, around its end."""
    order = list(reading_order(window))
    if not order:
        return False
    focused = QApplication.focusWidget()
    while focused is not None and focused not in order:
        focused = focused.parentWidget()
    step = 1 if forward else -1
    place = step + (order.index(focused) if focused is not None else -forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[place % len(order)].setFocus(reason)
    return True


def _stops(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QScrollArea):
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    # of a group of choices Tab takes the chosen one, arrow keys the others
    return group is None or not group.exclusive() or group.checkedButton() in (None, widget)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        return [shown] if shown is not None else []
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        return [inner] if inner is not None else []
    layout = widget.layout()
    laid_out = list(_in_layout(layout)) if layout is not None else []
    others = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid_out]
    return [*laid_out, *(child for child in others if not child.isWindow())]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
