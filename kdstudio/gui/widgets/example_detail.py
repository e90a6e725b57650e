"""One example large, with everything that is known about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.gui import theme
from kdstudio.gui.widgets.examples import Example, ExampleView
from kdstudio.gui.widgets.text import label

_SIDE = 216


class ExampleDetail(QWidget):
    """Follows the selection of an :class:`ExampleView`; below it there is room for words alone."""

    def __init__(self, view: ExampleView, *, beside: bool = True) -> None:
        super().__init__()
        self._view = view
        self._beside = beside
        self._picture = _Picture()
        self._name = label("", "strong", wrap=True)
        self._note = label("", "muted", wrap=True)
        if beside:
            self.setFixedWidth(_SIDE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for item in (self._picture, self._name, self._note):
            layout.addWidget(item)
        layout.addStretch(1)
        view.selectionModel().selectionChanged.connect(self._refresh)
        view.examples.modelReset.connect(self._refresh)
        view.examples.dataChanged.connect(self._refresh)

    def _refresh(self) -> None:
        chosen = self._view.chosen()
        self._show(chosen[0] if len(chosen) == 1 else None)

    def _show(self, example: Example | None) -> None:
        self._picture.setVisible(self._beside and (example is None or example.image is not None))
        if example is None:
            self._picture.show_picture(None)
            self._name.setText("")
            large, more = self.tr("Select one to see it large."), self.tr("Select one to see what all models said.")
            self._note.setText(large if self._beside else more)
            return
        self._picture.show_picture(self._view.examples.picture(example))
        self._name.setText(example.id)
        self._note.setText(example.note)


class _Picture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_SIDE)
        self._pixmap: QPixmap | None = None

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
