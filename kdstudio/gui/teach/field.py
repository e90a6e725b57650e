"""One part of a brief in its form: what it is, how to fill it, the field, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kdstudio.core.preflight import Problem
from kdstudio.gui.models.problems import Problems
from kdstudio.gui.teach.rows import EditRows
from kdstudio.gui.widgets.text import label
from kdstudio.gui.widgets.text_area import TextArea


class Field(QWidget):
    """``edited`` brings what is typed. Nothing is said to be wrong before the field was used.

    Where a card holds nothing else, its heading is the title.
    """

    edited = Signal(object)
    used = Signal()

    def __init__(self, path: str, title: str, help: str, editor: QLineEdit | TextArea | EditRows) -> None:
        super().__init__()
        self.editor, self.is_used = editor, False
        self._problems = Problems(_about(path))
        self._shown: list[Problem] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        name = label(title, "strong", wrap=True)
        if title:
            layout.addWidget(name)
        if help:
            layout.addWidget(label(help, "small", wrap=True))
        layout.addWidget(editor)
        layout.addWidget(self._problems)
        if not isinstance(editor, EditRows):
            editor.setAccessibleName(title)
            editor.setAccessibleDescription(help)
            name.setBuddy(editor)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._on_edited)
            editor.editingFinished.connect(self.use)
        else:
            editor.edited.connect(self._on_edited)
            if isinstance(editor, TextArea):
                editor.left.connect(self.use)
        self._problems.show_problems([])

    def _on_edited(self, value: object) -> None:
        self.is_used = True
        self.edited.emit(value)

    def use(self) -> None:
        """From now on, say what is wrong."""
        if not self.is_used:
            self.is_used = True
            self.used.emit()

    def show_text(self, text: str) -> None:
        """Show what is kept, without announcing it."""
        if isinstance(self.editor, TextArea):
            self.editor.show_text(text)
        elif isinstance(self.editor, QLineEdit) and self.editor.text() != text:
            self.editor.setText(text)

    def show_problems(self, problems: list[Problem]) -> None:
        """Say what is wrong, once the field was used."""
        self._problems.show_problems(problems if self.is_used else [])


def _about(path: str) -> Callable[[Problem], bool]:
    return lambda problem: problem.path == path or problem.path.startswith(f"{path}[")
