"""One input and what each model says to it: the best classes as bars, with the time it took."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kdstudio.core.prediction import Prediction
from kdstudio.gui import spoken, theme, words
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.text import label
from kdstudio.gui.widgets.thumbnails import Thumbnails


class AnswerCard(Card):
    """One input, and what each model says: the best classes as bars, with the time it took."""

    def __init__(self, items: dict[str, Prediction], titles: dict[str, str], pictures: Thumbnails) -> None:
        super().__init__(padding=14)
        first = next(iter(items.values()))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        self._path = path = Path(first.input)
        if path.suffix and path.is_file():
            grid.addWidget(_Picture(path, pictures), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        else:
            words_of = label(first.input, wrap=True)
            grid.addWidget(words_of, 0, 0, 1, len(items) + 1)
        agreed = len({item.label for item in items.values()}) == 1
        if unread := bool(first.problem) and len({item.problem for item in items.values()}) == 1:
            grid.addWidget(label(spoken.engine(first.problem), wrap=True, tone="stop"), 1, 1)
            grid.setColumnStretch(1, 1)
        for column, (variant, item) in enumerate(() if unread else items.items(), start=1):
            grid.addWidget(_Answer(titles[variant], item), 1 if not path.suffix else 0, column)
            grid.setColumnStretch(column, 1)
        self.add(grid)
        said = "; ".join(f"{titles[variant]}: {item.label or item.problem}" for variant, item in items.items())
        self.setAccessibleName(said)
        if not agreed:
            self.add(label(self.tr("The models disagree on this one."), "small", tone="warn"))

    def forget_picture(self) -> None:
        """Remove the file of a picture that was only passing by."""
        self._path.unlink(missing_ok=True)


class _Answer(QWidget):
    """A model's best classes."""

    def __init__(self, title: str, item: Prediction) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(label(title, "small"))
        if item.problem:
            layout.addWidget(label(item.problem, wrap=True, tone="stop"))
        for place, (name, share) in enumerate(item.scores[:3]):
            layout.addWidget(_Bar(name, share, strong=place == 0))
        if item.milliseconds is not None:
            layout.addWidget(label(words.milliseconds(item.milliseconds), "small"))
        layout.addStretch(1)


class _Bar(QWidget):
    def __init__(self, name: str, share: float, *, strong: bool) -> None:
        super().__init__()
        self._name, self._share, self._strong = name, share, strong
        self.setAccessibleName(f"{name}: {words.share(share)}")

    def sizeHint(self) -> QSize:
        return QSize(110, theme.current().px("body") + 10)

    def paintEvent(self, event: object) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(room, 5, 5)
        filled = QRectF(room)
        filled.setWidth(max(4.0, room.width() * self._share))
        painter.setBrush(QColor(look.tokens.accent_soft if self._strong else look.tokens.line))
        painter.drawRoundedRect(filled, 5, 5)
        font = self.font()
        font.setBold(self._strong)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        inner = room.adjusted(8, 0, -8, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), self._name)
        painter.drawText(
            inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words.share(self._share)
        )


class _Picture(QLabel):
    def __init__(self, path: Path, pictures: Thumbnails) -> None:
        super().__init__()
        self._path, self._pictures = path, pictures
        self.setFixedSize(84, 84)
        self.setAccessibleName(path.name)
        self.setToolTip(str(path))
        pictures.arrived.connect(self.update)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixmap = self._pictures.get(self._path)
        if pixmap is not None and not pixmap.isNull():
            size = pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(QRectF(self.rect()).center())
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
