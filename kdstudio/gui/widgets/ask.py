"""A question with named answers, each saying what it means. Never blocks the event loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kdstudio.gui import theme
from kdstudio.gui.widgets.buttons import Kind, button
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label

_WIDTH, _EDGE = 420, 48


@dataclass(frozen=True)
class Answer:
    """One button: its text, what follows, and how it looks."""

    text: str
    action: Callable[[], object] | None = None
    kind: Kind = "normal"


class Ask(QDialog):
    """A modal sheet. Escape answers with the last answer, which is the one that changes nothing."""

    def __init__(self, parent: QWidget, title: str, words: str, *answers: Answer) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(words)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons = [button(answer.text, self._answer(answer), kind=answer.kind) for answer in answers]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 26, 28, 22)
        layout.setSpacing(12)
        layout.addWidget(label(title, "section", wrap=True))
        layout.addWidget(label(words, wrap=True))
        layout.addSpacing(8)
        layout.addWidget(Flow(*reversed(self.buttons), side=Qt.AlignmentFlag.AlignRight))
        self.buttons[0].setDefault(True)
        self.buttons[0].setFocus()
        wide = min(theme.current().length(_WIDTH), parent.window().width() - _EDGE)
        self.setMinimumWidth(wide)
        self.resize(wide, layout.totalHeightForWidth(wide))

    def _answer(self, answer: Answer) -> Callable[[], None]:
        def clicked() -> None:
            self.close()
            if answer.action is not None:
                answer.action()

        return clicked
