"""Every setting of the recipe, searchable: the expert's way to what the pages do not show."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kdstudio.core.params import ParamSpec, Value
from kdstudio.core.settings import Setting, value_of
from kdstudio.gui.models.settings_of import every, titles_of
from kdstudio.gui.models.spec_form import change
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import row, scrolled
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.search_field import SearchField, matches
from kdstudio.gui.widgets.spec_row import SpecRow
from kdstudio.gui.widgets.text import label

WIDTH = 600
_BATCH = 12


class Drawer(QFrame):
    """Lies over the right side of ``over``. Rows are built a few at a time, so that opening never stutters."""

    closed = Signal()

    def __init__(self, studio: Studio, over: QWidget) -> None:
        super().__init__(over)
        self._studio, self._over = studio, over
        self.setProperty("kind", "drawer")
        self.setAccessibleName(self.tr("Customise"))
        self.search = SearchField(self.tr("Search all settings"))
        self.search.textChanged.connect(self._filter)
        self.only_modified = QCheckBox(self.tr("Only modified"))
        self.only_modified.toggled.connect(self._filter)
        self.rows: dict[str, SpecRow] = {}
        self._settings: list[Setting] = []
        self._headings: dict[str, QWidget] = {}
        self._pending: Iterator[Setting] = iter(())
        self._builder = QTimer(self, interval=0)
        self._builder.timeout.connect(self._build_some)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(20, 0, 20, 20)
        self._list.setSpacing(0)
        self._nothing = EmptyState("search", self.tr("No setting has these words"))
        self._nothing.hide()
        self._list.addWidget(self._nothing)
        self._list.addStretch(1)
        self._lay_out()
        over.installEventFilter(self)
        studio.recipe_changed.connect(self._on_recipe)
        self.hide()

    def _lay_out(self) -> None:
        self.dismiss = button("", self.close_drawer, kind="quiet", icon="x", name=self.tr("Close the drawer"))
        head = QVBoxLayout()
        head.setContentsMargins(20, 20, 12, 12)
        head.setSpacing(10)
        head.addLayout(row(label(self.tr("Customise"), "title"), None, self.dismiss))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 8, 0)
        line.addWidget(self.search, 1)
        line.addWidget(self.only_modified)
        head.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scrolled(self._list), 1)

    def open_drawer(self) -> None:
        """Show it, ready to search."""
        self._place()
        self._on_recipe(force=True)
        self.show()
        self.raise_()
        self.search.setFocus()
        self.search.selectAll()

    def close_drawer(self) -> None:
        """Put it away."""
        self._builder.stop()
        self.hide()
        self.closed.emit()

    def _on_recipe(self, *, force: bool = False) -> None:
        if not force and not self.isVisible():
            return
        wanted = every(self._studio.recipe)
        if wanted != self._settings:
            self._settings = wanted
            self._rebuild()
        for setting in self._settings:
            if setting.address in self.rows:
                self.rows[setting.address].show_value(value_of(self._studio.recipe, setting))
        self._filter()

    def _rebuild(self) -> None:
        for widget in (*self.rows.values(), *self._headings.values()):
            widget.deleteLater()
        self.rows, self._headings = {}, {}
        self._pending = iter(sorted(self._settings, key=lambda setting: _order(setting.section)))
        self._builder.start()

    def _build_some(self) -> None:
        for _ in range(_BATCH):
            setting = next(self._pending, None)
            if setting is None:
                self._builder.stop()
                break
            self._build(setting)
        self._filter()

    def _build(self, setting: Setting) -> None:
        if setting.section not in self._headings:
            heading = label(self._section_words(setting.section), "section")
            heading.setContentsMargins(0, 20, 0, 4)
            self._headings[setting.section] = heading
            self._list.insertWidget(self._list.count() - 1, heading)
        made = SpecRow(setting.spec, value_of(self._studio.recipe, setting), setting.address, titles_of(setting))
        made.changed.connect(lambda value, setting=setting: self._on_changed(setting, value))
        self.rows[setting.address] = made
        self._list.insertWidget(self._list.count() - 1, made)

    def _on_changed(self, setting: Setting, value: Value) -> None:
        change(self._studio, setting, value)

    def _filter(self) -> None:
        words, only = self.search.words(), self.only_modified.isChecked()
        shown_sections = set()
        for setting in self._settings:
            made = self.rows.get(setting.address)
            if made is None:
                continue
            spec = setting.spec
            fits = matches(words, setting.address, *_said(spec), *_said(made.spec)) and (made.modified or not only)
            made.setVisible(fits)
            if fits:
                shown_sections.add(setting.section)
        for section, heading in self._headings.items():
            heading.setVisible(section in shown_sections)
        self._nothing.setVisible(not shown_sections and not self._builder.isActive())

    def _section_words(self, section: str) -> str:
        return {
            "": self.tr("Recipe"),
            "data": self.tr("Data"),
            "teacher": self.tr("Teacher"),
            "teacher.plan": self.tr("Training of the teacher"),
            "teacher.plan.augment": self.tr("Augmentation for the teacher"),
            "student": self.tr("Student"),
            "method": self.tr("Method"),
            "plan": self.tr("Training"),
            "plan.augment": self.tr("Augmentation"),
            "runtime": self.tr("Machine"),
            "export": self.tr("Export"),
        }[section]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right edge."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        width = min(WIDTH, self._over.width())
        self.setGeometry(self._over.width() - width, 0, width, self._over.height())


def _said(spec: ParamSpec) -> tuple[str, str, str]:
    """What may be searched for, in the schema's words and in those of the window."""
    return spec.label, spec.help, spec.group


def _order(section: str) -> int:
    first = ("method", "plan", "plan.augment", "export", "runtime", "student", "teacher")
    return first.index(section) if section in first else len(first)
