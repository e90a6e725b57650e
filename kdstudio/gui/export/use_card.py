"""The sample projects of an export: what each is, how to run it, and the file that an app needs of it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QPushButton

from kdstudio.core import samples
from kdstudio.core.errors import KDError
from kdstudio.core.samples import Sample
from kdstudio.gui import icons, theme
from kdstudio.gui.export.bundle import Bundle
from kdstudio.gui.reveal import reveal
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label

_FIRST, _LINES = "python", 24
_ICONS = {"kotlin": "smartphone", "swift": "smartphone", "web": "globe"}


class UseCard(Card):
    """A card for each sample of the export above the code of the chosen one: the very file that is in the folder."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(self.tr("Use it"), padding=20)
        self._studio = studio
        self._folder = Path()
        self.cards: dict[str, SampleCard] = {}
        self._samples: dict[str, Sample] = {}
        self._group = QButtonGroup(self)
        self._line = Flow()
        self.summary = label("", "muted", wrap=True)
        self.command = label("", "mono", wrap=True)
        self.code = QPlainTextEdit(readOnly=True)
        self.code.setProperty("role", "mono")
        self.code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.code.setAccessibleName(self.tr("Code"))
        self.copy = button(self.tr("Copy code"), self._copy, icon="copy")
        self.show_folder = button(self.tr("Show in folder"), self._reveal, kind="quiet", icon="folder-open")
        self.add(self._line)
        self.add(self.summary)
        self.add(self.command)
        self.add(self.code, 1)
        self.add(Flow(self.copy, self.show_folder))

    def show_bundle(self, bundle: Bundle) -> None:
        """Show the samples of an export; one without any has no card."""
        self._folder = bundle.folder / "samples"
        try:
            found = samples.read(self._folder)
        except (OSError, msgspec.MsgspecError):
            found = ()  # somebody has edited their descriptions
        chosen = self.chosen
        self._samples = {sample.name: sample for sample in found}
        self._show_cards()
        self.setVisible(bool(found))
        if found:
            wanted = chosen if chosen in self.cards else _FIRST if _FIRST in self.cards else found[0].name
            self.cards[wanted].setChecked(True)

    def _show_cards(self) -> None:
        for card in self.cards.values():
            self._group.removeButton(card)
            self._line.flow.removeWidget(card)
            card.deleteLater()
        self.cards = {
            name: SampleCard(_ICONS.get(name, "laptop"), sample.title, _words(sample))
            for name, sample in self._samples.items()
        }
        for card in self.cards.values():
            self._group.addButton(card)
            self._line.flow.addWidget(card)
            card.toggled.connect(self._refresh)

    @property
    def chosen(self) -> str:
        """Name of the chosen sample, or empty."""
        return next((name for name, card in self.cards.items() if card.isChecked()), "")

    def _refresh(self) -> None:
        sample = self._samples.get(self.chosen)
        if sample is None:
            return
        place = self._folder / sample.name
        try:
            text = (place / sample.main).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            text = ""
        self.summary.setText(f"{sample.summary} samples/{sample.name}/{sample.main}:")
        self.command.setText(sample.run)
        self.code.setPlainText(text)
        lines = min(_LINES, self.code.document().blockCount()) + 2  # one for the margins, one for a scroll bar below
        self.code.setFixedHeight(lines * self.code.fontMetrics().lineSpacing())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.toPlainText())
        self._studio.told.emit(self.tr("The code is on the clipboard."))

    def _reveal(self) -> None:
        try:
            reveal(self._folder / self.chosen)
        except KDError as error:
            self._studio.show_error(error)


def _words(sample: Sample) -> str:
    """What stands below a sample’s title."""
    return sample.language if sample.language != sample.title else "ONNX Runtime"


class SampleCard(QPushButton):
    """An icon with a name and its language; one of them is chosen."""

    def __init__(self, icon: str, title: str, words: str) -> None:
        super().__init__()
        self._icon, self._title, self._words = icon, title, words
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{title}, {words}")

    def sizeHint(self) -> QSize:
        """Two lines beside an icon."""
        look, font = theme.current(), self.font()
        font.setPixelSize(look.px("body"))
        font.setBold(True)
        width = max(150, 64 + QFontMetrics(font).horizontalAdvance(self._title))
        return QSize(width, look.px("body") + look.px("small") + 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        ground = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        edge = "accent" if chosen or self.hasFocus() else "line"
        painter.setPen(QPen(look.color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(look.color(ground))
        painter.drawRoundedRect(frame, 10, 10)
        side = 22.0
        color = look.tokens.accent_text if chosen else look.tokens.muted
        icons.paint(painter, QRectF(14, frame.center().y() - side / 2, side, side), self._icon, color)
        font = self.font()
        font.setPixelSize(look.px("body"))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        left, middle = 14 + side + 12, frame.center().y()
        upper = QRectF(left, middle - look.px("body") - 4, frame.width() - left - 6, look.px("body") + 6)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), self._title)
        font.setPixelSize(look.px("small"))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(look.color("muted"))
        lower = QRectF(left, middle + 1, frame.width() - left - 6, look.px("small") + 6)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(lower.width()))
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter), words)
