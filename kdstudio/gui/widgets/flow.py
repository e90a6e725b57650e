"""A layout that goes on in the next line when one is full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QLayoutItem, QWidget

_LEFT = Qt.AlignmentFlag.AlignLeft


class FlowLayout(QLayout):
    """Items in reading order, each at its own size; one that expands takes the rest of its line.

    ``side`` is where a line stands that is not full.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 6, side: Qt.AlignmentFlag = _LEFT) -> None:
        super().__init__(parent)
        self._side = side
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Append."""
        self._items.append(item)

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Put a widget before the item at ``place``, counted as in a list."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at ``index``."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Neither."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Yes: that is what it is for."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as it can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out in lines, each in the middle of its line's height; returns the height of all of them."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y = inner.y()
        for line in self._lines(inner.width()):
            sizes = self._sizes(line, inner.width())
            high = max(size.height() for size in sizes)
            x = inner.x() + self._indent(sizes, inner.width())
            for item, size in zip(line, sizes, strict=True) if move else ():
                item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(y - self.spacing(), inner.y()) + margins.bottom() - rect.y()

    def _sizes(self, line: list[QLayoutItem], width: int) -> list[QSize]:
        """Sizes of the items of a line; those that expand share what is left."""
        wide = [min(item.sizeHint().width(), width) for item in line]
        growing = [
            n
            for n, item in enumerate(line)
            if item.expandingDirections() & Qt.Orientation.Horizontal and item.maximumSize().width() > width
        ]
        rest = width - sum(wide) - self.spacing() * (len(line) - 1)
        for place in growing:
            wide[place] += max(0, rest // len(growing))
        return [
            QSize(w, item.heightForWidth(w) if item.hasHeightForWidth() else item.sizeHint().height())
            for w, item in zip(wide, line, strict=True)
        ]

    def _indent(self, sizes: list[QSize], width: int) -> int:
        if self._side == _LEFT:
            return 0
        rest = width - sum(size.width() for size in sizes) - self.spacing() * (len(sizes) - 1)
        return max(0, rest) // (2 if self._side == Qt.AlignmentFlag.AlignHCenter else 1)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            wide = item.sizeHint().width()
            if lines and used + self.spacing() + wide <= width:
                lines[-1].append(item)
                used += self.spacing() + wide
            else:
                lines.append([item])
                used = wide
        return lines


class Flow(QFrame):
    """Widgets side by side that go on in the next line where there is no room.

    Its height follows its width by itself, whatever it lies in: stacks and grids of Qt do not ask for it.
    """

    def __init__(self, *items: QWidget, spacing: int = 8, side: Qt.AlignmentFlag = _LEFT) -> None:
        super().__init__()
        self.flow = FlowLayout(self, spacing, side)
        for item in items:
            self.flow.addWidget(item)

    def sizeHint(self) -> QSize:
        """All of them in one line."""
        inner, outer = self.flow.contentsMargins(), self.contentsMargins()
        margins = inner.left() + inner.right() + outer.left() + outer.right()
        items = (self.flow.itemAt(place) for place in range(self.flow.count()))
        wide = [item.sizeHint().width() for item in items if item is not None and not item.isEmpty()]
        return QSize(
            sum(wide) + self.flow.spacing() * max(0, len(wide) - 1) + margins,
            self.flow.totalHeightForWidth(self.width()),
        )

    def minimumSizeHint(self) -> QSize:
        """Room for the widest."""
        return QSize(self.flow.totalMinimumSize().width(), self.flow.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines are."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again when one of them appears, goes, or needs more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        high = self.flow.totalHeightForWidth(self.width())
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)
