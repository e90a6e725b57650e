"""A chart in its card: title, legend, plot, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from kdstudio.client.watch import Mark
from kdstudio.gui import figures
from kdstudio.gui.charts import export, marks, numbers
from kdstudio.gui.charts.curve import Curve
from kdstudio.gui.charts.legend import Legend
from kdstudio.gui.charts.plot import Plot
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.text import Name, label

_SAID = 3


class Chart(Card):
    """Holds the curves of one chart; whoever fills them calls :meth:`data_changed`."""

    enlarge_wanted = Signal(object)
    told = Signal(str)
    failed = Signal(object)  # a KDError

    def __init__(self, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=14)
        self.setParent(parent)
        self.key = key
        self.title = title
        self.curves: dict[str, Curve] = {}
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.plot = Plot()
        self.plot.setAccessibleName(self.tr("Chart: {title}").format(title=title))
        self.legend = Legend()
        self._place = label("", "small")
        self._log = button(
            self.tr("log"), kind="small", name=self.tr("Logarithmic axis of {title}").format(title=title)
        )
        self._log.setCheckable(True)
        self._log.setToolTip(self.tr("Logarithmic axis (L)"))
        self._log.toggled.connect(self.plot.set_log)
        self._more = button("", kind="small", icon="ellipsis", name=self.tr("More for {title}").format(title=title))
        self._more.clicked.connect(self._show_menu)
        self.body.setSpacing(4)
        self.add(row(Name(title, "strong"), 4, self._place, None, self._log, self._more, spacing=4))
        self.add(self.legend)
        self.add(self.plot, 1)
        self.plot.cursor_moved.connect(self.show_cursor)
        self.legend.toggled.connect(self.plot.refresh_later)
        self._add_shortcut("L", self._log.toggle)
        self._add_shortcut("E", self._enlarge)

    def _add_shortcut(self, keys: str, action: Callable[[], None]) -> None:
        made = QAction(self)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

        def triggered() -> None:  # Qt hands ``checked`` to anything that could take it
            action()

        made.triggered.connect(triggered)
        self.addAction(made)

    def set_curves(self, curves: dict[str, Curve]) -> None:
        """Show these lines."""
        self.curves = curves
        self.legend.set_curves(curves)
        self.legend.setVisible(len(curves) > 1 or any(curve.style.title for curve in curves.values()))
        self.plot.set_curves(curves)

    def show_marks(self, found: list[Mark]) -> None:
        """Mark what stands out in one of the lines."""
        self.plot.marks = found

    def data_changed(self) -> None:
        """Draw what the curves hold now."""
        self.plot.refresh()
        self.show_cursor(self.plot.cursor_x)
        self.plot.setAccessibleDescription(self.summary())

    def show_cursor(self, x: float | None) -> None:
        """Say the values at ``x``; None says the newest."""
        self.plot.set_cursor(x)
        self.legend.show_values(x)
        self._place.setText("" if x is None else self._position(x))

    def _position(self, x: float) -> str:
        if self.plot.by_time:
            return numbers.duration(max(0.0, x))
        return self.tr("step {n}").format(n=figures.count(round(x)))

    def summary(self) -> str:
        """The chart in words, for a screen reader."""
        said = []
        for curve in self.curves.values():
            extent = curve.extent()
            found = curve.at(extent[1]) if extent and curve.shown else None
            if found:
                said.append(f"{curve.style.title} {numbers.shown(found[1], percent=curve.style.percent)}")
        return ", ".join(said) + "".join(f". {marks.sentence(mark)}" for mark in self.plot.marks[-_SAID:])

    # the menu

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show everything (double-click)"), self.plot.reset)
        menu.addAction(self.tr("Enlarge or shrink (E)"), self._enlarge)
        menu.addSeparator()
        for kind in export.KINDS:
            menu.addAction(self.tr("Save as {kind} …").format(kind=kind.upper()), partial(self.save, kind))
        menu.addAction(self.tr("Copy picture"), self._copy)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _enlarge(self) -> None:
        self.enlarge_wanted.emit(self)

    def _copy(self) -> None:
        export.copy_picture(self)
        self.told.emit(self.tr("The picture is on the clipboard."))

    def save(self, kind: export.Kind) -> None:
        """Ask for a place and write the chart there."""
        export.ask(self, kind, self.told.emit, self.failed.emit)
