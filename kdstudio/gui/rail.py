"""The left rail: home, the steps of the wizard with where each stands, runs and settings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kdstudio.gui import icons, theme
from kdstudio.gui.studio import STEPS, Studio
from kdstudio.gui.theme import SPACE
from kdstudio.gui.widgets.buttons import Button, shows_focus
from kdstudio.gui.widgets.text import label

WIDTH = 212


class RailItem(Button):
    """One page in the rail: ``open``, ``done`` or ``blocked``; the shown page is the checked one."""

    def __init__(self, key: str, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "quiet")
        self.setParent(parent)
        self.key, self._icon, self._state = key, icon, "open"
        self.setCheckable(True)
        self.setAccessibleName(text)

    def set_state(self, state: str, reason: str = "") -> None:
        """Show where the page stands and, when blocked, say why."""
        if (state, reason) == (self._state, self.toolTip()):
            return
        self._state = state
        self.setToolTip(reason)
        self.setAccessibleDescription(reason or (self.tr("Done") if state == "done" else ""))
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as the text needs."""
        return QSize(WIDTH - 3 * SPACE, theme.current().px("body") + 22)

    def paintEvent(self, event: object) -> None:
        """Draw background, icon, text and state."""
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ring = shows_focus(self)
        painter.setPen(QPen(QColor(tokens.accent), 2) if ring else Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(tokens.surface))
            if not ring:
                painter.setPen(QPen(QColor(tokens.line), 1))
        else:
            painter.setBrush(QColor(tokens.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 8, 8)
        blocked = self._state == "blocked" and not self.isChecked()
        color = tokens.accent_text if self.isChecked() else tokens.muted if blocked else tokens.text
        middle = rect.center().y()
        icons.paint(painter, QRectF(12, middle - 9, 18, 18), self._icon, color)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if self.isChecked() else color))
        box = QRectF(41, 0, self.width() - 70, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self._state == "done":
            icons.paint(painter, QRectF(self.width() - 28, middle - 7, 14, 14), "check", tokens.ok)
        elif self._state == "live":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(QPointF(self.width() - 21, middle), 4, 4)


class Rail(QFrame):
    """All pages, one under the other. ``chosen`` names the page that was clicked."""

    chosen = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._furthest = -1
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Pages"))
        self.items: dict[str, RailItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 20, 12, 14)
        layout.setSpacing(2)
        brand = label("KD Studio", "section")
        brand.setContentsMargins(12, 0, 0, 12)
        layout.addWidget(brand)
        self._add(layout, "home", self.tr("Home"), "house")
        heading = label(self.tr("Shrink a model"), "overline")
        heading.setContentsMargins(12, 18, 0, 6)
        layout.addWidget(heading)
        for key, text, icon in (
            ("data", self.tr("Data"), "database"),
            ("models", self.tr("Models"), "layers"),
            ("plan", self.tr("Plan"), "sliders-horizontal"),
            ("run", self.tr("Run"), "activity"),
            ("results", self.tr("Results"), "chart-column"),
            ("export", self.tr("Export"), "package"),
        ):
            self._add(layout, key, text, icon)
        layout.addStretch(1)
        self._add(layout, "runs", self.tr("Runs"), "history")
        self._add(layout, "settings", self.tr("Settings"), "settings")
        for signal in (studio.recipe_changed, studio.health_changed, studio.run_changed, studio.progressed):
            signal.connect(self.refresh)
        self.refresh()

    def _add(self, layout: QVBoxLayout, key: str, text: str, icon: str) -> None:
        item = RailItem(key, text, icon)
        item.clicked.connect(lambda: self._on_clicked(key))
        self.items[key] = item
        layout.addWidget(item)

    def _on_clicked(self, key: str) -> None:
        item = self.items[key]
        item.setChecked(not item.isChecked())  # the window checks it once the page is shown
        self.chosen.emit(key)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        for name, item in self.items.items():
            item.setChecked(name == key)
        if key in STEPS:
            self._furthest = max(self._furthest, STEPS.index(key))
        self.refresh()

    def refresh(self) -> None:
        """Bring every step's state up to date."""
        if not self._studio.recipe.data.path and self._studio.run is None:
            self._furthest = -1
        for number, key in enumerate(STEPS):
            reason = self._studio.blocked(key)
            if reason:
                self.items[key].set_state("blocked", reason)
            elif key == "run" and self._studio.run_is_live:
                self.items[key].set_state("live")
            else:
                self.items[key].set_state("done" if number < self._furthest else "open")
