"""One example large, with everything that is known about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.gui import theme
from kdstudio.gui.widgets.examples import Example, ExampleView
from kdstudio.gui.widgets.text import label

SIDE = 216
"""Width beside a list, in pixels."""
_LOW, _LEAST = 156, 72


class ExampleDetail(QWidget):
    """Follows the selection of an :class:`ExampleView`; below it there is room for words alone.

    Where examples are ``grouped``, another one of the same group stands under the chosen one, to be compared.
    """

    def __init__(self, view: ExampleView, *, beside: bool = True, grouped: bool = False) -> None:
        super().__init__()
        self._view = view
        self._beside, self._grouped = beside, grouped
        height = _LOW if grouped else SIDE
        self._picture, self._other = _Picture(height), _Picture(height)
        self._name = label("", "strong", wrap=True)
        self._other_name = label("", "strong", wrap=True)
        self._note = label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for item in (self._picture, self._name, self._other, self._other_name, self._note):
            layout.addWidget(item)
        layout.addStretch(1)
        view.selectionModel().selectionChanged.connect(self._refresh)
        view.examples.modelReset.connect(self._refresh)
        view.examples.dataChanged.connect(self._refresh)

    def _refresh(self) -> None:
        chosen = self._view.chosen()
        self._show(chosen[0] if len(chosen) == 1 else None)

    def _partner(self, example: Example) -> Example | None:
        """The next one of the example's group, round to the first."""
        group = [other for other in self._view.examples.examples if other.group == example.group]
        return group[(group.index(example) + 1) % len(group)] if self._grouped and len(group) > 1 else None

    def _show_other(self, example: Example | None) -> None:
        self._other.setVisible(example is not None and example.image is not None)
        self._other.show_picture(self._view.examples.picture(example) if example is not None else None)
        self._other_name.setVisible(example is not None)
        self._other_name.setText(_words(example) if example is not None else "")

    def _show(self, example: Example | None) -> None:
        self._show_other(self._partner(example) if example is not None else None)
        self._picture.setVisible(self._beside and (example is None or example.image is not None))
        if example is None:
            self._picture.show_picture(None)
            self._name.setText("")
            large, more = self.tr("Select one to see it large."), self.tr("Select one to see what all models said.")
            self._note.setText(large if self._beside else more)
            return
        self._picture.show_picture(self._view.examples.picture(example))
        self._name.setText(_words(example) if self._grouped else example.id)
        self._note.setText(example.note)


def _words(example: Example) -> str:
    """An example by its id, and its text where it is one."""
    return example.id if example.text in ("", example.id) else f"{example.id}: {example.text}"


class _Picture(QWidget):
    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.setMinimumHeight(_LEAST)
        self.setMaximumHeight(height)
        self._pixmap: QPixmap | None = None

    def sizeHint(self) -> QSize:
        """Its full height; it shrinks where there is less room."""
        return QSize(SIDE, self._height)

    def show_picture(self, pixmap: QPixmap | None) -> None:
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        if self._pixmap is None or self._pixmap.isNull():
            return
        room = QSize(self.width() - 16, self.height() - 16)
        size = self._pixmap.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
