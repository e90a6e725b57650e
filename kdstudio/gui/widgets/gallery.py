"""The architectures of the catalog with their figures; one of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kdstudio.core.catalog import ArchitectureInfo
from kdstudio.core.targets import Fit
from kdstudio.gui import icons, spoken, theme, words
from kdstudio.gui.figures import local

Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    def __init__(self, gallery: Gallery) -> None:
        super().__init__(gallery)
        self._gallery = gallery
        self.shown: Sequence[ArchitectureInfo] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        info = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return info.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (info.title, self._gallery.latency_words(info), self._gallery.verdict_words(info), figures(info))
            return f"{', '.join(part for part in said if part)}. {spoken.setting(info.summary)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{info.title}\n{spoken.setting(info.summary)}\n{figures(info)}\n({info.figures.input})"
        return None

    def show(self, shown: Sequence[ArchitectureInfo]) -> None:
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()


class Gallery(QListView):
    """``chosen`` carries the name, only when a person chooses."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Model(self)
        self._value = ""
        self.fits: dict[str, Fit] = {}
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def shown(self) -> Sequence[ArchitectureInfo]:
        """What is listed."""
        return self._model.shown

    def show_architectures(self, shown: Sequence[ArchitectureInfo], value: str) -> None:
        """List some architectures with one of them chosen."""
        self._value = value
        self.selectionModel().blockSignals(True)
        if list(shown) != list(self._model.shown):
            self._model.show(shown)
            self._fit_height()
        names = [info.name for info in shown]
        row = names.index(value) if value in names else -1
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self.selectionModel().blockSignals(False)
        self._show_chosen()
        self.viewport().update()

    def show_fits(self, fits: dict[str, Fit]) -> None:
        """Say how each architecture stands to the budget."""
        self.fits = fits
        self.viewport().update()

    def latency_words(self, info: ArchitectureInfo) -> str:
        """Its latency on the target; one that was worked out is marked as about."""
        fit = self.fits.get(info.name)
        if fit is None or fit.milliseconds is None:
            return ""
        said = local(f"{fit.milliseconds:,.1f} ms")
        return said if fit.measured else f"≈ {said}"

    def verdict_words(self, info: ArchitectureInfo) -> str:
        """Whether it fits."""
        fit = self.fits.get(info.name, Fit())
        return {"": "", "fits": self.tr("Fits"), "tight": self.tr("Tight"), "too-big": self.tr("Too big")}[fit.verdict]

    def _fit_height(self) -> None:
        """No higher than what is listed, so that what belongs to it stands right below."""
        row = self.sizeHintForRow(0) if self._model.shown else 0
        self.setMaximumHeight(max(row, row * len(self._model.shown) + 4))
        self.setMinimumHeight(min(180, self.maximumHeight()))

    def changeEvent(self, event: QEvent) -> None:
        """The rows grow with the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_height()

    def _show_chosen(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen one in view."""
        super().resizeEvent(event)
        self._show_chosen()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and (name := self._model.shown[index.row()].name) != self._value:
            self._value = name
            self.chosen.emit(name)


class _Delegate(QStyledItemDelegate):
    def __init__(self, gallery: Gallery) -> None:
        super().__init__(gallery)
        self._gallery = gallery

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme.current()
        return QSize(220, look.px("body") + 2 * look.px("small") + 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, info = theme.current(), self._gallery.shown[index.row()]
        rect = QRectF(option.rect).adjusted(1, 2, -5, -2)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color("accent") if selected else look.color("line"))
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(look.color("accent_soft" if selected else "hover" if hover else "surface"))
        painter.drawRoundedRect(rect, 9, 9)
        inner = rect.adjusted(12, 8, -12, -8)
        self._paint_right(painter, inner, info, selected=selected)
        font = QFont(self._gallery.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        top = inner.top()
        line = QFontMetrics(font).height()
        painter.drawText(QRectF(inner.left(), top, inner.width() - 24, line), info.title)
        small = QFont(self._gallery.font())
        small.setPixelSize(look.px("small"))
        painter.setFont(small)
        metrics = QFontMetrics(small)
        painter.setPen(look.color("muted"))
        top += line + 3
        summary = metrics.elidedText(spoken.setting(info.summary), Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(QRectF(inner.left(), top, inner.width(), metrics.height()), summary)
        top += metrics.height() + 3
        painter.setPen(look.color("text"))
        painter.drawText(QRectF(inner.left(), top, inner.width(), metrics.height()), figures(info))
        painter.restore()

    def _paint_right(self, painter: QPainter, inner: QRectF, info: ArchitectureInfo, *, selected: bool) -> None:
        """The tick of the chosen one, and how it stands to the budget."""
        look, gallery = theme.current(), self._gallery
        if selected:
            place = QRectF(inner.right() - 18, inner.top(), 18, 18)
            icons.paint(painter, place, "circle-check", look.tokens.accent_text)
        small = QFont(gallery.font())
        small.setPixelSize(look.px("small"))
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        height = QFontMetrics(small).height()
        line = QRectF(inner.left(), inner.bottom() - height, inner.width(), height)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        fit = gallery.fits.get(info.name, Fit())
        painter.setPen(look.color({"": "muted", "fits": "ok", "tight": "warn", "too-big": "stop"}[fit.verdict]))
        said = (gallery.verdict_words(info), gallery.latency_words(info))
        painter.drawText(line, right, " · ".join(part for part in said if part))


def figures(info: ArchitectureInfo) -> str:
    """Parameters, size and multiply–adds (MACs) in one line."""
    found = info.figures
    return QCoreApplication.translate("words", "{parameters} parameters · {size} · {macs} MACs").format(
        parameters=words.number(found.parameters),
        size=words.size(found.size_bytes),
        macs=words.number(found.multiply_adds),
    )
