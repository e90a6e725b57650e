"""The left rail: home, the steps of the wizard with where each stands, runs and settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kdstudio.gui import icons, teaching, theme
from kdstudio.gui.studio import STEPS, Studio
from kdstudio.gui.theme import SPACE
from kdstudio.gui.widgets.buttons import Button, shows_focus
from kdstudio.gui.widgets.text import label

_WIDE, _COMPACT, _ICON = 212, 64, 18
_AIR, _LITTLE_AIR = 22, 12
_ROOM = 640
"""Width of a window, at a font of 100 %, in which the names of the pages still have room beside the pages."""


class RailItem(Button):
    """One page in the rail: ``open``, ``done`` or ``blocked``; the shown page is the checked one."""

    def __init__(self, key: str, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "quiet")
        self.setParent(parent)
        self.key, self._icon, self._state, self._reason = key, icon, "open", ""
        self.compact = self.crowded = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(text)

    def set_state(self, state: str, reason: str = "") -> None:
        """Show where the page stands and, when blocked, say why."""
        if (state, reason) == (self._state, self._reason):
            return
        self._state, self._reason = state, reason
        self._say()
        self.setAccessibleDescription(reason or (self.tr("Done") if state == "done" else ""))
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone; the name is said by the tool tip."""
        self.compact = compact
        self._say()
        self.updateGeometry()
        self.update()

    def set_crowded(self, crowded: bool) -> None:
        """Leave little air between icons that stand alone, where there are many of them."""
        self.crowded = crowded
        self.updateGeometry()

    def _say(self) -> None:
        name = self.text() if self.compact else ""
        self.setToolTip("\n".join(part for part in (name, self._reason) if part))

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """Room for icon, name and state, and some air."""
        look = theme.current()
        side, high = look.length(_ICON), look.px("body") + (_LITTLE_AIR if self.compact and self.crowded else _AIR)
        if self.compact:
            return QSize(side + 22, high)
        return QSize(side + QFontMetrics(self._strong()).horizontalAdvance(self.text()) + 58, high)

    def minimumSizeHint(self) -> QSize:
        """The same without the air, for a low window."""
        return QSize(self.sizeHint().width(), theme.current().px("body") + 8)

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
        middle, side = rect.center().y(), theme.current().length(_ICON)
        left = rect.center().x() - side / 2 if self.compact else 12
        icons.paint(painter, QRectF(left, middle - side / 2, side, side), self._icon, color)
        if not self.compact:
            painter.setFont(self._strong() if self.isChecked() else self.font())
            painter.setPen(QColor(tokens.text if self.isChecked() else color))
            box = QRectF(side + 23, 0, self.width() - side - 52, self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        self._paint_state(painter, middle)

    def _paint_state(self, painter: QPainter, middle: float) -> None:
        """At the right edge, or in the corner of an icon that stands alone."""
        tokens = theme.current().tokens
        x, y = (self.width() - 11, self.height() - 11) if self.compact else (self.width() - 21, middle)
        if self._state == "done":
            icons.paint(painter, QRectF(x - 7, y - 7, 14, 14), "check", tokens.ok)
        elif self._state == "live":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(QPointF(x, y), 4, 4)


class Rail(QFrame):
    """All pages, one under the other. ``chosen`` names the page that was clicked."""

    chosen = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._furthest = self._furthest_of_task = -1
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self.items: dict[str, RailItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 20, 12, 14)
        layout.setSpacing(2)
        self._brand = label("KD Studio", "section")
        self._brand.setContentsMargins(12, 0, 0, 12)
        layout.addWidget(self._brand)
        self._add(layout, "home", self.tr("Home"), "house")
        self._teach = self._heading(layout, self.tr("Teach with an LLM"))
        for key, text, icon in (
            ("task", self.tr("Task"), "clipboard-pen"),
            ("teacher", self.tr("Teacher LLM"), "bot"),
            ("examples", self.tr("Examples"), "list-checks"),
        ):
            self._add(layout, key, text, icon)
        self._shrink = self._heading(layout, self.tr("Shrink a model"))
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
        task = studio.teaching
        for signal in (studio.recipe_changed, studio.health_changed, studio.run_changed, studio.progressed):
            signal.connect(self.refresh)
        task.opened.connect(self._on_task)
        task.changed.connect(self.refresh)
        task.tested.connect(self.refresh)
        self._show_headings()
        self.refresh()
        self._fit()

    def _heading(self, layout: QVBoxLayout, text: str) -> QLabel:
        made = label(text, "overline")
        made.setContentsMargins(12, 18, 0, 6)
        layout.addWidget(made)
        return made

    def _on_task(self) -> None:
        """The steps of teaching are there while a task is open."""
        self._furthest_of_task = -1
        self._show_headings()
        self.refresh()
        self._fit()

    def _show_headings(self) -> None:
        compact, is_open = self.items["home"].compact, self._studio.teaching.is_open
        self._brand.setVisible(not compact)
        self._shrink.setVisible(not compact)
        self._teach.setVisible(is_open and not compact)
        for item in self.items.values():
            item.set_crowded(is_open)
        for key in teaching.STEPS:
            self.items[key].setVisible(is_open)

    def give_room(self, window: int) -> None:
        """Show icons alone in a window that is narrow for the size of its font."""
        compact = window < theme.current().length(_ROOM)
        if compact != self.items["home"].compact:
            for item in self.items.values():
                item.set_compact(compact)
            self._show_headings()
        self._fit()

    def _fit(self) -> None:
        """As wide as the longest name needs."""
        compact = self.items["home"].compact
        headings = () if compact else (self._teach, self._shrink, self._brand)
        parts = [part for part in (*self.items.values(), *headings) if not part.isHidden()]
        widest = max(part.sizeHint().width() for part in parts)
        self.setFixedWidth(max(_COMPACT if compact else _WIDE, widest + 3 * SPACE + 1))

    def event(self, event: QEvent) -> bool:
        """Follow the font, with which the items need more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.give_room(self.window().width())
        return super().event(event)

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
            self._furthest_of_task = len(teaching.STEPS)
        elif key in teaching.STEPS:
            self._furthest_of_task = max(self._furthest_of_task, teaching.STEPS.index(key))
        self.refresh()

    def refresh(self) -> None:
        """Bring every step's state up to date."""
        if not self._studio.recipe.data.path and self._studio.run is None:
            self._furthest = -1
        for number, key in enumerate(STEPS):
            reason = self._studio.blocked(key)
            self._show_state(key, reason, key == "run" and self._studio.run_is_live, number < self._furthest)
        for number, key in enumerate(teaching.STEPS):
            self._show_state(key, self._studio.blocked(key), False, number < self._furthest_of_task)

    def _show_state(self, key: str, reason: str, live: bool, done: bool) -> None:
        state = "blocked" if reason else "live" if live else "done" if done else "open"
        self.items[key].set_state(state, reason)
