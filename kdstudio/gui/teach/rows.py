"""A list that is edited in place: a few fields in each line, a button that removes it, and one that adds another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text_area import TextArea

Values = tuple[str, ...]
Editor = TextArea | QLineEdit | QComboBox


class EditRow(QWidget):
    """Fields side by side, each with its share of the width, and a button that takes the line away."""

    edited = Signal()
    removed = Signal()

    def __init__(self, editors: Sequence[tuple[Editor, int]], remove: str) -> None:
        super().__init__()
        self.editors = [editor for editor, _ in editors]
        for editor in self.editors:
            _listen(editor, self.edited.emit)
        self.remove = button("", self.removed.emit, kind="quiet", icon="x", name=remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Columns(*editors, spacing=8), 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def values(self) -> Values:
        """What is typed."""
        return tuple(_text(editor) for editor in self.editors)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed; what is chosen from a list does not count."""
        return not any(_text(editor).strip() for editor in self.editors if not isinstance(editor, QComboBox))

    def show_values(self, values: Values) -> None:
        """Show these without announcing them."""
        for editor, value in zip(self.editors, values, strict=True):
            _show(editor, value)


class EditRows(QWidget):
    """``edited`` brings the values of all lines, without the empty ones at the end; at least ``least`` are shown."""

    edited = Signal(object)

    def __init__(self, make: Callable[[int], EditRow], least: int, columns: int, add: str) -> None:
        super().__init__()
        self._make, self._least, self._columns = make, least, columns
        self.rows: list[EditRow] = []
        self.add = button(add, self._on_add, kind="link", icon="plus")
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._lines)
        layout.addWidget(Flow(self.add))
        self.show_values(())

    def show_values(self, values: Sequence[Values], *, anew: bool = False) -> None:
        """Show these. Empty lines that a person has added stay, unless all is ``anew``."""
        wanted = max(self._least, len(values))
        while len(self.rows) < wanted:
            self._append()
        while len(self.rows) > wanted and (anew or not self.rows[-1].is_empty):
            self._drop(self.rows[-1])
        nothing = ("",) * self._columns
        for number, shown in enumerate(self.rows):
            shown.show_values(values[number] if number < len(values) else nothing)

    def _append(self) -> EditRow:
        made = self._make(len(self.rows) + 1)
        made.edited.connect(self._tell)
        made.removed.connect(lambda: self._on_removed(made))
        self.rows.append(made)
        self._lines.addWidget(made)
        return made

    def _drop(self, row: EditRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        self._append().editors[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_removed(self, row: EditRow) -> None:
        values = [other.values for other in self.rows if other is not row]
        had_focus = row.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        if len(self.rows) > self._least:
            self._drop(row)
        self.show_values(_trimmed(values))
        if had_focus:
            self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell()

    def _tell(self) -> None:
        self.edited.emit(_trimmed([row.values for row in self.rows]))


def _trimmed(values: list[Values]) -> list[Values]:
    """Without the lines at the end in which nothing is typed."""
    while values and not any(value.strip() for value in values[-1]):
        values.pop()
    return values


def _listen(editor: Editor, tell: Callable[[], object]) -> None:
    if isinstance(editor, QComboBox):
        editor.activated.connect(lambda _: tell())
    elif isinstance(editor, QLineEdit):
        editor.textEdited.connect(lambda _: tell())
    else:
        editor.edited.connect(lambda _: tell())


def _text(editor: Editor) -> str:
    if isinstance(editor, QComboBox):
        return editor.currentText()
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _show(editor: Editor, value: str) -> None:
    if isinstance(editor, QComboBox):
        editor.setCurrentIndex(editor.findText(value))
    elif isinstance(editor, QLineEdit):
        if editor.text() != value:
            editor.setText(value)
    else:
        editor.show_text(value)
