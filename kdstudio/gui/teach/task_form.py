"""Rows for some settings of the open task, kept in step with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.core import params
from kdstudio.core.params import ParamSpec, Value
from kdstudio.core.synthesis import GenerateSpec, LLMSpec
from kdstudio.gui.teaching import Teaching
from kdstudio.gui.widgets.card import hairline
from kdstudio.gui.widgets.spec_row import SpecRow

_SECTIONS: dict[str, type[msgspec.Struct]] = {"llm": LLMSpec, "generate": GenerateSpec}


class TaskForm(QWidget):
    """A change goes straight into the task; ``titles`` are what choices are called."""

    def __init__(
        self,
        teaching: Teaching,
        section: Literal["llm", "generate"],
        names: Sequence[str],
        titles: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._teaching, self._section = teaching, section
        self.rows: dict[str, SpecRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        known = {spec.name: spec for spec in params.specs(_SECTIONS[section])}
        for number, name in enumerate(names):
            if number:
                layout.addWidget(hairline())
            self.rows[name] = self._row(known[name], titles or {})
            layout.addWidget(self.rows[name])
        teaching.opened.connect(self.refresh)
        teaching.changed.connect(self.refresh)
        self.refresh()

    def _row(self, spec: ParamSpec, titles: Mapping[str, str]) -> SpecRow:
        made = SpecRow(spec, spec.default, f"{self._section}.{spec.name}", titles if spec.choices else None)
        made.changed.connect(lambda value: self._on_changed(spec.name, value))
        return made

    def refresh(self) -> None:
        """Show what is kept."""
        values = getattr(self._teaching.task, self._section)
        for name, made in self.rows.items():
            made.show_value(getattr(values, name))

    def _on_changed(self, name: str, value: Value) -> None:
        task = self._teaching.task
        part = msgspec.structs.replace(getattr(task, self._section), **{name: value})
        self._teaching.change(msgspec.structs.replace(task, **{self._section: part}), self.rows[name].spec.label)
