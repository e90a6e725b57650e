"""What preflight has to say about a part of the recipe, as lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdstudio.core.preflight import Problem
from kdstudio.gui import spoken
from kdstudio.gui.icons import IconLabel
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import row
from kdstudio.gui.widgets.text import label


class Problems(QWidget):
    """Shows the problems it is given, stops before warnings; hidden when there are none.

    ``actions`` are what can be done about a problem at once, by its path: the words of the button and what it does.
    """

    def __init__(
        self,
        wanted: Callable[[Problem], bool] = lambda problem: True,
        actions: Mapping[str, tuple[str, Callable[[], object]]] | None = None,
    ) -> None:
        super().__init__()
        self._wanted, self._actions = wanted, actions or {}
        self._shown: list[Problem] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_problems(self, problems: list[Problem]) -> None:
        """Show those that are wanted here."""
        shown = [problem for problem in problems if self._wanted(problem)]
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for problem in shown:
            self._layout.addWidget(_Line(problem, self._actions.get(problem.path)))


class _Line(QWidget):
    def __init__(self, problem: Problem, action: tuple[str, Callable[[], object]] | None) -> None:
        super().__init__()
        stop = problem.severity == "stop"
        icon = IconLabel("circle-x" if stop else "triangle-alert", "stop" if stop else "warn", 18)
        words = QVBoxLayout()
        words.setSpacing(0)
        message, hint = spoken.engine(problem.message), spoken.engine(problem.hint)
        words.addWidget(label(message, wrap=True))
        if hint:
            words.addWidget(label(hint, "small", wrap=True))
        if action is not None:
            words.addLayout(row(button(action[0], action[1], kind="link"), None))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setAccessibleName(f"{message} {hint}".strip())
