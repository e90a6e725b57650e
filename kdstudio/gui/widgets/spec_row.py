"""One setting as a form row, drawn from its :class:`ParamSpec`: words, editor, range, Modified badge, reset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from kdstudio.core import params
from kdstudio.core.errors import KDError
from kdstudio.core.params import ParamSpec, Value
from kdstudio.gui import spoken, theme
from kdstudio.gui.widgets import choices
from kdstudio.gui.widgets.beside import Beside
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.pill import Pill
from kdstudio.gui.widgets.spin import Spin
from kdstudio.gui.widgets.text import label, restyle

_EDITOR_WIDTH, _WIDE = 168, 220


class SpecRow(Beside):
    """``changed`` carries a valid value; an invalid one is explained in place and not announced."""

    changed = Signal(object)

    def __init__(
        self, spec: ParamSpec, value: Value, address: str = "", titles: Mapping[str, str] | None = None
    ) -> None:
        """``titles`` are what choices are called where their names alone say little."""
        super().__init__(margin=8)
        spec = spoken.spec(spec)
        self.spec, self.value = spec, value
        self.address = address or spec.name
        self.editor = _editor(spec, titles or {})
        self.editor.setAccessibleName(spec.label)
        self.editor.setAccessibleDescription(f"{spec.help} {range_words(spec)}".strip())
        self.editor.setToolTip(self.address)
        self.editor.installEventFilter(self)
        self._wrong = label("", "small", wrap=True, tone="stop")
        self._wrong.hide()
        self.badge = Pill(self.tr("Modified"), "accent")
        self.reset = button(
            "", self._on_reset, kind="quiet", icon="undo-2", name=self.tr("Reset {what}").format(what=spec.label)
        )
        self._lay_out(titled=bool(titles))
        self.show_value(value)
        self._listen()

    def _lay_out(self, *, titled: bool) -> None:
        spec = self.spec
        head = QHBoxLayout()
        head.setSpacing(8)
        name = label(spec.label, wrap=True)
        name.setBuddy(self.editor)
        head.addWidget(name, 1)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        words = " ".join(part for part in (spec.help, range_words(spec)) if part)
        self.words.addLayout(head)
        self.words.addWidget(label(words, "small", wrap=True))
        self.words.addWidget(self._wrong)
        self._pixels = 0 if isinstance(self.editor, QCheckBox) else _WIDE if titled else _EDITOR_WIDTH
        self._size_editor()
        if spec.unit:
            self.control.addWidget(label(spec.unit, "small"))
        self.control.addWidget(self.editor)
        self.control.addWidget(self.reset)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)

    def _size_editor(self) -> None:
        """Editors stand below each other at one width, which grows with the font."""
        if self._pixels:
            self.editor.setFixedWidth(theme.current().length(self._pixels))
        self.reset.setFixedWidth(theme.current().length(36))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_pixels"):
            self._size_editor()

    def _listen(self) -> None:
        editor = self.editor
        if isinstance(editor, QCheckBox):
            editor.toggled.connect(self._take)
        elif isinstance(editor, QComboBox):
            editor.activated.connect(lambda: self._take(editor.currentData()))
        elif isinstance(editor, QSpinBox):
            editor.valueChanged.connect(self._take)
        elif isinstance(editor, QLineEdit):
            editor.editingFinished.connect(lambda: self._parse(editor.text()))

    def show_value(self, value: Value) -> None:
        """Show a value without announcing it."""
        self.value = value
        editor = self.editor
        editor.blockSignals(True)
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QSpinBox) and isinstance(value, int):
            editor.setValue(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(as_text(value))
        editor.blockSignals(False)
        self._say("")
        self.badge.setVisible(self.modified)
        self.reset.setVisible(self.modified)

    @property
    def modified(self) -> bool:
        """Whether the value differs from the default."""
        return self.value != self.spec.default

    def _parse(self, text: str) -> None:
        if text == as_text(self.value):
            self._say("")
            return
        try:
            self._take(params.parse(self.spec, text))
        except KDError as error:
            self._say(error.message)

    def _take(self, value: Value) -> None:
        wrong = params.check(self.spec, value)
        self._say(wrong)
        if not wrong and value != self.value:
            self.show_value(value)
            self.changed.emit(value)

    def _say(self, wrong: str) -> None:
        self._wrong.setText(spoken.engine(wrong))
        self._wrong.setVisible(bool(wrong))
        if isinstance(self.editor, QLineEdit):
            restyle(self.editor, invalid="true" if wrong else "false")

    def _on_reset(self) -> None:
        self.show_value(self.spec.default)
        self.changed.emit(self.spec.default)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel over an unfocused field scrolls the page instead of changing the setting."""
        if event.type() == QEvent.Type.Wheel and not self.editor.hasFocus():
            event.ignore()
            return True
        return False


def _editor(spec: ParamSpec, titles: Mapping[str, str]) -> QWidget:
    if spec.type == "bool":
        return QCheckBox()
    if spec.type == "choice":
        box = QComboBox()
        called = {**choices.titles(), **titles}
        for place, name in enumerate(spec.choices):
            box.addItem(called.get(name, name), name)
            box.setItemData(place, name, Qt.ItemDataRole.ToolTipRole)  # as a recipe or a command says it
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return box
    if spec.type == "int":
        low = int(spec.minimum) if spec.minimum is not None else -(2**31)
        high = int(spec.maximum) if spec.maximum is not None else 2**31 - 1
        return Spin(spec.label, low + spec.exclusive_minimum, high - spec.exclusive_maximum)
    line = QLineEdit()
    line.setPlaceholderText(spec.empty)
    return line


def as_text(value: Any) -> str:
    """A value as it is typed, always in the C locale."""
    if isinstance(value, dict):
        return ", ".join(f"{key}={item}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(as_text(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def range_words(spec: ParamSpec) -> str:
    """The range of a number, such as “1 to 10,000”."""
    if spec.type not in ("int", "float") or spec.minimum is None or spec.maximum is None:
        return ""
    low, high = f"{spec.minimum:,.10g}", f"{spec.maximum:,.10g}"
    return f"({'> ' if spec.exclusive_minimum else ''}{low} – {'< ' if spec.exclusive_maximum else ''}{high})"
