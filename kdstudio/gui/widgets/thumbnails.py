"""Small pictures of image files, read in the background and kept."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from kdstudio.gui import background

_KEPT = 2000
_SIDE = 256
_SMALL = 64


class Thumbnails(QObject):
    """Gives a picture at once where it is known, and ``arrived`` when a wanted one has been read."""

    arrived = Signal(Path)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: OrderedDict[Path, QPixmap] = OrderedDict()
        self._wanted: set[Path] = set()

    def get(self, path: Path) -> QPixmap | None:
        """The picture, a null pixmap where the file is no image, or None while it is being read."""
        if path in self._known:
            self._known.move_to_end(path)
            return self._known[path]
        if path not in self._wanted:
            self._wanted.add(path)
            background.run(lambda: read(path, _SIDE), lambda image: self._keep(path, image))
        return None

    def _keep(self, path: Path, image: QImage) -> None:
        self._wanted.discard(path)
        self._known[path] = QPixmap.fromImage(image)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self.arrived.emit(path)


def read(path: Path, side: int) -> QImage:
    """An image of at most ``side`` pixels; small pictures are enlarged by whole factors, so that they stay sharp."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    full = reader.size()
    if full.isValid() and max(full.width(), full.height()) > side:
        reader.setScaledSize(full.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    longest = max(image.width(), image.height())
    if 0 < longest <= _SMALL:
        factor = max(1, side // longest)
        return image.scaled(image.size() * factor)
    return image
