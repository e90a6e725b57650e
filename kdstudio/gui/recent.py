"""The newest runs, one below the other. A row stays the same widget while its run moves on, so nothing flickers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.gui.run_list import Entry
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.run_row import RunRow


class RecentRuns(QWidget):
    """Shows entries that can be read; ``opened`` brings the one that was chosen."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[Path, RunRow] = {}
        self.empty = EmptyState(
            "history", self.tr("No runs yet"), self.tr("Try the sample to see what a finished run looks like.")
        )
        self.empty.hide()  # until it is known that there are none
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.empty)

    def show_runs(self, entries: Sequence[Entry]) -> None:
        """Show these, in this order: rows of runs that are still among them are kept."""
        wanted = {entry.folder.path for entry in entries}
        for path in [path for path in self.rows if path not in wanted]:
            self._remove(self.rows.pop(path))
        for place, entry in enumerate(entries):
            row = self.rows.get(entry.folder.path)
            if row is None:
                row = self.rows[entry.folder.path] = RunRow()
                row.clicked.connect(self._on_clicked)
            row.show_entry(entry)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self.empty.setVisible(not entries)

    def _remove(self, row: RunRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, RunRow)
        self.opened.emit(row.entry)
