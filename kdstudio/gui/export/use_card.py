"""Where the model may run, and the few lines that run it there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPlainTextEdit, QPushButton

from kdstudio.gui import icons, theme
from kdstudio.gui.export import snippets
from kdstudio.gui.export.bundle import Bundle
from kdstudio.gui.export.snippets import Target
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.text import label


class UseCard(Card):
    """Target cards above the code for the chosen one."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(self.tr("Use it"), padding=20)
        self._studio = studio
        self._bundle: Bundle | None = None
        self._model = ""
        titles: dict[Target, tuple[str, str, str]] = {
            "python": ("laptop", self.tr("Computer"), "Python, ONNX Runtime"),
            "android": ("smartphone", "Android", "Kotlin, ONNX Runtime"),
            "ios": ("smartphone", "iPhone", "Swift, ONNX Runtime"),
            "browser": ("globe", self.tr("Browser"), "JavaScript, WebAssembly"),
        }
        self.targets = {target: TargetCard(*words) for target, words in titles.items()}
        group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(8)
        for card in self.targets.values():
            group.addButton(card)
            line.addWidget(card, 1)
            card.toggled.connect(self._refresh)
        self.code = QPlainTextEdit(readOnly=True)
        self.code.setProperty("role", "mono")
        self.code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.code.setAccessibleName(self.tr("Code"))
        self.code.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copy = button(self.tr("Copy code"), self._copy, icon="copy")
        self._hint = label("", "small", wrap=True)
        self.add(line)
        self.add(self.code, 1)
        self.add(row(self.copy, self._hint, None))
        self.targets["python"].setChecked(True)

    def show_bundle(self, bundle: Bundle, model: str) -> None:
        """Show code for the file ``model`` of an export."""
        self._bundle, self._model = bundle, model
        for target, card in self.targets.items():
            card.setVisible(bundle.input is not None and snippets.has(target, bundle.input))
        if bundle.input is None or not snippets.has(self.target, bundle.input):
            self.targets["python"].setChecked(True)
        self._refresh()

    @property
    def target(self) -> Target:
        """The chosen place."""
        return next((target for target, card in self.targets.items() if card.isChecked()), "python")

    def _refresh(self) -> None:
        bundle = self._bundle
        self.setVisible(bundle is not None and bundle.input is not None and bool(self._model))
        if bundle is None or bundle.input is None or not self._model:
            return
        self.code.setPlainText(snippets.snippet(self.target, bundle.input, bundle.folder, self._model))
        lines = self.code.document().blockCount() + 2  # one for the margins, one for a scroll bar below
        self.code.setFixedHeight(lines * self.code.fontMetrics().lineSpacing())
        on_phone = self.target in ("android", "ios")
        self._hint.setText(
            self.tr("Scale large pictures down in steps of two first: phones scale without antialiasing.")
            if on_phone
            else ""
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.toPlainText())
        self._studio.told.emit(self.tr("The code is on the clipboard."))


class TargetCard(QPushButton):
    """An icon with a name and what runs there; one of them is chosen."""

    def __init__(self, icon: str, title: str, words: str) -> None:
        super().__init__()
        self._icon, self._title, self._words = icon, title, words
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{title}, {words}")

    def sizeHint(self) -> QSize:
        """Two lines beside an icon."""
        look = theme.current()
        return QSize(150, look.px("body") + look.px("small") + 34)

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
